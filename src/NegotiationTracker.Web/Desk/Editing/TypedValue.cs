using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>What a typed text becomes in a document, by the type of the member that it is typed into: a text, a number, or a list of lines.</summary>
internal static class TypedValue
{
    /// <summary>The type of the member at a path of a kind's documents; null when there is no such member.</summary>
    public static Type? TypeAt(RecordKind kind, string path)
    {
        if (path.Length is 0 or > 200) return null;
        Type? type = kind.DocumentType;
        foreach (var step in path.Split('.'))
        {
            var name = step;
            var index = step.IndexOf('[', StringComparison.Ordinal);
            if (index >= 0)
            {
                if (!step.EndsWith(']') || !int.TryParse(step.AsSpan(index + 1, step.Length - index - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > 999) return null;
                name = step[..index];
            }
            var owner = DocumentJson.Compact.GetTypeInfo(type);
            if (owner.Kind != JsonTypeInfoKind.Object) return null;
            type = owner.Properties.FirstOrDefault(p => p.Name == name && p.Set is not null)?.PropertyType;
            if (type is not null && index >= 0) type = ItemOf(type);
            if (type is null) return null;
            type = Nullable.GetUnderlyingType(type) ?? type;
        }
        return type;
    }

    /// <summary>The value of a text; what can't be read as its type stays as typed, and the check of the document says so.</summary>
    public static JsonNode? Of(Type type, string text)
    {
        if (text.Length == 0) return null;
        if (type != typeof(string) && ItemOf(type) == typeof(string))
            return new JsonArray([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonValue.Create(line))]) is { Count: > 0 } lines ? lines : null;
        if ((type == typeof(int) || type == typeof(long)) && long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        if ((type == typeof(decimal) || type == typeof(double)) && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
        return JsonValue.Create(text);
    }

    /// <summary>The text of a value, as an input shows it.</summary>
    public static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray lines when lines.All(l => l?.GetValueKind() == JsonValueKind.String) => string.Join('\n', lines.Select(l => l!.GetValue<string>())),
        JsonValue text when text.TryGetValue<string>(out var words) => words,
        _ => value.ToJsonString(),
    };

    // A list of texts is a list of characters nowhere here.
    private static Type? ItemOf(Type type) =>
        type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) ? null : type.IsArray ? type.GetElementType() : type.GenericTypeArguments.SingleOrDefault();
}
