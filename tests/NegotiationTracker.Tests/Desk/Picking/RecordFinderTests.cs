using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Tests.Pages;
using NegotiationTracker.Web.Desk.Picking;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Picking;

public sealed class RecordFinderTests(RecordServer server) : IClassFixture<RecordServer>
{
    private static readonly string[] People = ["people"];

    private readonly RecordFinder _finder = new(new PooledDbContextFactory<RecordContext>(server.Database.ReaderOptions), new PooledDbContextFactory<DeskContext>(server.Database.DeskOptions), () => Task.FromResult(true));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Зеленський", "volodymyr-zelenskyy")]
    [InlineData("Зеленский", "volodymyr-zelenskyy")]
    [InlineData("Zelensky", "volodymyr-zelenskyy")]
    [InlineData("Zelenskij", "volodymyr-zelenskyy")]
    [InlineData("zelen", "volodymyr-zelenskyy")]
    [InlineData("Zelnesky", "volodymyr-zelenskyy")]
    [InlineData("Зелннский", "volodymyr-zelenskyy")]
    [InlineData("vol zel", "volodymyr-zelenskyy")]
    [InlineData("Умєров Рустем", "rustem-umerov")]
    [InlineData("ume", "rustem-umerov")]
    [InlineData("umreov", "rustem-umerov")]
    [InlineData("Гнатов", "andrii-hnatov")]
    [InlineData("Ермак", "andriy-yermak")]
    [InlineData("Kislitsa", "sergiy-kyslytsya")]
    [InlineData("Kostukov", "igor-kostyukov")]
    [InlineData("Putn", "vladimir-putin")]
    [InlineData("Erdoğan", "recep-tayyip-erdogan")]
    public async Task A_person_is_found_first_by_any_spelling_script_or_typing_error(string typed, string slug) => (await _finder.FindAsync(People, typed, ct: Stop))[0].Slug.ShouldBe(slug);

    [Theory]
    [InlineData("organizations", "СБУ", "security-service-of-ukraine")]
    [InlineData("organizations", "HUR", "main-intelligence-directorate-of-the-ministry-of-defence-of-ukraine")]
    [InlineData("organizations", "min def ukr", "ministry-of-defence-of-ukraine")]
    [InlineData("parties", "ukr", "ukraine")]
    [InlineData("talks", "istanbul 2 june", "istanbul-2025-06-02")]
    [InlineData("talks", "istanbul talks 23 july", "istanbul-2025-07-23")]
    public async Task So_are_records_of_other_kinds(string kind, string typed, string slug) => (await _finder.FindAsync([kind], typed, ct: Stop))[0].Slug.ShouldBe(slug);

    [Fact]
    public async Task A_hit_says_who_it_is()
    {
        var umerov = (await _finder.FindAsync(People, "umerov", ct: Stop))[0];
        umerov.About.ShouldBe("Secretary of the National Security and Defense Council, National Security and Defense Council of Ukraine · Ukraine");
        umerov.SourceCount.ShouldBeGreaterThan(1);
        umerov.Href.ShouldBe("/people/rustem-umerov");
        (await _finder.FindAsync(["talks"], "istanbul 2 june", ct: Stop))[0].About.ShouldContain("2 Jun 2025");
    }

