using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline;
using NegotiationTracker.Web.Timeline.Window;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>What windows and lists keep in memory is never of an earlier publication than the last one heard of.</summary>
public sealed class KeptAnswersTests(TestDatabases databases)
{
    private static readonly DateTimeOffset May = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_window_has_what_was_published_as_soon_as_it_is_heard_of()
    {
        await using var database = await databases.CreateAsync();
        var publications = new Publications(NullLogger<Publications>.Instance);
        var windows = KeptNothing.Windows(new PooledContexts(database), publications);
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await PublishAsync(publisher, [Documents.Source, Documents.Process, Documents.Party, Documents.Incident]);
        (await ShownAsync(windows)).ShouldBe([Documents.Incident.Title]);

        await PublishAsync(publisher, [Documents.Incident with { Title = "Bridge destroyed" }, Documents.Person, Documents.Statement with { When = Documents.On("2025-05-30") }]);
        publications.Hear();
        (await ShownAsync(windows)).ShouldBe([Documents.Statement.Title, "Bridge destroyed"]);
        (await ShownAsync(windows)).ShouldBe([Documents.Statement.Title, "Bridge destroyed"]);
    }

    [Fact]
    public async Task Sources_stand_in_the_order_in_which_they_are_cited_and_a_new_title_shows_as_soon_as_it_is_heard_of()
    {
        await using var database = await databases.CreateAsync();
        var publications = new Publications(NullLogger<Publications>.Instance);
        var sources = new KeptSources(publications, TimeProvider.System);
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await PublishAsync(publisher, [Documents.Source, Documents.Source with { Slug = "second", Title = "Second" }]);
        (await TitlesAsync("second", Documents.Source.Slug, "second", "nowhere")).ShouldBe(["Second", Documents.Source.Title]);

        await PublishAsync(publisher, [Documents.Source with { Title = "Corrected" }]);
        (await TitlesAsync(Documents.Source.Slug, "second")).ShouldBe([Documents.Source.Title, "Second"]);
        publications.Hear();
        (await TitlesAsync(Documents.Source.Slug, "second")).ShouldBe(["Corrected", "Second"]);

        async Task<IEnumerable<string>> TitlesAsync(params string[] slugs)
        {
            await using var context = new RecordContext(database.ReaderOptions);
            return (await sources.LoadAsync(context, slugs, Ct)).Select(s => s.Title);
        }
    }

    [Fact]
    public async Task Footnotes_show_a_source_as_it_is_as_soon_as_it_is_heard_of()
    {
        await using var database = await databases.CreateAsync();
        var publications = new Publications(NullLogger<Publications>.Instance);
        var reader = new RecordReader(new PooledContexts(database), new KeptNames(publications, TimeProvider.System), new KeptSourceDocuments(publications, TimeProvider.System));
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await PublishAsync(publisher, [Documents.Source, Documents.Process, Documents.Party, Documents.Incident]);
        (await CitedAsync()).ShouldBe(Documents.Source.Title);

        await PublishAsync(publisher, [Documents.Source with { Title = "Corrected" }]);
        publications.Hear();
        (await CitedAsync()).ShouldBe("Corrected");

        (await publisher.RetractAsync("sources", Documents.Source.Slug, "not the source", "editor", Ct)).ShouldBeTrue();
        publications.Hear();
        (await CitedAsync()).ShouldBeNull();

        async Task<string?> CitedAsync() => (await reader.FindAsync<IncidentDocument>("incidents", Documents.Incident.Slug, null, Ct)).ShouldBeOfType<RecordAnswer<IncidentDocument>.Found>().Page.Notes.All.First().Source?.Title;
    }

    private static async Task<IEnumerable<string>> ShownAsync(WindowReader windows) =>
        (await windows.ReadAsync(new WindowQuestion(May, May.AddMonths(2), 1200, LaneKind.Kind, new ListFilter(), null), Ct)).Entries
            .Select(e => JsonDocument.Parse(e.Written).RootElement.GetProperty("title").GetString()!);

    private static async Task PublishAsync(Publisher publisher, IReadOnlyList<RecordDocument> documents) =>
        (await publisher.PublishAsync(documents, "editor", null, ct: Ct)).ShouldBeOfType<PublishOutcome.Published>();

    private sealed class PooledContexts(TestDatabase database) : IDbContextFactory<RecordContext>
    {
        public RecordContext CreateDbContext() => new(database.ReaderOptions);
    }
}
