using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;

namespace NegotiationTracker.Benchmarks;

/// <summary>
/// Two nodes over one database. A reviewer approves at one, 50 times, an amendment of a record together with a new record; at the other a browser
/// has that record's page open, and another the timeline. Measured from the answer to COMMIT to the change of each page's line.
/// </summary>
internal static class LiveDelay
{
    private const int Publications = 50;
    private const string Amended = "bench-amended";

    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync()
    {
        await using var desk = await MeasuredDesk.StartAsync();
        await using var here = await MeasuredProgram.StartAsync(desk.Owner);
        await using var there = await MeasuredProgram.StartAsync(desk.Owner);
        var (editor, reviewer) = (await desk.AccountAsync("editor", "editor"), await desk.AccountAsync("reviewer", "reviewer"));
        await PublishFirstAsync(desk);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await MachineBrowser.StartAsync(playwright);
        var record = await OpenReader.OpenAsync(browser, $"{there.Address}/incidents/{Amended}");
        var timeline = await OpenReader.OpenAsync(browser, $"{there.Address}/timeline");
        var rounds = new List<Round>();
        for (var number = 1; number <= Publications; number++)
        {
            var (amendment, addition) = await SubmitAsync(desk, editor, number);
            await Task.Delay(Pause);
            var (ofRecord, ofTimeline) = (await record.WatchAsync(Title(number)), await timeline.WatchAsync(NewTitle(number)));
            using var answer = await here.Client.PostAsync($"/measured/approve/{reviewer}/{amendment}/{addition}", null);
            answer.EnsureSuccessStatusCode();
            rounds.Add(new Round((await answer.Content.ReadFromJsonAsync<Approval>())!, await ofRecord, await ofTimeline));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Publications} publications approved at one node ({Median(rounds.Select(r => r.Approval.Committed - r.Approval.Called)):0} ms each, median), pages open at another"));
        Console.WriteLine($"{"from COMMIT, ms",-36} {"came",6} {"median",8} {"95th",8} {"max",8}");
        Print("line on the record's page", rounds, r => r.Record?.At);
        Print("the page fetched has the new text", rounds, r => r.Record is { Shows: true } seen ? seen.Fetched : null);
        Print("line on the timeline", rounds, r => r.Timeline?.At);
        Print("the page fetched has the new record", rounds, r => r.Timeline is { Shows: true } seen ? seen.Fetched : null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the browser's two clocks differ by at most {rounds.SelectMany(r => new[] { r.Record, r.Timeline }).Max(s => s?.Drift ?? 0):0.0} ms"));
        Console.WriteLine($"at the end the lines say \"{rounds[^1].Record?.Text}\" and \"{rounds[^1].Timeline?.Text}\"; the first one's link shows \"{await record.FollowAsync()}\"");
        foreach (var (round, number) in rounds.Select((r, i) => (r, i + 1)).Where(r => r.r.Record is { Shows: false } || r.r.Timeline is { Shows: false }))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not shown at the {number}th: committed at {round.Approval.Committed:0}; record {round.Record}; timeline {round.Timeline}"));
        return rounds.All(r => r.Record is { Shows: true } && r.Timeline is { Shows: true }) ? 0 : 1;
    }

    private static async Task PublishFirstAsync(MeasuredDesk desk)
    {
        var source = new SourceDocument { Slug = "bench-source", Title = "An agency's text", Publisher = "Agency", Form = SourceKind.NewsAgency, Url = "https://example.org/1" };
        var incident = new IncidentDocument
        {
            Slug = Amended, Title = "As first reported", Form = IncidentKind.Explosion, Processes = ["ukraine-2025"], When = new When { Date = Edtf.Parse(First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) },
            Citations = [new Citation { Source = source.Slug, Quote = "as printed" }],
        };
        if (await desk.Publisher.PublishAsync([source, incident], "benchmark", null) is not PublishOutcome.Published)
            throw new InvalidOperationException("The first record was not published.");
    }

    // As an editor writes and submits; none of it is measured.
    private static async Task<(Guid Amendment, Guid Addition)> SubmitAsync(MeasuredDesk desk, Guid editor, int number)
    {
        var amendment = MeasuredDesk.Done(await desk.Drafts.OpenAsync(editor, "incidents", Amended));
        var document = JsonNode.Parse(amendment.Document)!.AsObject();
        var addition = document.DeepClone().AsObject();
        document["title"] = Title(number);
        MeasuredDesk.Done(await desk.Drafts.SaveAsync(editor, amendment.Id, amendment.Version, document));
        (addition["title"], addition["slug"]) = (NewTitle(number), string.Create(CultureInfo.InvariantCulture, $"bench-new-{number}"));
        // A day later each time: a page of the timeline shows 50 entries, and of more on one day not the newest.
        addition["when"]!["date"] = First.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var added = await desk.DraftAsync(editor, "incidents", addition);
        MeasuredDesk.Done(await desk.Reviews.SubmitAsync(editor, [amendment.Id, added], null));
        return (amendment.Id, added);
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"As amended time {number:00}");

    private static string NewTitle(int number) => string.Create(CultureInfo.InvariantCulture, $"As newly reported {number:00}");

    private static void Print(string what, List<Round> rounds, Func<Round, double?> at)
    {
        var delays = rounds.Select(r => at(r) - r.Approval.Committed).OfType<double>().Order().ToList();
        Console.WriteLine(delays.Count == 0
            ? $"{what,-36} {"0/" + Publications,6}"
            : string.Create(CultureInfo.InvariantCulture, $"{what,-36} {delays.Count + "/" + Publications,6} {Median(delays),8:0.0} {delays[(int)Math.Ceiling(delays.Count * 0.95) - 1],8:0.0} {delays[^1],8:0.0}"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private sealed record Round(Approval Approval, Sight? Record, Sight? Timeline);
}
