using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>cites</c>: who prints it and who said it.</summary>
internal static class CitationMapping
{
    public static IReadOnlyList<Citation> Of(FactsNode owner, string key = "cites") => [.. owner.Children(key).Select(One)];

    /// <summary>Whoever all citations name as the one who said it.</summary>
    public static (string? Words, string? Record) Claimant(IReadOnlyList<Citation> citations) =>
        citations.Select(c => c.Claimant).Distinct().Count() == 1 ? (citations[0].Claimant, citations[0].ClaimantRecord) : (null, null);

    private static Citation One(FactsNode cite)
    {
        var claimant = cite.Text("attributed_to");
        return new Citation
        {
            Source = cite.Reading.Slug(cite, "source", "sources", cite.Need("source")) ?? "",
            Quote = cite.Text("quote_or_locator"),
            Claimant = claimant,
            ClaimantRecord = cite.Reading.Names.Starting(claimant)?.Record,
        };
    }
}
