using System.Globalization;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>Windows of the timeline, each one that was never asked before: any length from six hours to everything, any place.</summary>
internal static class WindowMeasures
{
    // More than are asked.
    private const int Windows = 40_000;

    // So few that each is asked many times: what answers of this content cost when none of their entries has to be read.
    private const int Few = 200;

    private const double OfSmall = 1.5;
    private const double MostMilliseconds = 15;
    private const double MostKilobytes = 60;

    private static readonly Task<string> ByKind = Task.FromResult("lanes=kind");

    // Where the made-up record begins, and how long it is.
    private static readonly DateTimeOffset First = new(2014, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromDays(12 * 365.25);
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(6);

    public static async Task RunAsync(IReadOnlyList<SizedRecord> records, TimeSpan round)
    {
        Figures.Head("GET /api/v1/timeline/window?from&to&width=1200, one client, brotli");
        var together = new double[records.Count];
        foreach (var (name, query) in new (string, Func<SizedRecord, Task<string>>)[]
        {
            ("by kind", _ => ByKind),
            ("by party", _ => Task.FromResult("lanes=party")),
            ("by person", _ => Task.FromResult("lanes=person")),
            ("by topic", _ => Task.FromResult("lanes=topic")),
            ("by process", _ => Task.FromResult("lanes=process")),
            ("of a party, by kind", async r => $"lanes=kind&party={await r.GreatestAsync("parties")}"),
            ("of a kind, by party", _ => Task.FromResult("lanes=party&kind=statements")),
            ("of a person, by kind", async r => $"lanes=kind&person={await r.GreatestAsync("people")}"),
            ("of a party and a kind, by party", async r => $"lanes=party&kind=statements&party={await r.GreatestAsync("parties")}"),
        })
        {
            var medians = await MeasureAsync(records, round, name, query, Windows);
            for (var i = 0; i < medians.Count; i++) together[i] += medians[i];
        }
        for (var i = 1; i < records.Count; i++) Figures.AtMost($"one of each: time at {records[i].Size} / {records[0].Size}", together[i] / together[0], OfSmall, "");
        await MeasureAsync(records, round, $"by kind, {Few} of them again and again", _ => ByKind, Few);
    }

    private static async Task<List<double>> MeasureAsync(IReadOnlyList<SizedRecord> records, TimeSpan round, string name, Func<SizedRecord, Task<string>> query, int windows)
    {
        var ways = new List<(SizedRecord Record, Way Way)>();
        foreach (var record in records)
        {
            var asked = await query(record);
            ways.Add((record, new Way(record.Size, record.Program, [.. Addresses(asked).Take(windows).Select(a => LoadClient.Request(record.Program.Port, a, isNew: true, acceptsBrotli: true))])));
        }
        await Way.RunAsync(1, round, [.. ways.Select(w => w.Way)]);
        foreach (var (record, way) in ways.Skip(1)) Figures.AtMost($"{name}: time at {record.Size} / {ways[0].Record.Size}", way.SlowerThan(ways[0].Way), OfSmall, "");
        foreach (var (record, way) in ways) Figures.AtMost($"{name}: p95 at {record.Size}, ms", way.Late, MostMilliseconds, Figures.Rates(way));
        Figures.AtMost($"{name}: heaviest, KB", ways.Max(w => w.Way.Kilobytes), MostKilobytes, "");
        return ways.ConvertAll(w => w.Way.Median);
    }

    // The same for every size and every run.
    private static IEnumerable<string> Addresses(string query)
    {
#pragma warning disable CA5394 // No secret.
        var random = new Random(1);
        for (var i = 0; i < Windows; i++)
        {
            var length = i % 20 == 0 ? Length : Shortest * Math.Pow(Length / Shortest, random.NextDouble());
            var from = First + ((Length - length) * random.NextDouble());
            yield return string.Create(CultureInfo.InvariantCulture, $"/api/v1/timeline/window?from={from:yyyy-MM-ddTHH:mm:ssZ}&to={from + length:yyyy-MM-ddTHH:mm:ssZ}&width=1200&{query}");
        }
#pragma warning restore CA5394
    }
}
