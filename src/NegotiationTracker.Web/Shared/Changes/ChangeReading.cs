using System.Text.Json.Nodes;
using NegotiationTracker.Data.Editorial;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>The changes between two states of a document, as a page shows them.</summary>
internal static class ChangeReading
{
    // What a record rests on comes after what it says.
    private static readonly string[] Last = ["links", "claims", "differences", "checks", "citations", "origin", "formerSlugs"];

    /// <summary>The changes, grouped by the part of the record that they are in.</summary>
    /// <param name="before">The earlier state; empty for a new record.</param>
    /// <param name="after">The later state.</param>
    /// <param name="names">Names of what both refer to.</param>
    public static IReadOnlyList<ChangeGroup> Of(JsonObject? before, JsonObject after, DocumentNames names) =>
        [
            .. Rows(before, after, names).GroupBy(r => FieldLabel.Group(r.Path))
                .OrderBy(g => Array.IndexOf(Last, g.Key)).Select(g => new ChangeGroup(FieldLabel.Of(g.Key), [.. g])),
        ];

    private static IEnumerable<ChangeRow> Rows(JsonObject? before, JsonObject after, DocumentNames names)
    {
        JsonObject?[] laterFirst = [after, before];
        JsonObject?[] earlierFirst = [before, after];
        foreach (var change in Times(DocumentChanges.Between(before, after), after))
            yield return new ChangeRow(change.Path, FieldLabel.Rest(change.Path, change.Kind == ChangeKind.Removed ? earlierFirst : laterFirst, names), change.Kind, change.Before, change.After);
    }

    // A time is read as one: that its zone came with its date is one change, not two.
    private static IEnumerable<DocumentChange> Times(IReadOnlyList<DocumentChange> changes, JsonObject after)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (TimeOf(change, after) is not { } time)
            {
                yield return change;
                continue;
            }
            var path = Above(change.Path);
            if (!told.Add(path)) continue;
            var was = (JsonObject)time.DeepClone();
            foreach (var part in changes.Where(c => Above(c.Path) == path)) was[Member(part.Path)] = part.Before?.DeepClone();
            foreach (var empty in was.Where(m => m.Value is null).Select(m => m.Key).ToList()) was.Remove(empty);
            yield return new DocumentChange(path, was, time, ChangeKind.Changed);
        }
    }

    private static JsonObject? TimeOf(DocumentChange change, JsonObject after)
    {
        if (Member(change.Path) is not ("date" or "zone" or "note") || Above(change.Path) is not { Length: > 0 } above) return null;
        return DocumentPlace.Get(after, above) is JsonObject owner && ValueWords.Time(owner) is not null ? owner : null;
    }

    private static string Above(string path) => path.LastIndexOf('.') is > 0 and var at ? path[..at] : "";

    private static string Member(string path) => path[(path.LastIndexOf('.') + 1)..];
}

/// <summary>Changes in one part of a record.</summary>
/// <param name="Title">What the part is called.</param>
/// <param name="Rows">The changes.</param>
public sealed record ChangeGroup(string Title, IReadOnlyList<ChangeRow> Rows);

/// <summary>One change.</summary>
/// <param name="Path">Path in the later state; of what was removed, in the earlier one.</param>
/// <param name="Label">Where in its part it is; empty for the part as a whole.</param>
/// <param name="Kind">What sort of change.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there.</param>
public sealed record ChangeRow(string Path, string Label, ChangeKind Kind, JsonNode? Before, JsonNode? After);
