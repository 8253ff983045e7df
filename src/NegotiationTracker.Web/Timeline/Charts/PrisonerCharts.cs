using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>Prisoners and bodies over time: what was agreed and what was delivered, summed up by the ledger, to each side.</summary>
internal static class PrisonerCharts
{
    /// <summary>The most exchanges that are summed up, the newest.</summary>
    public const int Most = 2_000;

    /// <summary>Reads both charts: people, and bodies.</summary>
    public static async Task<IReadOnlyList<StepChart>> ReadAsync(RecordContext context, ListFilter filter, CancellationToken ct)
    {
        if (filter.Kind is not (null or "exchanges")) return [];
        var rows = await RecordList.Narrowed(context, context.Records.Where(r => r.Kind == "exchanges" && r.Document != null && r.FirstDay != null), filter with { Kind = null, Status = null })
            .OrderByDescending(r => r.FirstDay).ThenByDescending(r => r.Id).Select(r => new { r.FirstDay, r.Document }).Take(Most + 1).ToListAsync(ct);
        var kind = Kinds.Get("exchanges");
        var exchanges = rows.Take(Most).Select(r => (Day: r.FirstDay!.Value, Document: (ExchangeDocument)kind.Read(r.Document!))).Where(e => e.Document.Status != ExchangeStatus.Cancelled).ToList();
        var agreedIn = await AgreedAsync(context, exchanges.Select(e => e.Document.AgreedIn).OfType<string>().Distinct().ToArray(), ct);
        var parties = exchanges.SelectMany(e => e.Document.Batches.SelectMany(b => b.Figures).Concat(e.Document.Agreed)).Select(f => f.To).OfType<string>().Distinct().ToList();
        var names = await RecordNames.LoadAsync(context, parties.Select(p => new Reference("parties", p, "party", "")), ct);
        var cut = rows.Count > Most ? FormattableString.Invariant($" The newest {Most:N0} exchanges are summed up.") : "";
        return
        [
            Chart("prisoners", "Prisoners and other people, agreed and delivered", [.. exchanges.Where(e => e.Document.Form != ExchangeKind.Bodies)], agreedIn, names, cut),
            Chart("bodies", "Bodies, agreed and delivered", [.. exchanges.Where(e => e.Document.Form == ExchangeKind.Bodies)], agreedIn, names, cut),
        ];
    }

    private static StepChart Chart(string key, string title, List<(DateOnly Day, ExchangeDocument Document)> exchanges, IReadOnlyDictionary<string, DateOnly> agreedIn, RecordNames names, string cut)
    {
        var steps = new List<(string Party, bool IsAgreed, DateOnly Day, LedgerRange Count)>();
        var unsaid = 0;
        foreach (var (first, exchange) in exchanges)
        {
            foreach (var side in Ledger.Of(exchange, p => names.Party(p).ShortTitle).Sides)
            {
                unsaid += side.Withheld + side.NotReported;
                if (side.Agreed is { } agreed) steps.Add((side.Party, true, exchange.AgreedIn is { } talks && agreedIn.TryGetValue(talks, out var day) ? day : first, agreed));
                steps.AddRange(side.Batches.Select(b => (side.Party, false, b.Batch.When.Date.Days.First ?? first, b.Count)));
            }
        }
        var lines = steps.GroupBy(s => (s.Party, s.IsAgreed)).OrderBy(g => g.Key.Party, StringComparer.Ordinal).ThenByDescending(g => g.Key.IsAgreed)
            .Select(g => new StepLine($"{(g.Key.IsAgreed ? "agreed" : "delivered")} to {names.Party(g.Key.Party).ShortTitle}", g.Key.IsAgreed, Sums(g.Select(s => (s.Day, s.Count))))).ToList();
        var days = lines.SelectMany(l => l.Points.Select(p => p.Day)).Distinct().Order().ToList();
        var note = "Sums of the ledger: rival numbers give a range; a batch whose number was withheld or not reported adds nothing here, though it was not zero. An agreement counts from the day of the talks that made it."
            + (unsaid > 0 ? FormattableString.Invariant($" Without a number: {unsaid:N0} {(unsaid == 1 ? "batch" : "batches")} to a side.") : "") + cut;
        return new StepChart(
            new ChartTable(
                key, title, ["Day", .. lines.Select(l => l.Label)],
                [.. days.Select(day => (IReadOnlyList<string>)[day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), .. lines.Select(l => Value(l, day))])], note),
            lines);
    }

    private static List<(DateOnly Day, long Low, long High)> Sums(IEnumerable<(DateOnly Day, LedgerRange Count)> steps)
    {
        var points = new List<(DateOnly, long, long)>();
        var (low, high) = (0L, 0L);
        foreach (var day in steps.GroupBy(s => s.Day).OrderBy(g => g.Key))
        {
            foreach (var (_, count) in day) (low, high) = (low + count.Low, high + (count.High ?? count.Low));
            points.Add((day.Key, low, high));
        }
        return points;
    }

    private static string Value(StepLine line, DateOnly day)
    {
        var (_, low, high) = line.Points.LastOrDefault(p => p.Day <= day);
        return low == high ? low.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low} to {high}");
    }

    private static async Task<IReadOnlyDictionary<string, DateOnly>> AgreedAsync(RecordContext context, string[] talks, CancellationToken ct) =>
        await (from slug in context.Slugs join record in context.Records on slug.RecordId equals record.Id where slug.Kind == "talks" && talks.Contains(slug.Slug) && record.FirstDay != null select new { slug.Slug, Day = record.FirstDay!.Value })
            .ToDictionaryAsync(t => t.Slug, t => t.Day, ct);
}
