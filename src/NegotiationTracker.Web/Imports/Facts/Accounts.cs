using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Several reported values of one field need a public note; where the file calls them no conflict, they stand beside each other.</summary>
internal static class Accounts
{
    public static void Explain(Dictionary<string, RecordDocument> documents)
    {
        foreach (var (id, document) in documents.ToList())
        {
            var explained = document.Differences.Select(d => d.Field).ToHashSet(StringComparer.Ordinal);
            var missing = document.Claims.GroupBy(c => c.Field).Where(g => g.Count() > 1 && !explained.Contains(g.Key)).Select(g => new Difference
            {
                Field = g.Key,
                Kind = DifferenceKind.Complementary,
                Note = $"Accounts that stand beside each other: {ConflictNote.Listed([.. g.Select(c => new ConflictValue(c.Value, c.Note, c.Citations))])}.",
            });
            documents[id] = document with { Differences = [.. document.Differences, .. missing] };
        }
    }
}
