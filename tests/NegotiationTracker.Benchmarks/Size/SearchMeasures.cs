using System.Diagnostics;
using System.Globalization;
using System.Net;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>Searches that were never asked before, by how frequent their words are, before and right after 10,000 publications.</summary>
internal static class SearchMeasures
{
    private const string Path = "/api/v1/search?q=";
    private const double MostMilliseconds = 60;
    private const double OfBefore = 0.7;
    private const int Publications = 10_000;
    private const int Batch = 500;

    public static async Task RunAsync(SizedRecord record, TimeSpan round)
    {
        Figures.Head($"GET /api/v1/search?q= at {record.Size}, one client");
        using (var answer = await record.Program.Client.GetAsync(Path + "ceasefire"))
        {
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                Console.WriteLine("not there yet");
                return;
            }
        }
        await using var database = NpgsqlDataSource.Create(record.Owner);
        var classes = await SearchTerms.ChooseAsync(database);
        var before = Ways(record, classes);
        await Way.RunAsync(1, round, before);
        foreach (var (way, terms) in before.Zip(classes)) Figures.AtMost($"{terms.Name}: p95, ms", way.Late, MostMilliseconds, $"{Figures.Rates(way)}   {terms.Said}");

        var watch = Stopwatch.StartNew();
        await PublishAsync(record);
        var took = watch.Elapsed;
        var after = Ways(record, classes);
        await Way.RunAsync(1, round, after);
        foreach (var (way, was) in after.Zip(before)) Figures.AtLeast($"{was.Name}: speed right after {Publications:N0} publications / before", was.Median / way.Median, OfBefore, string.Create(CultureInfo.InvariantCulture, $"p95 {way.Late:0.0} ms"));
        Figures.Told("publications a second, in batches of " + Batch.ToString(CultureInfo.InvariantCulture), Publications / took.TotalSeconds, "");
    }

    private static Way[] Ways(SizedRecord record, IEnumerable<SearchTerms> classes) =>
        [.. classes.Select(c => new Way(c.Name, record.Program, [.. c.Terms.Select(t => LoadClient.Request(record.Program.Port, Path + Uri.EscapeDataString(t), isNew: true, acceptsBrotli: true))]))];

    // The same records each time, so that a home that is used again grows once.
    private static async Task PublishAsync(SizedRecord record)
    {
        await using var desk = NpgsqlDataSource.Create(DatabaseRoles.DeskConnectionString(record.Owner));
        var publisher = new Publisher(desk, TimeProvider.System);
        var process = await record.GreatestAsync("processes");
        var source = new SourceDocument { Slug = "bench-source", Title = "An agency's text", Publisher = "Agency", Form = SourceKind.NewsAgency, Url = "https://example.org/1" };
        await DoneAsync(publisher, [source]);
        var run = DateTimeOffset.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        for (var first = 0; first < Publications; first += Batch)
        {
            await DoneAsync(publisher, [.. Enumerable.Range(first, Batch).Select(i => new IncidentDocument
            {
                Slug = string.Create(CultureInfo.InvariantCulture, $"bench-incident-{i}"), Title = string.Create(CultureInfo.InvariantCulture, $"Incident {i} during the new exchange, run {run}"),
                Summary = "The delegations discussed the humanitarian exchange before the next round; observers confirmed the revised list of prisoners.", Form = IncidentKind.Explosion, Processes = [process],
                When = new When { Date = Edtf.Parse(new DateOnly(2016, 1, 1).AddDays(i % 3000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) }, Citations = [new Citation { Source = source.Slug, Quote = "as printed" }],
            })]);
        }
    }

    private static async Task DoneAsync(Publisher publisher, IReadOnlyList<RecordDocument> documents)
    {
        if (await publisher.PublishAsync(documents, "benchmark", null) is PublishOutcome.Refused refused) throw new InvalidOperationException($"Not published: {refused.Faults[0].Field}: {refused.Faults[0].Reason}");
    }
}
