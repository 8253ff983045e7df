using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>Reads a record for its page: today's from its row, that of a past day from the publication that was current then; the page is the same.</summary>
public sealed class RecordReader(IDbContextFactory<RecordContext> contexts, KeptNames keptNames, KeptSourceDocuments keptSources)
{
    private static readonly TranslatedOnce<Queries> Translated = new();

    /// <summary>Finds a record by any slug that it has or had.</summary>
    /// <param name="kind">Key of the kind.</param>
    /// <param name="slug">The slug in the address.</param>
    /// <param name="asOf">Day as known at the end of which (UTC) the record is shown; empty for now.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RecordAnswer<T>> FindAsync<T>(string kind, string slug, DateOnly? asOf, CancellationToken ct)
        where T : RecordDocument
    {
        if (slug.Length > RecordDocument.MaxSlug) return new RecordAnswer<T>.Missing();
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var head = await Translated.For(context).Head(context, kind, slug, ct);
        if (head is null) return new RecordAnswer<T>.Missing();
        if (head.Slug != slug) return new RecordAnswer<T>.Moved(head.Slug);
        var json = head.Document;
        var revision = head.Revision;
        if (asOf is { } day)
        {
            var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            var then = await context.Texts.Where(p => p.RecordId == head.Id && p.From < end && (p.Until == null || p.Until >= end)).FirstOrDefaultAsync(ct);
            if (then is null) return new RecordAnswer<T>.NotYet(head);
            if (then.RedactedAt is not null) return new RecordAnswer<T>.Gone(head, Redacted: true);
            (json, revision) = (then.Document, then.Revision);
        }
        if (json is null) return new RecordAnswer<T>.Gone(head);
        var recordKind = Kinds.Get(kind);
        var document = (T)recordKind.Read(json);
        var names = await keptNames.LoadAsync(context, recordKind.References(document), ct);
        var notes = await FootnoteRegister.LoadAsync(context, keptSources, document, ct);
        return new RecordAnswer<T>.Found(new RecordPage<T>(head, document, names, notes, await Translated.For(context).Related(context, head.Id).ToListAsync(ct), asOf, revision));
    }

    private sealed class Queries
    {
        private const int MostRelated = 5_000;

        public Func<RecordContext, string, string, CancellationToken, Task<Record?>> Head { get; } = EF.CompileAsyncQuery((RecordContext context, string kind, string slug, CancellationToken _) =>
            (from s in context.Slugs join r in context.Records on s.RecordId equals r.Id where s.Kind == kind && s.Slug == slug select r).FirstOrDefault());

        public Func<RecordContext, Guid, IAsyncEnumerable<RelatedRow>> Related { get; } = EF.CompileAsyncQuery((RecordContext context, Guid id) =>
            (from reference in context.References
             join record in context.Records on reference.RecordId equals record.Id
             where reference.ToId == id && record.Document != null
             orderby record.FirstDay, record.Id, reference.Position
             select new RelatedRow(record.Kind, record.Slug, record.Title, record.Summary, record.Form, record.Status, record.Date, record.Zone, record.FirstDay, reference.Role, reference.Field))
            .Take(MostRelated));
    }
}
