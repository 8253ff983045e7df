using System.Text.Json;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>An object of the facts file that remembers which of its fields were read.</summary>
internal sealed class FactsNode(FactsReading reading, string array, string id, string path, JsonElement element)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public FactsReading Reading => reading;

    public string Id => id;

    public void Fault(string field, string reason) => reading.Fault(array, id, Inside(field), reason);

    public string? Text(string key) => Take(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => Wrong<string>(key, "text"),
    };

    public string Need(string key)
    {
        if (Text(key) is { Length: > 0 } text) return text;
        Fault(key, $"The field '{key}' is missing.");
        return "";
    }

    /// <summary>A text or a number, as written.</summary>
    public string? Scalar(string key) => Take(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => Wrong<string>(key, "text or a number"),
    };

    public long? Number(string key) => Take(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        _ => Wrong<long?>(key, "a whole number"),
    };

    public bool? Flag(string key) => Take(key)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong<bool?>(key, "true or false"),
    };

    public IReadOnlyList<string> Texts(string key) => Take(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) => [.. list.EnumerateArray().Select(e => e.GetString()!)],
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => Wrong<IReadOnlyList<string>>(key, "a list of texts") ?? [],
    };

    /// <summary>One number or a list of them.</summary>
    public IReadOnlyList<long> Numbers(string key) => Take(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Number } one when one.TryGetInt64(out var value) => [value],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number) => [.. list.EnumerateArray().Select(e => e.GetInt64())],
        _ => Wrong<IReadOnlyList<long>>(key, "a number or a list of numbers") ?? [],
    };

    public bool IsObject(string key) => element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object;

    public bool Has(string key) => element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;

    public FactsNode? Child(string key) => Take(key) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } child => Open(key, child),
        _ => Wrong<FactsNode>(key, "an object"),
    };

    public IReadOnlyList<FactsNode> Children(string key) => Take(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object) => [.. list.EnumerateArray().Select((e, i) => Open($"{key}[{i}]", e))],
        _ => Wrong<IReadOnlyList<FactsNode>>(key, "a list of objects") ?? [],
    };

    /// <summary>Names of the fields, for objects whose names are data (languages, kinds of links).</summary>
    public IReadOnlyList<string> Keys() => [.. element.EnumerateObject().Select(m => m.Name)];

    /// <summary>A field that is computed from the rest of the file, or describes the file itself: it needs no place in a document.</summary>
    public void LeaveOut(string key) => _read.Add(key);

    public void ReportUnread()
    {
        foreach (var member in element.EnumerateObject().Where(m => !_read.Contains(m.Name))) Fault(member.Name, $"The field '{member.Name}' is not mapped.");
    }

    private FactsNode Open(string key, JsonElement child) => reading.Node(array, id, Inside(key), child);

    private string Inside(string field) => path.Length == 0 ? field : $"{path}.{field}";

    private JsonElement? Take(string key)
    {
        _read.Add(key);
        return element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private T? Wrong<T>(string key, string expected)
    {
        Fault(key, $"The field '{key}' should be {expected}.");
        return default;
    }
}
