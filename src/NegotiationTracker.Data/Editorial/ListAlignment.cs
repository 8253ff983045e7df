using System.Text.Json.Nodes;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Which item of one list is which of another: by what identifies an item where something does (a person, a key), otherwise by equal items in
/// order, and what stands between two equal ones by place.
/// </summary>
internal static class ListAlignment
{
    // Tried in this order; taken when every item of both lists has the members and no two items share them.
    private static readonly string[][] Identities =
        [["key"], ["person"], ["party", "provision"], ["person", "role"], ["field", "value"], ["source", "field", "quote"], ["source", "field"], ["source"], ["to", "role"], ["label"], ["process"], ["party"], ["value", "language"], ["value"]];

    /// <summary>For each item of <paramref name="after"/> its place in <paramref name="before"/>, or -1 for a new one.</summary>
    public static int[] Of(JsonArray before, JsonArray after) => ByIdentity(before, after) ?? ByContent(before, after);

    private static int[]? ByIdentity(JsonArray before, JsonArray after)
    {
        foreach (var members in Identities)
        {
            if (Keys(before, members) is not { } old || Keys(after, members) is not { } now) continue;
            var places = old.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
            return [.. now.Select(key => places.GetValueOrDefault(key, -1))];
        }
        return null;
    }

    private static List<string>? Keys(JsonArray list, string[] members)
    {
        var keys = new List<string>(list.Count);
        foreach (var item in list)
        {
            if (item is not JsonObject owner || owner[members[0]] is not JsonValue) return null;
            keys.Add(string.Join('\u001f', members.Select(m => owner[m]?.ToJsonString() ?? "")));
        }
        return keys.Distinct(StringComparer.Ordinal).Count() == keys.Count ? keys : null;
    }

    private static int[] ByContent(JsonArray before, JsonArray after)
    {
        var places = new int[after.Count];
        Array.Fill(places, -1);
        var common = Common(before, after);
        var (fromOld, fromNew) = (0, 0);
        foreach (var (old, now) in common.Append((before.Count, after.Count)))
        {
            // Between two equal items, objects that stand at the same place are the same one, changed.
            for (var (i, j) = (fromOld, fromNew); i < old && j < now; i++, j++)
                if (before[i] is JsonObject && after[j] is JsonObject) places[j] = i;
            if (now < after.Count) places[now] = old;
            (fromOld, fromNew) = (old + 1, now + 1);
        }
        return places;
    }

    // Longest common subsequence of equal items.
    private static List<(int Old, int New)> Common(JsonArray before, JsonArray after)
    {
        var length = new int[before.Count + 1, after.Count + 1];
        var equal = new bool[before.Count, after.Count];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                equal[i, j] = JsonNode.DeepEquals(before[i], after[j]);
                length[i, j] = equal[i, j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }
        var pairs = new List<(int Old, int New)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
        {
            if (equal[i, j]) pairs.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
