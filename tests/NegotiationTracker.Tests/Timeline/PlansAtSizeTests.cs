using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NegotiationTracker.Data.Synthetic;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Shared.Searching;
using NegotiationTracker.Web.Timeline;
using NegotiationTracker.Web.Timeline.Window;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>What must be fast at a million entries is answered by the index that was made for it, and never by reading a great table whole.</summary>
public sealed class PlansAtSizeTests(LargeRecord large) : IClassFixture<LargeRecord>
{
    // Small beside the others, and read whole where much of them is needed.
    private static readonly HashSet<string> Small = ["timeline_facets", "topics", "search_words", "slugs"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "ix_timeline_entries_at_worth")]
    [InlineData("party=PARTY", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("kind=talks", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("kind=talks&party=PARTY", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("topic=prisoners", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("process=PROCESS", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("person=PERSON", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("from=2020-01-01&to=2020-12-31", "ix_timeline_entries_at_worth")]
    [InlineData("AFTER", "ix_timeline_entries_at_worth")]
    [InlineData("AFTER&party=PARTY", "ix_timeline_marks_facet_id_at_worth")]
    [InlineData("disputed=true", "ix_timeline_entries_at_worth")]
    public async Task A_page_of_the_timeline(string query, string index)
    {
        var question = TimelineQuestion.Read(Asked(query)).ShouldNotBeNull();
        await using var plans = large.Plans();
        await using (var context = plans.CreateDbContext())
            (await TimelineRows.ReadAsync(context, question.Filter, question.AsOf, question.After, false, 51, Ct)).Count.ShouldBe(51);
        Uses(plans.Take(), index);
    }

    [Theory]
    [InlineData("lanes=kind", "ix_timeline_slots_facet_id_unit_start")]
    [InlineData("lanes=party", "ix_timeline_slots_facet_id_unit_start")]
    [InlineData("lanes=topic", "ix_timeline_slots_facet_id_unit_start")]
    [InlineData("lanes=kind&party=PARTY", "ix_timeline_slots_facet_id_unit_start")]
    [InlineData("lanes=party&kind=exchanges", "ix_timeline_slots_facet_id_unit_start")]
    [InlineData("lanes=kind&person=PERSON", "ix_timeline_marks_facet_id_at_worth")]
    public async Task A_window_of_any_length(string query, string index)
    {
        foreach (var (from, to) in new[] { ("2015-01-01", "2026-01-01"), ("2020-01-01", "2021-01-01"), ("2020-03-01", "2020-03-08") })
        {
            var question = WindowQuestion.Read(Asked($"from={from}&to={to}&width=1200&{query}")).ShouldNotBeNull();
            await using var plans = large.Plans();
            await KeptNothing.Windows(plans).ReadAsync(question, Ct);
            // A week is so short that its marks themselves are counted.
            Uses(plans.Take(), from == "2020-03-01" ? "ix_timeline_marks_facet_id_at_worth" : index);
        }
    }

    [Fact]
    public async Task Counts_beside_the_filters()
    {
        foreach (var query in new[] { "", "party=PARTY", "kind=talks&party=PARTY" })
        {
            await using var plans = large.Plans();
            await using (var context = plans.CreateDbContext()) await TimelineCounts.ReadAsync(context, TimelineQuestion.Read(Asked(query))!.Filter, null, Ct);
            plans.Take().Whole.Except(Small).ShouldBeEmpty(query);
        }
    }

    // Rows of records are wide: to count forms and statuses in them took a third of a second each, at a million entries.
    [Fact]
    public async Task A_list_counts_all_and_forms_and_statuses_in_an_index_alone()
    {
        await using var plans = large.Plans();
        (await KeptNothing.Lists(plans).ReadAsync("talks", new ListFilter(), Ct)).Counts.Statuses.ShouldNotBeEmpty();
        plans.Take().Alone.Count(index => index == "ix_records_kind_sort_day_id").ShouldBe(3);
    }

    [Theory]
    [InlineData("veloddorf", "ix_search_entries_words")]
    [InlineData("reykjavik", "ix_search_entries_words")]
    [InlineData("istambul", "ix_search_words_alike")]
    [InlineData("hotline -geneva", "ix_search_entries_words")]
    [InlineData("\"joint list\"", "ix_search_entries_words")]
    [InlineData("exchange", "ix_search_entries_named")]
    public async Task A_search(string text, string index)
    {
        await using var plans = large.Plans();
        await new RecordSearch(plans).FindAsync(new SearchQuestion(text), Ct);
        plans.Take().Indexes.ShouldContain(index);
    }

    // To list what the words find took half of the time, at a million entries.
    [Fact]
    public async Task A_phrase_of_words_that_stand_everywhere_is_looked_for_in_the_important_alone()
    {
        await using var plans = large.Plans();
        (await new RecordSearch(plans, LargeRecord.Bounds).FindAsync(new SearchQuestion("\"new exchange\""), Ct)).IsExact.ShouldBeFalse();
        var asked = plans.Take().Conditions.Where(c => c.Contains("words @@", StringComparison.Ordinal)).ToList();
        asked.ShouldNotBeEmpty();
        asked.ShouldAllBe(c => c.Contains('~') || c.Contains("mark.text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suggestions()
    {
        await using var plans = large.Plans();
        (await new SearchSuggestions(plans).FindAsync("varo", Ct)).ShouldNotBeEmpty();
        Uses(plans.Take(), "ix_search_entries_actors");
    }

    private ApiQuery Asked(string query) => new(new QueryCollection(QueryHelpers.ParseQuery(query.Replace("PROCESS", large.Process, StringComparison.Ordinal).Replace("PERSON", large.Person, StringComparison.Ordinal).Replace("PARTY", large.Party, StringComparison.Ordinal).Replace("AFTER", $"after={large.Middle}", StringComparison.Ordinal))));

    private static void Uses(PlanParts parts, string index)
    {
        parts.Indexes.ShouldContain(index);
        parts.Whole.Except(Small).ShouldBeEmpty();
    }
}

/// <summary>Some tens of thousands of generated entries.</summary>
public sealed class LargeRecord(TestDatabases databases) : IAsyncLifetime
{
    private const int Entries = 40_000;

    private TestDatabase _database = null!;

    /// <summary>A tenth of what a search looks at: what is little of this record is then much, as of a greater one.</summary>
    public static SearchBounds Bounds { get; } = new(100, 50, 150, 250, 80);

    /// <summary>The person of whom there is most.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The party of which there is most.</summary>
    public string Party { get; private set; } = "";

    /// <summary>The process of which there is most.</summary>
    public string Process { get; private set; } = "";

    /// <summary>A place in the middle of the timeline.</summary>
    public string Middle { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        (await new Generation(_database.OwnerConnectionString, TimeProvider.System).RunAsync(Entries, 5, isSure: false, TestContext.Current.CancellationToken)).ShouldBeOfType<GenerationOutcome.Generated>();
        await Infrastructure.Plans.PrepareAsync(_database);
        Person = await MostAsync(3);
        Party = await MostAsync(2);
        Process = await MostAsync(1);
        await using var context = new Data.RecordContext(_database.ReaderOptions);
        var middle = context.Timeline.Where(e => e.Until == null).OrderByDescending(e => e.At).Skip(Entries / 2).Select(e => new { e.At, e.Worth }).First();
        Middle = new TimelineCursor(middle.At, middle.Worth).ToString();
    }

    internal Plans Plans() => new(_database.ReaderConnectionString);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<string> MostAsync(int dimension) => (string)(await TestDatabase.AskAsync(_database.Owner, $"select key from record.timeline_facets where dimension = {dimension} group by key order by sum(entries) desc limit 1"))!;
}
