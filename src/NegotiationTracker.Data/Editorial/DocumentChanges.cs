using System.Globalization;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What differs between two states of a document, field by field.</summary>
public static class DocumentChanges
{
    /// <summary>Every change that leads from one state to the other, in the order of the fields; empty when they say the same.</summary>
    /// <param name="before">The earlier state; empty when there was none.</param>
    /// <param name="after">The later state.</param>
    public static IReadOnlyList<DocumentChange> Between(JsonObject? before, JsonObject after)
    {
        var changes = new List<DocumentChange>();
        Members(before ?? [], after, "", changes);
        return changes;
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, string oldPath, List<DocumentChange> changes)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        if (before is JsonObject old && after is JsonObject now) Members(old, now, path, changes, oldPath);
        else if (before is JsonArray oldList && after is JsonArray newList) Items(oldList, newList, path, oldPath, changes);
        else changes.Add(new DocumentChange(after is null ? oldPath : path, before, after, before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed));
    }

    private static void Members(JsonObject before, JsonObject after, string path, List<DocumentChange> changes, string? oldPath = null)
    {
        foreach (var name in after.Select(m => m.Key).Concat(before.Select(m => m.Key)).Distinct())
            Compare(before[name], after[name], Member(path, name), Member(oldPath ?? path, name), changes);
    }

    private static void Items(JsonArray before, JsonArray after, string path, string oldPath, List<DocumentChange> changes)
    {
        var places = ListAlignment.Of(before, after);
        for (var i = 0; i < before.Count; i++)
            if (!places.Contains(i)) changes.Add(new DocumentChange(At(oldPath, i), before[i], null, ChangeKind.Removed));
        for (var j = 0; j < after.Count; j++)
        {
            if (places[j] < 0) changes.Add(new DocumentChange(At(path, j), null, after[j], ChangeKind.Added));
            else Compare(before[places[j]], after[j], At(path, j), At(oldPath, places[j]), changes);
        }
        // What came or went shifts the others; only items that changed places among themselves were moved.
        var kept = places.Where(p => p >= 0).ToList();
        if (!kept.SequenceEqual(kept.Order())) changes.Add(new DocumentChange(path, before, after, ChangeKind.Reordered));
    }

    private static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}

/// <summary>One change of a document.</summary>
/// <param name="Path">Path in the later state; of what was removed, in the earlier one.</param>
/// <param name="Before">What stood there; empty for what was added.</param>
/// <param name="After">What stands there; empty for what was removed.</param>
/// <param name="Kind">What sort of change.</param>
public sealed record DocumentChange(string Path, JsonNode? Before, JsonNode? After, ChangeKind Kind);

/// <summary>Sorts of change.</summary>
public enum ChangeKind { Added, Removed, Changed, Reordered }
