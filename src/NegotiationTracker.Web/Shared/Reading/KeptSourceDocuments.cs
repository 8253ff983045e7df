using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>Sources as they are today, kept in memory until something is published: many records rest on the same ones.</summary>
public sealed class KeptSourceDocuments(Publications publications, TimeProvider time)
{
    private const int Most = 4_000;

    private static readonly TranslatedOnce<Queries> Translated = new();

    private readonly KeptUntilPublished<string, SourceDocument> _kept = new(publications, time, Most);

    /// <summary>The public ones of some sources, by slug; those that are not kept are read in one question.</summary>
    public Task<Dictionary<string, SourceDocument>> LoadAsync(RecordContext context, IEnumerable<string> slugs, CancellationToken ct) => _kept.GetAsync(slugs, async missing =>
    {
        var (kind, sources) = (Kinds.Get("sources"), new Dictionary<string, SourceDocument>(missing.Count));
        await foreach (var row in Translated.For(context).Sources(context, [.. missing]).WithCancellation(ct)) sources[row.Slug] = (SourceDocument)kind.Read(row.Document);
        return sources;
    });

    private sealed record CitedDocument(string Slug, string Document);

    private sealed class Queries
    {
        public Func<RecordContext, string[], IAsyncEnumerable<CitedDocument>> Sources { get; } = EF.CompileAsyncQuery((RecordContext context, string[] slugs) =>
            from slug in context.Slugs
            join record in context.Records on slug.RecordId equals record.Id
            where slug.Kind == "sources" && slugs.Contains(slug.Slug) && record.Document != null
            select new CitedDocument(slug.Slug, record.Document!));
    }
}
