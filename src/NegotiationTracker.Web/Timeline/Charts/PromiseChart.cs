using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>How many days passed from promise to delivery.</summary>
internal static class PromiseChart
{
    /// <summary>The most promises that are counted, the newest.</summary>
    public const int Most = 100_000;

    private static readonly (int To, string Label)[] Steps =
        [(0, "same day"), (1, "1 day"), (3, "2 to 3 days"), (7, "4 to 7 days"), (14, "8 to 14 days"), (30, "15 to 30 days"), (90, "31 to 90 days"), (int.MaxValue, "more than 90 days")];

    public static async Task<BarChart> ReadAsync(RecordContext context, ListFilter filter, CancellationToken ct)
    {
        const string Note = "Full delivery by the day on which it was recorded, counted from the day of the promise; late is after the end of the due window. Promises that were only partly kept stand under not yet.";
        var table = new ChartTable("promises", "Days from promise to delivery", ["Days", "in time, or no time set", "late"], [], Note);
        if (filter.Kind is not (null or "commitments")) return new BarChart(table, [], []);
        var records = RecordList.Narrowed(context, context.Records.Where(r => r.Kind == "commitments" && r.Document != null), filter with { Kind = null, Status = null });
        var promises = await (
            from span in context.Spans
            join record in records on span.RecordId equals record.Id
            where span.Form == SpanForm.Promise
            orderby span.From descending
            select new { span.From, span.Due, span.Till, span.Status }).Take(Most).ToListAsync(ct);
        var now = DateTimeOffset.UtcNow;
        var values = new int[Steps.Length + 2, 2];
        foreach (var promise in promises)
        {
            var isFull = promise is { Status: nameof(Fulfilment.Full), Till: not null };
            var end = isFull ? promise.Till!.Value : now;
            var row = isFull ? Array.FindIndex(Steps, s => (int)Math.Floor((end.UtcDateTime.Date - promise.From.UtcDateTime.Date).TotalDays) <= s.To) : promise.Status == nameof(Fulfilment.Broken) ? Steps.Length + 1 : Steps.Length;
            values[row, promise.Due is { } due && end >= due ? 1 : 0]++;
        }
        var bars = Steps.Select(s => s.Label).Append("not yet").Append("broken").Select((label, i) => (label, (IReadOnlyList<int>)[values[i, 0], values[i, 1]])).ToList();
        return new BarChart(
            table with { Rows = [.. bars.Select(b => (IReadOnlyList<string>)[b.label, .. b.Item2.Select(v => v.ToString(CultureInfo.InvariantCulture))])] }, ["in time, or no time set", "late"],
            promises.Count == 0 ? [] : bars);
    }
}
