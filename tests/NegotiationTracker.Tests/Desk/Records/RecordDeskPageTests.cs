using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Records;

public sealed class RecordDeskPageTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Drafts Drafts => server.Services.GetRequiredService<Drafts>();

    [Fact]
    public async Task A_text_that_was_refused_is_shown_and_can_be_put_into_the_draft()
    {
        var draft = await server.WriteAsync(Samples.Talks($"talks-{Guid.NewGuid():n}", "Saved first"), submit: false);
        await Drafts.SaveAsync(server.Account(Role.Editor), draft, 1, ReviewServer.Json(Samples.Talks(title: "Saved second")), ct: Stop);
        (await Drafts.SaveAsync(server.Account(Role.Reviewer), draft, 1, ReviewServer.Json(Samples.Talks(title: "Came too late")), ct: Stop)).ShouldBeOfType<DeskOutcome.Conflict>();
        var page = await server.SeeAsync(Role.Editor, $"/desk/drafts/{draft}/kept");
        var refused = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Text refused at", StringComparison.Ordinal));
        var state = refused.QuerySelector("input[name=state]")!.GetAttribute("value")!;
        (await server.SeeAsync(Role.Editor, $"/desk/drafts/{draft}/kept?a=draft&b={state}")).QuerySelector("#c-title ins")!.TextContent.ShouldBe("Came too late");
        using var put = await server.PressAsync(Role.Editor, $"/desk/drafts/{draft}/kept", $"restore-{state}", ("state", state));
        put.Headers.Location!.ToString().ShouldContain($"/desk/drafts/{draft}");
        (await Drafts.FindAsync(server.Account(Role.Editor), draft, Stop))!.Title.ShouldBe("Came too late");
    }

    [Fact]
    public async Task A_revision_is_restored_into_a_draft_and_not_published()
    {
        var slug = await PublishedAsync("As it was", "As it is");
        using var put = await server.PressAsync(Role.Editor, $"/desk/records/talks/{slug}", "restore-r1", ("state", "r1"));
        var draft = Guid.Parse(put.Headers.Location!.ToString().Split('/')[^1]);
        (await Drafts.FindAsync(server.Account(Role.Editor), draft, Stop))!.Title.ShouldBe("As it was");
        (await server.Anybody.GetStringAsync($"/talks/{slug}", Stop)).ShouldContain("As it is");
    }

    [Fact]
    public async Task A_record_is_retracted_by_a_reviewer_who_says_why_and_means_it()
    {
        var slug = await PublishedAsync("To be retracted");
        var path = $"/desk/records/talks/{slug}";
        (await server.SeeAsync(Role.Editor, path)).QuerySelector("#reason").ShouldBeNull();
        using (await server.PressAsync(Role.Reviewer, path, "retract", ("reason", "It never took place."))) await StandsAsync(slug, HttpStatusCode.OK);
        using (await server.PressAsync(Role.Reviewer, path, "retract", ("reason", " "), ("sure", "yes"))) await StandsAsync(slug, HttpStatusCode.OK);
        using (await server.PressAsync(Role.Reviewer, path, "retract", ("reason", "It never took place."), ("sure", "yes"))) await StandsAsync(slug, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_revision_is_redacted_by_an_admin_alone()
    {
        var slug = await PublishedAsync("A name that must go", "Without the name");
        var path = $"/desk/records/talks/{slug}";
        (await server.SeeAsync(Role.Reviewer, path)).QuerySelector("input[name=revision]").ShouldBeNull();
        using (await server.PressAsync(Role.Admin, path, "redact-1", ("revision", "1"), ("reason", "asked for")))
            (await server.SeeAsync(Role.Editor, path)).Body!.TextContent.ShouldNotContain("Revision 1: redacted", customMessage: "the box was not ticked");
        using var done = await server.PressAsync(Role.Admin, path, "redact-1", ("revision", "1"), ("reason", "asked for"), ("sure", "yes"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await server.SeeAsync(Role.Editor, path)).Body!.TextContent.ShouldContain("Revision 1: redacted");
        (await server.Anybody.GetStringAsync($"/talks/{slug}/history?a=1&b=2", Stop)).ShouldNotContain("must go");
    }

    [Fact]
    public async Task Readers_compare_what_was_public_and_nothing_else()
    {
        var slug = await PublishedAsync("Lasted one hour", "Lasted two hours");
        await server.AmendAsync(Samples.Talks(slug, "Canary hours"));
        var page = await server.SeeAsync(null, $"/talks/{slug}/history?a=1&b=2");
        page.QuerySelector("#c-title del")!.TextContent.ShouldBe("one hour");
        page.QuerySelectorAll("select[name=b] option").Length.ShouldBe(2);
        (await server.Anybody.GetStringAsync($"/talks/{slug}/history?a=1&b=3", Stop)).ShouldNotContain("Canary");
    }

    private async Task StandsAsync(string slug, HttpStatusCode status) => (await server.Anybody.GetAsync($"/talks/{slug}?{Guid.NewGuid():n}", Stop)).StatusCode.ShouldBe(status);

    private async Task<string> PublishedAsync(params string[] titles)
    {
        var slug = $"talks-{Guid.NewGuid():n}";
        foreach (var title in titles) await new Publisher(server.Database.Desk, TimeProvider.System).PublishAsync([Samples.Talks(slug, title)], "import", null, ct: Stop);
        return slug;
    }
}
