using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Statements;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>Counts are kept by the transaction that publishes, through the whole life of records; verify holds them against the entries.</summary>
public sealed class TimelineCountingTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_stay_true_while_records_are_published_amended_and_retracted()
    {
        await using var database = await databases.CreateAsync();
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await PublishAsync(publisher, Ground);
        // More than from where on a facet is counted in slots, so that both ways of counting are passed through.
        var many = Enumerable.Range(0, TimelineFacet.CountedFrom + 80).Select(i => Statement(i, $"2025-0{1 + (i % 6)}-{1 + (i % 28):00}")).ToList();
        foreach (var batch in many.Chunk(300)) await PublishAsync(publisher, batch);
        (await VerifyAsync(database)).ShouldBeEmpty();
        (await CountedAsync(database)).ShouldBeGreaterThan(0);

        // Another day, another zone, another importance of what is disputed, another topic, and nothing at all.
        await PublishAsync(publisher, [.. many.Take(40).Select((s, i) => s with { When = Documents.On($"2026-03-{1 + (i % 28):00}T23:30+03:00", "Europe/Kyiv") })]);
        await PublishAsync(publisher, [.. many.Skip(40).Take(40).Select(s => s with { Topics = ["ceasefire"] })]);
        await PublishAsync(publisher, [.. many.Skip(80).Take(40).Select(s => s with { OnBehalfOf = null })]);
        await PublishAsync(publisher, [.. many.Skip(120).Take(40)]);
        (await VerifyAsync(database)).ShouldBeEmpty();

        foreach (var statement in many.Skip(30).Take(25)) (await publisher.RetractAsync("statements", statement.Slug, "Counted twice.", "editor", Ct)).ShouldBeTrue();
        (await VerifyAsync(database)).ShouldBeEmpty();
        (await TestDatabase.AskAsync(database.Owner, "select entries from record.timeline_facets where dimension = 0 and record_kind = 'statements'")).ShouldBe(many.Count - 25);
    }

    [Fact]
    public async Task Two_nodes_that_publish_at_once_count_together()
    {
        await using var database = await databases.CreateAsync();
        await PublishAsync(new Publisher(database.Desk, TimeProvider.System), Ground);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(node => Task.Run(async () =>
        {
            var publisher = new Publisher(database.Desk, TimeProvider.System);
            for (var i = 0; i < 12; i++) await PublishAsync(publisher, [.. Enumerable.Range(0, 10).Select(n => Statement((node * 1000) + (i * 10) + n, "2025-06-02"))]);
        }, Ct)));
        (await VerifyAsync(database)).ShouldBeEmpty();
        (await TestDatabase.AskAsync(database.Owner, "select entries from record.timeline_facets where dimension = 0 and record_kind = 'statements'")).ShouldBe(240);
    }

    [Theory]
    [InlineData("update record.timeline_marks set disputed = not disputed where at = (select max(at) from record.timeline_marks)", "marks differ")]
    [InlineData("delete from record.timeline_marks where at = (select max(at) from record.timeline_marks)", "facets count otherwise")]
    [InlineData("update record.timeline_facets set entries = entries + 1 where dimension = 0", "facets count otherwise")]
    public async Task A_count_that_was_altered_is_found(string forgery, string finding)
    {
        await using var database = await databases.CreateAsync();
        await PublishAsync(new Publisher(database.Desk, TimeProvider.System), [.. Ground, .. Enumerable.Range(0, 5).Select(i => Statement(i, "2025-06-02"))]);
        (await VerifyAsync(database)).ShouldBeEmpty();
        await TestDatabase.AskAsync(database.Owner, forgery);
        (await VerifyAsync(database)).ShouldContain(f => f.Contains(finding, StringComparison.Ordinal));
    }

    private static IReadOnlyList<RecordDocument> Ground => [Documents.Source, Documents.Process, Documents.Party, Documents.Person];

    private static StatementDocument Statement(int number, string date) => Documents.Statement with
    {
        Slug = $"statement-{number}", Title = $"Statement {number}", When = Documents.On(date), OnBehalfOf = "ukraine", Topics = [number % 3 == 0 ? "prisoners" : "territory"],
    };

    private static async Task PublishAsync(Publisher publisher, IReadOnlyList<RecordDocument> documents) =>
        (await publisher.PublishAsync(documents, "editor", null, ct: Ct)).ShouldBeOfType<PublishOutcome.Published>();

    private static async Task<IReadOnlyList<string>> VerifyAsync(TestDatabase database) => (await new Verification(database.Desk).RunAsync(Ct)).Findings;

    private static async Task<long> CountedAsync(TestDatabase database) => (long)(await TestDatabase.AskAsync(database.Owner, "select count(*) from record.timeline_slots"))!;
}
