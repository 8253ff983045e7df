using System.Net;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk;

public sealed class DeskPagesTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private const string Draft = "{draft}";

    // What somebody gets who may not: a page of work says that it is not theirs; a draft is not there.
    private static readonly Dictionary<string, HttpStatusCode> Otherwise = new(StringComparer.Ordinal)
    {
        ["/desk"] = HttpStatusCode.Forbidden,
        ["/desk?show=overdue"] = HttpStatusCode.Forbidden,
        ["/desk/drafts"] = HttpStatusCode.Forbidden,
        ["/desk/review"] = HttpStatusCode.Forbidden,
        ["/admin/publishers"] = HttpStatusCode.Forbidden,
        ["/desk/review/" + Draft] = HttpStatusCode.NotFound,
        ["/desk/drafts/" + Draft + "/kept"] = HttpStatusCode.NotFound,
        ["/desk/records/talks/talks-1"] = HttpStatusCode.NotFound,
    };

    public static TheoryData<string, Role?> Table
    {
        get
        {
            var table = new TheoryData<string, Role?>();
            foreach (var page in Otherwise.Keys)
                foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null)) table.Add(page, role);
            return table;
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_page_is_there_for_those_who_write_and_for_nobody_else(string page, Role? role)
    {
        var draft = await server.WriteAsync(Samples.Talks(slug: $"talks-{Guid.NewGuid():n}"), submit: false);
        using var answer = await server.As(role).GetAsync(page.Replace(Draft, draft.ToString(), StringComparison.Ordinal), Stop);
        answer.StatusCode.ShouldBe(role is null ? HttpStatusCode.Redirect : role >= Role.Editor ? HttpStatusCode.OK : Otherwise[page]);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var answer = await server.As(Role.Editor).PostAsync("/desk", new FormUrlEncodedContent([new("_handler", "new"), new("kind", "talks")]), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("What you sent was not done");
    }

    [Fact]
    public async Task A_new_record_and_an_amendment_begin_at_the_desk()
    {
        using var made = await server.PressAsync(Role.Editor, "/desk", "new", ("kind", "delegations"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        made.Headers.Location!.ToString().ShouldContain("/desk/drafts/");
        using var amended = await server.PressAsync(Role.Editor, "/desk", "amend", ("record", "https://example.org/talks/talks-1?asof=2025-01-01"));
        amended.Headers.Location!.ToString().ShouldContain("/desk/drafts/");
        using var found = await server.PressAsync(Role.Editor, "/desk", "amend", ("record", "talks of 2 june"));
        (await found.Content.ReadAsStringAsync(Stop)).ShouldContain("value=\"talks/talks-1\"");
        using var none = await server.PressAsync(Role.Editor, "/desk", "new", ("kind", "nonsense"));
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_changed_is_new_until_it_was_seen()
    {
        await new Publisher(server.Database.Desk, TimeProvider.System).PublishAsync([Samples.Talks(slug: "talks-of-today")], "import", null, ct: Stop);
        (await server.SeeAsync(Role.Reviewer, "/desk")).QuerySelectorAll("#changed li").Length.ShouldBeGreaterThan(0);
        using var seen = await server.PressAsync(Role.Reviewer, "/desk", "seen");
        (await server.SeeAsync(Role.Reviewer, "/desk")).QuerySelectorAll("#changed li").Length.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_public_before_somebody_came_is_no_news_to_them()
    {
        var html = await server.SeeAsync(Role.Admin, "/desk?show=changed");
        html.QuerySelectorAll("li a").Select(a => a.GetAttribute("href")).ShouldNotContain("/desk/records/talks/talks-1");
    }

    [Fact]
    public async Task Drafts_are_found_by_words_and_state()
    {
        var slug = $"talks-{Guid.NewGuid():n}";
        await server.WriteAsync(Samples.Talks(slug, "Quite 100% unusual talks"), submit: false);
        (await server.SeeAsync(Role.Editor, "/desk/drafts?q=100%25+unusual")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await server.SeeAsync(Role.Editor, "/desk/drafts?q=100%25+unusual&state=Scheduled")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Only_an_admin_says_how_reliable_a_publisher_is_and_readers_never_see_it()
    {
        using var denied = await server.PressAsync(Role.Reviewer, "/admin/publishers", "rate-0", ("publisher", "Agency"), ("grade", "B"), ("note", "canary note"));
        (await TestDatabase.AskAsync(server.Database.Desk, "select count(*) from desk.source_publishers")).ShouldBe(0L);
        using var kept = await server.PressAsync(Role.Admin, "/admin/publishers", "rate-0", ("publisher", "Agency"), ("grade", "B"), ("note", "canary note"));
        (await server.SeeAsync(Role.Editor, "/admin/publishers")).Body!.TextContent.ShouldContain("B: usually reliable (canary note)");
        (await TestDatabase.AskAsync(server.Database.Desk, $"select count(*) from desk.audit where action = '{AuditAction.PublisherRated}' and subject = 'Agency'")).ShouldBe(1L);
        (await server.Anybody.GetStringAsync("/sources/agency-1", Stop)).ShouldNotContain("canary");
    }
}