    [Fact]
    public async Task A_source_is_found_by_its_address()
    {
        await using var context = new RecordContext(server.Database.ReaderOptions);
        var url = context.Records.Where(r => r.Kind == "sources").AsEnumerable().Select(r => (r.Slug, Url: (string?)JsonNode.Parse(r.Document!)!["url"])).First(s => s.Url is not null);
        (await _finder.FindAsync(["sources"], url.Url, ct: Stop)).ShouldContain(f => f.Slug == url.Slug);
        (await _finder.FindAsync(["sources"], "https://nobody.example/never", ct: Stop)).ShouldBeEmpty();

        var address = new UriBuilder(url.Url!) { Fragment = "comments" };
        address.Query += $"{(address.Query.Length > 0 ? "&" : "")}utm_source=telegram&fbclid=IwAR0";
        address.Host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..].ToUpperInvariant() : $"www.{address.Host}";
        (await _finder.FindAsync(["sources"], address.ToString(), ct: Stop)).ShouldContain(f => f.Slug == url.Slug, address.ToString());
        (await _finder.FindAsync(["people"], url.Url, ct: Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_is_still_a_draft_is_found_by_its_own_address_and_by_no_beginning_of_it()
    {
        var drafts = new Drafts(server.Database.Desk, TimeProvider.System);
        var account = await WriterAsync();
        var seed = new JsonObject { ["slug"] = "a-draft-of-a-source", ["title"] = "Source", ["url"] = "https://drafts.example/news/12?a=1&b=2" };
        (await drafts.CreateAsync(account, "sources", seed, Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await _finder.FindAsync(["sources"], "http://www.drafts.example/news/12/?b=2&a=1#top", ct: Stop)).ShouldHaveSingleItem().Slug.ShouldBe("a-draft-of-a-source");
        (await _finder.FindAsync(["sources"], "https://drafts.example/news/1", ct: Stop)).ShouldBeEmpty();
        var shared = "https://drafts.example/news/12?a=1&utm_content=" + new string('x', 600) + "&b=2";
        (await _finder.FindAsync(["sources"], shared, ct: Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_several_that_fit_the_party_at_hand_comes_first()
    {
        (await _finder.FindAsync(People, "alexander", "russia", Stop))[0].Party.ShouldBe("russia");
        (await _finder.FindAsync(People, "alexander", "ukraine", Stop))[0].Party.ShouldBe("ukraine");
    }

    [Fact]
    public async Task Several_kinds_are_searched_at_once() =>
        (await _finder.FindAsync(["people", "parties", "organizations"], "ukraine", ct: Stop)).ShouldContain(f => f.Open == "parties/ukraine");

    [Fact]
    public async Task Without_text_what_rests_on_most_comes_first() => (await _finder.FindAsync(["parties"], "", ct: Stop)).Count.ShouldBe(RecordFinder.MaxHits);

    [Theory]
    [InlineData("qqqqq wwwww")]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    [InlineData("Іваненко Іван Іванович")]
    public async Task A_stranger_is_not_found(string typed) => (await _finder.FindAsync(People, typed, ct: Stop)).Where(f => f.Likeness >= 0.8 && typed != "%").ShouldBeEmpty();

    [Fact]
    public async Task A_draft_is_found_and_marked_and_a_discarded_one_is_not()
    {
        var account = await WriterAsync();
        var drafts = new Drafts(server.Database.Desk, TimeProvider.System);
        var made = (await drafts.CreateAsync(account, "people", new JsonObject { ["slug"] = "ostap-vyshnia", ["title"] = "Ostap Vyshnia", ["names"] = new JsonArray(new JsonObject { ["value"] = "Остап Вишня" }) }, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        var hit = (await _finder.FindAsync(People, "вишня", ct: Stop))[0];
        hit.Draft.ShouldBe(made.Id);
        hit.Href.ShouldBe($"/desk/drafts/{made.Id}");
        (await _finder.GetAsync([("people", "ostap-vyshnia")], Stop)).ShouldHaveSingleItem().Draft.ShouldBe(made.Id);
        await drafts.DiscardAsync(account, made.Id, Stop);
        (await _finder.FindAsync(People, "вишня", ct: Stop)).ShouldNotContain(f => f.Slug == "ostap-vyshnia");
    }

    [Fact]
    public async Task A_new_person_gets_a_slug_of_its_own_and_the_alike_are_named()
    {
        var making = new RecordMaking(new Drafts(server.Database.Desk, TimeProvider.System), _finder, new PooledDbContextFactory<RecordContext>(server.Database.ReaderOptions), new PooledDbContextFactory<DeskContext>(server.Database.DeskOptions));
        var account = await WriterAsync();
        var another = NewRecord.From("people", "Рустем Умєров", "ukraine", ["ukraine-2025"], "seed-002");
        (await making.AlikeAsync(another, Stop)).ShouldContain(f => f.Slug == "rustem-umerov");
        var (made, why) = await making.MakeAsync(account, another, Stop);
        why.ShouldBeNull();
        made!.Slug.ShouldBe("rustem-umierov");
        made.Title.ShouldBe("Rustem Umierov");
        var (second, _) = await making.MakeAsync(account, another, Stop);
        second!.Slug.ShouldBe("rustem-umierov-2");
        (await making.MakeAsync(Guid.NewGuid(), another, Stop)).Why.ShouldNotBeNull();
        (await making.AlikeAsync(NewRecord.From("people", "Іван Іваненко", "ukraine", [], null), Stop)).ShouldBeEmpty();
    }

    private Task<Guid> WriterAsync() => Colleagues.AddAsync(server.Database, Role.Editor);
}
