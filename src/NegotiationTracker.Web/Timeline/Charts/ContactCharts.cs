using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Talks;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>Talks that were held, counted: over time by their kind and by party, and who met whom.</summary>
internal static class ContactCharts
{
    private const int MostSeries = 6;
    private const int MostParties = 12;

    private const string Counted = "Talks of all kinds that were held or are under way, each once, by the first day of its time.";

    /// <summary>Contacts over time by kind of talks.</summary>
    public static async Task<BarChart> ByKindAsync(RecordContext context, ListFilter filter, CancellationToken ct)
    {
        var days = await Held(context, filter).GroupBy(r => new { r.FirstDay, r.Form }).Select(g => new { g.Key.FirstDay, g.Key.Form, Count = g.Count() }).ToListAsync(ct);
        return Bars("contacts-by-kind", "Contacts by kind", [.. days.Select(d => (d.FirstDay!.Value, Words.Of(d.Form), d.Count))], Counted);
    }

    /// <summary>Contacts over time by party: one of two parties counts for both.</summary>
    public static async Task<BarChart> ByPartyAsync(RecordContext context, ListFilter filter, CancellationToken ct)
    {
        var top = await Held(context, filter).SelectMany(r => r.Parties).GroupBy(p => p).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostSeries).ToListAsync(ct);
        var days = await Held(context, filter).SelectMany(r => r.Parties, (r, p) => new { r.FirstDay, Party = p }).Where(x => top.Contains(x.Party))
            .GroupBy(x => x).Select(g => new { g.Key.FirstDay, g.Key.Party, Count = g.Count() }).ToListAsync(ct);
        var names = await NamesAsync(context, top, ct);
        return Bars("contacts-by-party", "Contacts by party", [.. days.Select(d => (d.FirstDay!.Value, names.Party(d.Party).ShortTitle, d.Count))], $"{Counted} A contact counts for each party in it; the {MostSeries} parties with the most are shown.");
    }

    /// <summary>How often parties met each other.</summary>
    public static async Task<ChartTable> WhoMetWhomAsync(RecordContext context, ListFilter filter, CancellationToken ct)
    {
        var groups = await Held(context, filter).GroupBy(r => r.Parties).Select(g => new { Parties = g.Key, Count = g.Count() }).ToListAsync(ct);
        var parties = groups.SelectMany(g => g.Parties.Distinct().Select(p => (Party: p, g.Count))).GroupBy(p => p.Party)
            .OrderByDescending(g => g.Sum(p => p.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(MostParties).ToList();
        var names = await NamesAsync(context, parties, ct);
        var met = groups.SelectMany(g => from a in g.Parties.Distinct() from b in g.Parties.Distinct() select (Pair: (a, b), g.Count)).GroupBy(x => x.Pair).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
        return new ChartTable(
            "who-met-whom", "Who met whom", ["Party", .. parties.Select(p => names.Party(p).ShortTitle)],
            [.. parties.Select(a => (IReadOnlyList<string>)[names.Party(a).ShortTitle, .. parties.Select(b => met.GetValueOrDefault((a, b)).ToString(CultureInfo.InvariantCulture))])],
            $"{Counted} Where a party meets itself: all its contacts. The {MostParties} parties with the most are shown.");
    }

    private static IQueryable<Record> Held(RecordContext context, ListFilter filter) =>
        RecordList.Narrowed(context, context.Records.Where(r => r.Kind == "talks" && r.Document != null && (r.Status == nameof(TalksStatus.Held) || r.Status == nameof(TalksStatus.UnderWay)) && r.FirstDay != null), filter with { Kind = null, Status = null })
            .Where(r => filter.Kind == null || filter.Kind == "talks");

    private static Task<RecordNames> NamesAsync(RecordContext context, IEnumerable<string> parties, CancellationToken ct) =>
        RecordNames.LoadAsync(context, parties.Select(p => new Reference("parties", p, "party", "")), ct);

    private static BarChart Bars(string key, string title, IReadOnlyList<(DateOnly Day, string Series, int Count)> counts, string note)
    {
        var series = counts.GroupBy(c => c.Series).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (counts.Count == 0) return new BarChart(new ChartTable(key, title, ["Week of"], [], note), [], []);
        var periods = Periods.Over(counts.Min(c => c.Day), counts.Max(c => c.Day));
        var values = new int[periods.Starts.Count, series.Count];
        foreach (var (day, of, count) in counts) values[periods.IndexOf(day), series.IndexOf(of)] += count;
        var bars = periods.Starts.Select((start, i) => (periods.Label(start), (IReadOnlyList<int>)[.. Enumerable.Range(0, series.Count).Select(s => values[i, s])])).ToList();
        return new BarChart(
            new ChartTable(
                key, $"{title}, by {periods.Unit}", [periods.Unit == "week" ? "Week of" : periods.Unit == "month" ? "Month" : "Year", .. series],
                [.. bars.Where(b => b.Item2.Any(v => v > 0)).Select(b => (IReadOnlyList<string>)[b.Item1, .. b.Item2.Select(v => v.ToString(CultureInfo.InvariantCulture))])], note),
            series, bars);
    }
}
