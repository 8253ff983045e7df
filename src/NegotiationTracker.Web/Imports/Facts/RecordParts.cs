using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>What items of all arrays have in common: citations, reported values, checks, links, a note.</summary>
internal static class RecordParts
{
    /// <summary>Adds the common parts to a document.</summary>
    public static RecordDocument Finish(FactsNode item, RecordDocument document, params string?[] notes) => document with
    {
        Origin = item.Id,
        Note = FactsText.Sentences([.. notes, item.Text("note")])?.Replace('_', ' '),
        Claims = [.. document.Claims, .. ClaimMapping.Of(item, "reported")],
        Checks = Checks(item),
        Links = [.. document.Links, .. Links(item)],
        Citations = [.. document.Citations, .. CitationMapping.Of(item)],
    };

    private static IReadOnlyList<Check> Checks(FactsNode item) =>
    [
        .. item.Children("checks").Select(check => new Check
        {
            Expression = check.Need("expression"), Result = check.Number("result"), Holds = check.Flag("holds") ?? false, Note = check.Text("note"), Citations = CitationMapping.Of(check),
        }),
    ];

    private static IEnumerable<Link> Links(FactsNode item)
    {
        if (item.Child("links") is not { } links) yield break;
        foreach (var kind in links.Keys())
        {
            if (kind is not ("talks" or "exchanges" or "proposals" or "commitments" or "incidents" or "ceasefires" or "follows")) continue;
            // The first that talks follow has a field of its own.
            foreach (var id in kind == "follows" ? links.Texts(kind).Skip(1) : links.Texts(kind))
            {
                if (item.Reading.Record(links, kind, id) is { } record) yield return new Link { Role = Role(kind), To = record };
            }
        }
    }

    private static string Role(string kind) => kind switch { "proposals" or "ceasefires" => "discussed", "follows" => "follows", _ => "related" };
}
