using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Reads what lasts: ceasefires that lie over a window, and promises of the entries that it shows.</summary>
internal static class WindowSpans
{
    private const int MostCeasefires = 30;

    public static async Task<List<WindowSpan>> ReadAsync(RecordContext context, WindowQuestion question, DateTimeOffset from, DateTimeOffset to, Guid[] promises, CancellationToken ct)
    {
        // Spans are those of now; on a past day the entries alone are sure.
        if (question.AsOf is not null) return [];
        var filter = question.Filter;
        var ceasefires = context.Spans.FromSql($"select * from record.timeline_spans where form = 0 and tstzrange(\"from\", till) && tstzrange({from}, {to})");
        var spans = await (
            from span in ceasefires.Concat(context.Spans.Where(s => s.Form == SpanForm.Promise && promises.Contains(s.RecordId)))
            join record in context.Records on span.RecordId equals record.Id
            where (filter.Kind == null || record.Kind == filter.Kind) && (filter.Process == null || record.Processes.Contains(filter.Process)) && (filter.Party == null || record.Parties.Contains(filter.Party))
                && (filter.Person == null || record.People.Contains(filter.Person)) && (filter.Topic == null || record.Topics.Contains(filter.Topic))
            orderby record.SourceCount descending, record.Id
            select new { span, record.Kind, record.Slug, record.Title }).Take(MostCeasefires + promises.Length).ToListAsync(ct);
        return [.. spans.OrderBy(s => s.span.From).Select(s => new WindowSpan(s.span.Form.ToString(), s.Kind, Links.To(s.Kind, s.Slug), s.Title, s.span.From, s.span.Due, s.span.Till, s.span.Status))];
    }
}
