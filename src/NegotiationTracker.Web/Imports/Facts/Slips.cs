using System.Text.Json;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Which of the values is the error.</summary>
internal static class Slips
{
    private static readonly string[] Errors = ["error", "wrong", "slip", "missing"];

    public static IReadOnlyList<ConflictValue> Wrong(Conflict conflict, FactsEntry item)
    {
        var marked = conflict.Values.Where(v => v.Note is not null || v.Value.Says("(error)")).ToList();
        if (marked.Count > 0) return marked;
        if (conflict.Manual) return [];
        if (conflict.Values.Count == 1 || Errors.Any(conflict.Field.Says)) return conflict.Values;
        var held = conflict.Values.Select(v => (Value: v, Share: Borne(v.Value, item))).ToList();
        var best = held.Max(h => h.Share);
        return held.Count(h => h.Share == best) == 1 ? [.. held.Where(h => h.Share < best).Select(h => h.Value)] : [];
    }

    // The value that the rest of the item bears out is right: how many of its words stand there.
    private static double Borne(string value, FactsEntry item)
    {
        var rest = item.Element.EnumerateObject().Where(m => m.Name != "reported").SelectMany(m => Words(m.Value.GetRawText())).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = Words(value);
        return words.Count == 0 ? 0 : (double)words.Count(rest.Contains) / words.Count;
    }

    private static List<string> Words(string text) =>
        [.. text.Split([' ', ',', '.', ';', ':', '"', '\'', '(', ')', '[', ']', '{', '}', '/', '-', '+'], StringSplitOptions.RemoveEmptyEntries)];
}
