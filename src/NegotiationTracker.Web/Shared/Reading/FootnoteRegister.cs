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
    private readonly Dictionary<(string Source, string? Quote, string? Locator, string? Claimant), Footnote> _notes = [];

    private FootnoteRegister()
    {
    }

    /// <summary>All footnotes in the order of their numbers.</summary>
    public IEnumerable<Footnote> All => _notes.Values.OrderBy(n => n.Number);

    /// <summary>Numbers the citations of a document and reads their sources.</summary>
    public static async Task<FootnoteRegister> LoadAsync(RecordContext context, KeptSourceDocuments kept, RecordDocument document, CancellationToken ct)
    {
        var citations = Kinds.Get(document.Kind).Citations(document).Select(c => c.Citation).ToList();
        var sources = await kept.LoadAsync(context, citations.Select(c => c.Source), ct);
        var register = new FootnoteRegister();
        foreach (var citation in citations)
            register._notes.TryAdd(Key(citation), new Footnote(register._notes.Count + 1, citation, sources.GetValueOrDefault(citation.Source)));
        return register;
    }

    /// <summary>The footnotes of some citations, by number.</summary>
    public IReadOnlyList<Footnote> Of(IEnumerable<Citation> citations) =>
        [.. citations.Select(c => _notes.GetValueOrDefault(Key(c))).OfType<Footnote>().DistinctBy(n => n.Number).OrderBy(n => n.Number)];

    private static (string Source, string? Quote, string? Locator, string? Claimant) Key(Citation c) => (c.Source, c.Quote, c.Locator, c.Claimant);
}
