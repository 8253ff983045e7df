using System.Globalization;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Keeps claims, differences and citations on the item they are about when items of a list come, go or move.</summary>
internal static class PathShift
{
    private static readonly string[] Lists = ["claims", "differences", "citations"];

    /// <summary>Rewrites the paths that lead through an item of the list; where the item is gone, its number stays empty and the path names the list.</summary>
    public static void Apply(JsonObject document, string list, Func<int, int?> to)
    {
        foreach (var name in Lists.Where(n => n != list)) Shift(document[name], list, to);
        // Citations of a part name its fields from the part on.
        for (var dot = list.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = list.IndexOf('.', dot + 1))
        {
            var within = list[(dot + 1)..];
            if (within != "citations") Shift((DocumentPath.Get(document, list[..dot]) as JsonObject)?["citations"], within, to);
        }
    }

    private static void Shift(JsonNode? items, string list, Func<int, int?> to)
    {
        foreach (var item in (items as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (item["field"] is JsonValue value && value.TryGetValue<string>(out var field) && Shifted(field, list, to) is { } shifted) item["field"] = shifted;
        }
    }

    private static string? Shifted(string field, string list, Func<int, int?> to)
    {
        if (!field.StartsWith(list + "[", StringComparison.Ordinal)) return null;
        var end = field.IndexOf(']', list.Length);
        if (end < 0 || !int.TryParse(field.AsSpan(list.Length + 1, end - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return null;
        return to(index) is { } moved ? DocumentPath.Item(list, moved) + field[(end + 1)..] : list;
    }
}
