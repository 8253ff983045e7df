using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Tests.Pages;
using NegotiationTracker.Web.Desk.Picking;
using NegotiationTracker.Web.Desk.Rosters;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Rosters;

public sealed class RosterMatchingTests(RecordServer server) : IClassFixture<RecordServer>
{
    private static readonly DateOnly ThirdRound = new(2025, 7, 23);

    private readonly RosterMatching _matching = new(new RecordFinder(Records(server), Desk(server), () => Task.FromResult(true)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Рустем Умєров — Міністр оборони України", "rustem-umerov")]
    [InlineData("УМЄРОВ Рустем Енверович — Міністр оборони", "rustem-umerov")]
    [InlineData("Алексей Шевченко, заместитель начальника Генерального штаба", "oleksii-shevchenko")]
    [InlineData("Александр Бевз", "oleksandr-bevz")]
    [InlineData("Сергей Кислица, первый замглавы МИД", "sergiy-kyslytsya")]
    [InlineData("Yuri Kovbasa, representative", "yuriy-kovbasa")]
    [InlineData("Євгеній Острянський", "yevhenii-ostrianskyi")]
    [InlineData("Vadim Skibitsky, Deputy Chief of HUR", "vadym-skibitskyi")]
    [InlineData("Kiryll Budanov", "kyrylo-budanov")]
    public async Task A_line_in_any_script_or_with_a_typing_error_is_certain(string line, string slug)
    {
        var matched = (await ReadAsync(line, "ukraine"))[0];
        matched.Match.Certainty.ShouldBe(Certainty.Certain);
        matched.Person!.Slug.ShouldBe(slug);
    }

    [Theory]
    [InlineData("Shevchenko, Deputy Chief of the General Staff")]
    [InlineData("Oleksiy Shevtsenko, colonel")]
    [InlineData("Sergey Lavrov, Minister of Foreign Affairs")]
    public async Task A_surname_alone_a_near_namesake_or_somebody_of_another_party_is_doubtful_and_nobody_is_picked(string line)
    {
        var matched = (await ReadAsync(line, "ukraine"))[0];
        matched.Match.Certainty.ShouldBe(Certainty.Doubtful);
        matched.Match.Candidates.ShouldNotBeEmpty();
        matched.Person.ShouldBeNull();
    }

    [Fact]
    public async Task Two_alike_people_are_doubtful()
    {
        var account = await Colleagues.AddAsync(server.Database, Role.Editor);
        var made = await new Drafts(server.Database.Desk, TimeProvider.System).CreateAsync(account, "people", new JsonObject { ["slug"] = "oleksandr-diakov-2", ["title"] = "Oleksandr Dyakov", ["party"] = "ukraine" }, Stop);
        var draft = made.ShouldBeOfType<DeskOutcome.Done>().Draft;
        var matched = (await ReadAsync("Александр Дьяков, капитан", "ukraine"))[0];
        matched.Match.Certainty.ShouldBe(Certainty.Doubtful);
        matched.Match.Candidates.Take(2).Select(c => c.Slug).ShouldBe(["oleksandr-diakov", "oleksandr-diakov-2"], ignoreOrder: true);
        // Taken back, so that the other tests meet one Diakov.
        (await new Drafts(server.Database.Desk, TimeProvider.System).DiscardAsync(account, draft.Id, Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    [Theory]
    [InlineData("Іваненко Іван Іванович — радник")]
    [InlineData("Oleksandr Shevchenko, colonel")]
    public async Task A_stranger_is_unknown_even_with_a_known_surname(string line) => (await ReadAsync(line, "ukraine"))[0].Match.Certainty.ShouldBe(Certainty.Unknown);

    [Theory]
    [InlineData("Rustem Umerov, Minister of Defence of Ukraine", "ministry-of-defence-of-ukraine", "Minister of Defence of Ukraine")]
    [InlineData("Oleksandr Poklad, deputy head, SBU", "security-service-of-ukraine", "deputy head")]
    [InlineData("Oleksandr Bevz — радник Керівника Офісу Президента України", "office-of-the-president-of-ukraine", "радник Керівника Офісу Президента України")]
    [InlineData("Oleksandr Diakov, Deputy Chief of Staff, Navy Command", "armed-forces-of-ukraine", "Deputy Chief of Staff, Navy Command")]
    [InlineData("Rustem Umerov", "national-security-and-defense-council-of-ukraine", "Secretary of the National Security and Defense Council")]
    public async Task The_organization_comes_from_the_line_or_else_from_the_posting_on_the_day(string line, string organization, string title)
    {
        var matched = (await ReadAsync(line, "ukraine"))[0];
        matched.Organization!.Slug.ShouldBe(organization);
        matched.Title.ShouldBe(title);
    }

    [Fact]
    public async Task A_posting_is_that_of_the_day_of_the_talks()
    {
        (await _matching.DayOfAsync("istanbul-2025-06-02", Stop)).ShouldBe(new DateOnly(2025, 6, 2));
        (await _matching.PostingAsync("rustem-umerov", new DateOnly(2025, 6, 2), Stop)).Title.ShouldBe("Minister of Defence of Ukraine");
        (await _matching.PostingAsync("rustem-umerov", ThirdRound, Stop)).Title.ShouldBe("Secretary of the National Security and Defense Council");
    }

    [Fact]
    public async Task The_roster_of_the_last_round_is_that_of_the_party_before_the_talks()
    {
        var rosters = new LastRosters(Records(server), Desk(server), _matching, () => Task.FromResult(true));
        var last = (await rosters.FindAsync("ukraine", ThirdRound, "new", Stop)).ShouldNotBeNull();
        last.Slug.ShouldBe("ukraine-istanbul-2025-06-02");
        last.Members.ShouldContain(m => m.Person == "rustem-umerov" && m.Role == MemberRole.Head);
        (await rosters.FindAsync("ukraine", new DateOnly(2025, 5, 1), "new", Stop)).ShouldBeNull();
        (await rosters.FindAsync("turkiye", ThirdRound, "new", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_of_the_last_round_is_found_too()
    {
        var account = await Colleagues.AddAsync(server.Database, Role.Editor);
        var drafts = new Drafts(server.Database.Desk, TimeProvider.System);
        var seed = (JsonObject)JsonNode.Parse("""{"slug":"russia-later","title":"Delegation of Russia, later","talks":"istanbul-2025-07-23","party":"russia","members":[{"person":"vladimir-medinsky","role":"Head","presence":"Appointed"},{"person":"igor-kostyukov","role":"Member","presence":"Replaced"}]}""")!;
        (await drafts.CreateAsync(account, "delegations", seed, Stop)).ShouldBeOfType<DeskOutcome.Done>();
        var last = (await new LastRosters(Records(server), Desk(server), _matching, () => Task.FromResult(true)).FindAsync("russia", new DateOnly(2025, 7, 24), "russia-istanbul-2025-07-23", Stop)).ShouldNotBeNull();
        last.IsDraft.ShouldBeTrue();
        last.Members.Select(m => m.Person).ShouldBe(["vladimir-medinsky"]);
    }

    private async Task<IReadOnlyList<MatchedLine>> ReadAsync(string text, string party) => await _matching.MatchAsync(RosterText.Parse(text), party, ThirdRound, Stop);

    private static PooledDbContextFactory<RecordContext> Records(RecordServer server) => new(server.Database.ReaderOptions);

    private static PooledDbContextFactory<DeskContext> Desk(RecordServer server) => new(server.Database.DeskOptions);
}
