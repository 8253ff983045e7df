using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Reads what lasts: ceasefires that lie over a window, and promises of the entries that it shows.</summary>
internal static class WindowSpans
{
    private const int MostCeasefires = 30;
    private const int MostLooked = 500;

    // In a longer window the longest of all are soon found to lie in it. In a shorter one few lie at all: these are found first (offset 0 makes PostgreSQL do so), then put in order.
    private static readonly TimeSpan LongWindow = TimeSpan.FromDays(366);

    private static readonly TranslatedOnce<Queries> Translated = new();

    public static async Task<List<WindowSpan>> ReadAsync(RecordContext context, WindowQuestion question, DateTimeOffset from, DateTimeOffset to, Guid[] promises, CancellationToken ct)
    {
        // Spans are those of now; on a past day the entries alone are sure.
        if (question.AsOf is not null) return [];
        var filter = question.Filter;
        // Of many that lie over a long window those in force and the longest are to be seen. Through a filter more are looked at than are shown.
        var looked = filter.Kind is not (null or "ceasefires") ? 0 : filter.Narrows ? MostLooked : MostCeasefires;
        var overlapping = to - from > LongWindow
            ? context.Spans.Where(s => s.Form == SpanForm.Ceasefire)
            : context.Spans.FromSql($"""select * from record.timeline_spans where form = 0 and tstzrange("from", till) && tstzrange({from}, {to}) offset 0""");
        var longest = overlapping.Where(s => s.From < to && (s.Till == null || (s.Till > from && s.Till > s.From))).OrderByDescending(s => s.Till == null).ThenByDescending(s => s.Till - s.From).ThenBy(s => s.RecordId).Take(looked);
        var ceasefires =
            from span in longest
            join record in context.Records on span.RecordId equals record.Id
            where (filter.Kind == null || record.Kind == filter.Kind) && (filter.Process == null || record.Processes.Contains(filter.Process)) && (filter.Party == null || record.Parties.Contains(filter.Party))
                && (filter.Person == null || record.People.Contains(filter.Person)) && (filter.Topic == null || record.Topics.Contains(filter.Topic))
            select new Lasting(span, record.Kind, record.Slug, record.Title);
        var spans = looked > 0 ? await ceasefires.Take(MostCeasefires).ToListAsync(ct) : [];
        if (promises.Length > 0) spans.AddRange(await Translated.For(context).Promised(context, promises).ToListAsync(ct));
        return [.. spans.OrderBy(s => s.Span.From).Select(s => new WindowSpan(s.Span.Form.ToString(), s.Kind, Links.To(s.Kind, s.Slug), s.Title, s.Span.From, s.Span.Due, s.Span.Till, s.Span.Status))];
    }

    private sealed record Lasting(TimelineSpan Span, string Kind, string Slug, string Title);

    private sealed class Queries
    {
        public Func<RecordContext, Guid[], IAsyncEnumerable<Lasting>> Promised { get; } = EF.CompileAsyncQuery((RecordContext context, Guid[] promises) =>
            from span in context.Spans
            join record in context.Records on span.RecordId equals record.Id
            where span.Form == SpanForm.Promise && promises.Contains(span.RecordId)
            select new Lasting(span, record.Kind, record.Slug, record.Title));
    }
}
