using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>A numbered citation with what its panel shows.</summary>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Citation">The citation.</param>
/// <param name="Source">The source, when it is public.</param>
public sealed record Footnote(int Number, Citation Citation, SourceDocument? Source);

/// <summary>
/// The citations of a document, numbered in its order and not in the order of rendering, so that a number means the same wherever the page
/// shows it. Citations of the same place by the same claimant share one.
/// </summary>
public sealed class FootnoteRegister
{
    private static readonly TranslatedOnce<Queries> Translated = new();

    private readonly Dictionary<(string Source, string? Quote, string? Locator, string? Claimant), Footnote> _notes = [];

    private FootnoteRegister()
    {
    }

    /// <summary>All footnotes in the order of their numbers.</summary>
    public IEnumerable<Footnote> All => _notes.Values.OrderBy(n => n.Number);

    public static async Task<FootnoteRegister> LoadAsync(RecordContext context, RecordDocument document, CancellationToken ct)
    {
        var citations = Kinds.Get(document.Kind).Citations(document).Select(c => c.Citation).ToList();
        var slugs = citations.Select(c => c.Source).Distinct().ToArray();
        var kind = Kinds.Get("sources");
        var sources = new Dictionary<string, SourceDocument>(slugs.Length);
        await foreach (var row in Translated.For(context).Sources(context, slugs).WithCancellation(ct)) sources[row.Slug] = (SourceDocument)kind.Read(row.Document);
        var register = new FootnoteRegister();
        foreach (var citation in citations)
            register._notes.TryAdd(Key(citation), new Footnote(register._notes.Count + 1, citation, sources.GetValueOrDefault(citation.Source)));
        return register;
    }

    /// <summary>The footnotes of some citations, by number.</summary>
    public IReadOnlyList<Footnote> Of(IEnumerable<Citation> citations) =>
        [.. citations.Select(c => _notes.GetValueOrDefault(Key(c))).OfType<Footnote>().DistinctBy(n => n.Number).OrderBy(n => n.Number)];

    private static (string Source, string? Quote, string? Locator, string? Claimant) Key(Citation c) => (c.Source, c.Quote, c.Locator, c.Claimant);

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
