using System.Globalization;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Brings two editors' texts together that began from one state. What only one of them changed is taken; where both changed the same field, one's
/// own text stands and the other's is shown beside it. What one took away and the other changed stays until somebody decides.
/// </summary>
public static class DocumentMerge
{
    /// <summary>Merges.</summary>
    /// <param name="origin">The state that both began from.</param>
    /// <param name="mine">One's own text.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    public static MergeOutcome Merge(JsonObject origin, JsonObject mine, JsonObject theirs)
    {
        var conflicts = new List<MergeConflict>();
        var merged = Members(origin, mine, theirs, "", conflicts);
        return new MergeOutcome(merged, conflicts);
    }

    /// <summary>Takes the other's text where that is wanted; everywhere else one's own stands.</summary>
    /// <param name="outcome">What a merge gave.</param>
    /// <param name="theirs">Conflicts in which the other's text is wanted.</param>
    public static JsonObject Resolve(MergeOutcome outcome, IReadOnlyCollection<MergeConflict> theirs)
    {
        var document = (JsonObject)outcome.Document.DeepClone();
        // From the end, so that what is taken out of a list does not move what is still to be put.
        foreach (var conflict in outcome.Conflicts.Reverse())
        {
            var wanted = theirs.Contains(conflict) ? conflict.Theirs : conflict.Mine;
            Put(document, conflict.Steps, wanted?.DeepClone());
        }
        return document;
    }

    private static JsonNode? Merge(JsonNode? origin, JsonNode? mine, JsonNode? theirs, string path, List<MergeConflict> conflicts)
    {
        if (JsonNode.DeepEquals(mine, theirs) || JsonNode.DeepEquals(theirs, origin)) return mine?.DeepClone();
        if (JsonNode.DeepEquals(mine, origin)) return theirs?.DeepClone();
        if (mine is JsonObject a && theirs is JsonObject b) return Members(origin as JsonObject ?? [], a, b, path, conflicts);
        if (mine is JsonArray c && theirs is JsonArray d) return Items(origin as JsonArray ?? [], c, d, path, conflicts);
        conflicts.Add(new MergeConflict(path, origin?.DeepClone(), mine?.DeepClone(), theirs?.DeepClone()));
        return (mine ?? theirs)?.DeepClone();
    }

    private static JsonObject Members(JsonObject origin, JsonObject mine, JsonObject theirs, string path, List<MergeConflict> conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in mine.Select(m => m.Key).Concat(theirs.Select(m => m.Key)).Distinct())
        {
            if (Merge(origin[name], mine[name], theirs[name], path.Length == 0 ? name : $"{path}.{name}", conflicts) is { } value) merged[name] = value;
        }
        return merged;
    }

    private static JsonArray Items(JsonArray origin, JsonArray mine, JsonArray theirs, string path, List<MergeConflict> conflicts)
    {
        var myPlaces = ListAlignment.Of(origin, mine);
        var theirPlaces = ListAlignment.Of(origin, theirs);
        var order = Order(mine, theirs, myPlaces, theirPlaces);
        var merged = new JsonArray();
        foreach (var (my, their) in order)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{merged.Count}]");
            var base_ = my >= 0 && myPlaces[my] >= 0 ? origin[myPlaces[my]] : their >= 0 && theirPlaces[their] >= 0 ? origin[theirPlaces[their]] : null;
            if (Merge(base_, my < 0 ? null : mine[my], their < 0 ? null : theirs[their], at, conflicts) is { } item) merged.Add(item);
        }
        return merged;
    }

    // One's own order; what the other added comes after what it follows there.
    private static List<(int Mine, int Theirs)> Order(JsonArray mine, JsonArray theirs, int[] myPlaces, int[] theirPlaces)
    {
        var order = new List<(int Mine, int Theirs)>();
        for (var i = 0; i < mine.Count; i++)
        {
            var twin = myPlaces[i] >= 0
                ? Array.IndexOf(theirPlaces, myPlaces[i])
                : Enumerable.Range(0, theirs.Count).FirstOrDefault(j => theirPlaces[j] < 0 && order.All(o => o.Theirs != j) && JsonNode.DeepEquals(mine[i], theirs[j]), -1);
            order.Add((i, twin));
        }
        for (var j = 0; j < theirs.Count; j++)
        {
            if (order.Any(o => o.Theirs == j)) continue;
            var after = j == 0 ? -1 : order.FindIndex(o => o.Theirs == j - 1);
            order.Insert(after + 1, (-1, j));
        }
        return order;
    }

    private static void Put(JsonNode root, IReadOnlyList<object> steps, JsonNode? value)
    {
        var node = steps.Take(steps.Count - 1).Aggregate(root, (n, step) => step is int i ? n[i]! : n[(string)step]!);
        switch (steps[^1])
        {
            case int index when value is null: ((JsonArray)node).RemoveAt(index); break;
            case int index: ((JsonArray)node)[index] = value; break;
            case string name when value is null: ((JsonObject)node).Remove(name); break;
            case string name: ((JsonObject)node)[name] = value; break;
        }
    }
}

/// <summary>What a merge gave.</summary>
/// <param name="Document">Both texts together, with one's own where both changed the same; what one took away and the other changed is still there.</param>
/// <param name="Conflicts">Where both changed the same, in the order of the document.</param>
public sealed record MergeOutcome(JsonObject Document, IReadOnlyList<MergeConflict> Conflicts);

/// <summary>A field that both changed.</summary>
/// <param name="Path">Path in the merged document.</param>
/// <param name="Origin">What stood there; empty for nothing.</param>
/// <param name="Mine">One's own; empty where one took it away.</param>
/// <param name="Theirs">The other's; empty where they took it away.</param>
public sealed record MergeConflict(string Path, JsonNode? Origin, JsonNode? Mine, JsonNode? Theirs)
{
    internal IReadOnlyList<object> Steps =>
        [.. Path.Split('.', '[').Select(step => step.EndsWith(']') ? (object)int.Parse(step[..^1], CultureInfo.InvariantCulture) : step)];
}
