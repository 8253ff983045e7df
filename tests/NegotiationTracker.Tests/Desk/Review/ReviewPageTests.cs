using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Review;

public sealed class ReviewPageTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Role, HttpStatusCode> Deeds
    {
        get
        {
            var table = new TheoryData<string, Role, HttpStatusCode>();
            // Who may not see the draft posts a form that is not there, as for an id that was made up.
            foreach (var deed in new[] { "approve", "schedule", "return" })
                foreach (var role in Enum.GetValues<Role>()) table.Add(deed, role, role >= Role.Reviewer ? HttpStatusCode.Redirect : role == Role.Editor ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest);
            foreach (var role in Enum.GetValues<Role>()) table.Add("withdraw", role, role >= Role.Editor ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest);
            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task A_deed_is_done_for_those_who_may(string deed, Role role, HttpStatusCode status)
    {
        var draft = await server.WriteAsync(Samples.Talks(slug: $"talks-{Guid.NewGuid():n}"));
        using var answer = await server.PressAsync(role, $"/desk/review/{draft}", "review", ("deed", deed), ("comment", "why"), ("day", "2099-01-01"), ("clock", "12:00"), ("zone", "Europe/Kyiv"));
        answer.StatusCode.ShouldBe(status);
        var state = await StateAsync(draft);
        if (status == HttpStatusCode.Redirect) state.ShouldNotBe(DraftState.InReview);
        else state.ShouldBe(DraftState.InReview);
    }

    [Fact]
    public async Task A_change_is_shown_word_by_word_returned_with_a_comment_at_its_field_and_published_when_it_is_mended()
    {
        var slug = $"talks-{Guid.NewGuid():n}";
        await new Publisher(server.Database.Desk, TimeProvider.System).PublishAsync([Samples.Talks(slug, "Talks that lasted one hour")], "import", null, ct: Stop);
        var draft = await server.AmendAsync(Samples.Talks(slug, "Talks that lasted two hours"));
        var page = await server.SeeAsync(Role.Reviewer, $"/desk/review/{draft}");
        page.QuerySelector("#c-title del")!.TextContent.ShouldBe("one hour");
        page.QuerySelector("#c-title ins")!.TextContent.ShouldBe("two hours");
        page.Body!.TextContent.ShouldContain("differently");

        using (await server.PressAsync(Role.Reviewer, $"/desk/review/{draft}", "review", ("deed", "return"), ("comment", ""), ("at:title", "Who says two?")))
            (await StateAsync(draft)).ShouldBe(DraftState.Returned);
        (await server.SeeAsync(Role.Editor, "/desk")).QuerySelector("#returned")!.TextContent.ShouldContain("Talks that lasted two hours");
        (await server.SeeAsync(Role.Editor, $"/desk/review/{draft}")).QuerySelector("#c-title .said")!.TextContent.ShouldContain("Who says two?");

        (await server.Services.GetRequiredService<Reviews>().SubmitAsync(server.Account(Role.Editor), [draft], null, Stop)).ShouldBeOfType<DeskOutcome.Done>();
        using var done = await server.PressAsync(Role.Reviewer, $"/desk/review/{draft}", "review", ("deed", "approve"));
        (await server.SeeAsync(Role.Reviewer, done.Headers.Location!.ToString())).QuerySelector("[role=status]")!.TextContent.ShouldContain("is public");
        (await server.Anybody.GetStringAsync($"/talks/{slug}", Stop)).ShouldContain("Talks that lasted two hours");
    }

    [Fact]
    public async Task Who_wrote_it_sees_no_way_to_approve_and_is_refused()
    {
        var draft = await server.WriteAsync(Samples.Talks(slug: $"talks-{Guid.NewGuid():n}"), by: Role.Reviewer);
        var page = await server.SeeAsync(Role.Reviewer, $"/desk/review/{draft}");
        page.QuerySelector("button[value=approve]").ShouldBeNull();
        page.QuerySelector("button[value=withdraw]").ShouldNotBeNull();
        using var answer = await server.PressAsync(Role.Reviewer, $"/desk/review/{draft}", "review", ("deed", "approve"));
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("somebody else has to approve it");
        (await StateAsync(draft)).ShouldBe(DraftState.InReview);
    }

    [Fact]
    public async Task Records_that_refer_to_each_other_are_offered_together_and_go_as_one_act()
    {
        var (person, talks) = ($"person-{Guid.NewGuid():n}", $"talks-{Guid.NewGuid():n}");
        var drafts = new[]
        {
            await server.WriteAsync(Documents.Person with { Slug = person, Party = null, Processes = ["process-1"], Citations = Samples.Cited, Postings = [] }),
            await server.WriteAsync(Samples.Talks(talks) with { Participants = [new() { Person = person }] }),
        };
        (await server.SeeAsync(Role.Reviewer, $"/desk/review/{drafts[1]}")).QuerySelector($"input[name=with][value='{drafts[0]}']")!.HasAttribute("checked").ShouldBeTrue();
        using var alone = await server.PressAsync(Role.Reviewer, $"/desk/review/{drafts[1]}", "review", ("deed", "approve"));
        (await alone.Content.ReadAsStringAsync(Stop)).ShouldContain("#f-participants-0--person");
        using var together = await server.PressAsync(Role.Reviewer, $"/desk/review/{drafts[1]}", "review", ("deed", "approve"), ("with", drafts[0].ToString()));
        together.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StateAsync(drafts[0])).ShouldBe(DraftState.Published);
        (await server.Anybody.GetStringAsync($"/people/{person}", Stop)).ShouldContain("Rustem Umerov");
    }

    [Fact]
    public async Task A_draft_that_it_refers_to_and_that_is_still_written_is_named()
    {
        var person = $"person-{Guid.NewGuid():n}";
        await server.WriteAsync(Documents.Person with { Slug = person, Party = null, Processes = ["process-1"], Citations = Samples.Cited, Postings = [] }, submit: false);
        var talks = await server.WriteAsync(Samples.Talks($"talks-{Guid.NewGuid():n}") with { Participants = [new() { Person = person }] });
        (await server.SeeAsync(Role.Reviewer, $"/desk/review/{talks}")).QuerySelector(".review-deeds .notice")!.TextContent.ShouldContain("not in review (still being written)");
    }

    [Fact]
    public async Task What_is_approved_for_a_time_is_published_by_the_program_itself()
    {
        var slug = $"talks-{Guid.NewGuid():n}";
        var draft = await server.WriteAsync(Samples.Talks(slug));
        using var past = await server.PressAsync(Role.Reviewer, $"/desk/review/{draft}", "review", ("deed", "schedule"), ("day", "2020-01-01"), ("clock", "12:00"), ("zone", "UTC"));
        (await past.Content.ReadAsStringAsync(Stop)).ShouldContain("That time has passed");
        // On a busy machine a time that is near may pass before it arrives.
        for (var seconds = 3; seconds < 120 && await StateAsync(draft) == DraftState.InReview; seconds *= 2)
        {
            var at = DateTimeOffset.UtcNow.AddSeconds(seconds);
            using var done = await server.PressAsync(Role.Reviewer, $"/desk/review/{draft}", "review", ("deed", "schedule"), ("day", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("clock", at.ToString("HH:mm:ss", CultureInfo.InvariantCulture)), ("zone", "UTC"));
        }
        (await TestDatabase.AskAsync(server.Database.Desk, $"select count(*) from desk.audit where action = 'Approved' and detail like 'to be published at%' and record_id = (select record_id from desk.drafts where id = '{draft}')")).ShouldBe(1L);
        for (var i = 0; i < 360 && await StateAsync(draft) == DraftState.Scheduled; i++) await Task.Delay(500, Stop);
        (await StateAsync(draft)).ShouldBe(DraftState.Published);
        (await server.Anybody.GetAsync($"/talks/{slug}", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<DraftState> StateAsync(Guid draft) => (await server.Services.GetRequiredService<Drafts>().FindAsync(server.Account(Role.Admin), draft, Stop))!.State;
}
