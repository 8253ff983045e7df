using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>A value of a document as people read it: names for slugs, words for enums, dates as they are said.</summary>
internal static class ValueWords
{
    // What tells an item of a list apart, in the order in which it is looked for.
    private static readonly string[] Naming = ["person", "party", "source", "label", "title", "text", "field", "name", "value", "category", "to", "words", "form", "status", "level", "key"];

    // Members that hold an address or a key, never the name of another record.
    private static readonly string[] Own = ["slug", "key", "origin", "url", "archiveUrl", "text", "quote", "title"];

    private static readonly HashSet<string> EnumWords = [.. typeof(RecordDocument).Assembly.GetExportedTypes().Where(t => t.IsEnum).SelectMany(Enum.GetNames)];

    /// <summary>A text, number or flag.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">Name of the member that holds it.</param>
    /// <param name="names">Names of what the document refers to.</param>
    public static string Of(JsonValue value, string member, DocumentNames names) => value.GetValueKind() switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number => value.TryGetValue<decimal>(out var number) ? number.ToString("#,##0.##", CultureInfo.InvariantCulture) : value.ToJsonString(),
        _ => Text(value.GetValue<string>(), member, names),
    };

    /// <summary>A time with its zone, where the object is one.</summary>
    public static string? Time(JsonNode? node)
    {
        if (node is not JsonObject owner || owner["date"] is not JsonValue date || owner.Any(m => m.Key is not ("date" or "zone" or "note")) || date.GetValueKind() != JsonValueKind.String) return null;
        var zone = (owner["zone"] as JsonValue)?.ToString();
        var words = Edtf.TryParse(date.ToString(), out var edtf, out _) ? edtf.Words(zone) : date.ToString();
        return owner["note"] is JsonValue note ? $"{words} ({note})" : words;
    }

    /// <summary>What an item of a list is called; its number where nothing in it says.</summary>
    public static string Item(JsonNode? item, int index, DocumentNames names)
    {
        if (item is JsonValue value) return Cut(Of(value, "", names));
        if (item is JsonObject owner)
        {
            if (Time(item) is { } time) return time;
            if (owner["when"] is { } when && owner["text"] is null && Time(when) is { } day) return day;
            foreach (var member in Naming)
                if (owner[member] is JsonValue named && named.ToString().Length > 0) return Cut(Beside(Of(named, member == "key" ? member : "", names), member, owner, names));
        }
        return (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(string text, string member, DocumentNames names)
    {
        if (Own.Contains(member)) return text;
        if (names.Of(text) is { } name) return name;
        if (EnumWords.Contains(text)) return Words.Of(text);
        if (Topic.Find(text) is { } topic) return topic.Label;
        return member is "date" or "from" or "to" or "window" or "published" && Edtf.TryParse(text, out var edtf, out _) ? edtf.Words(null) : text;
    }

    // "Wounded, to Ukraine": figures of one category differ by where they go.
    private static string Beside(string name, string member, JsonObject owner, DocumentNames names) =>
        member == "category" && owner["to"] is JsonValue to ? $"{name}, to {Of(to, "to", names)}" : name;

    private static string Cut(string text) => text.Length <= 60 ? text : text[..57] + "…";
}
