using System.Globalization;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Reads and writes a place in a JSON document by the paths that faults, claims and citations use: <c>members[3].title</c>.</summary>
internal static class DocumentPath
{
    /// <summary>What stands at a path; null where nothing does.</summary>
    public static JsonNode? Get(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (var step in Steps(path)) node = step.Index is { } index ? (node as JsonArray)?.ElementAtOrDefault(index) : (node as JsonObject)?[step.Name];
        return node;
    }

    /// <summary>Puts a value at a path and makes what is missing on the way; null takes the member away.</summary>
    /// <exception cref="ArgumentException">The path leads through a text or beyond the end of a list.</exception>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        JsonNode node = root;
        for (var i = 0; i < steps.Count - 1; i++) node = Child(node, steps[i], isList: steps[i + 1].Index is not null, path);
        var last = steps[^1];
        switch (node)
        {
            case JsonArray list when last.Index is { } at && at == list.Count:
                list.Add(value);
                break;
            case JsonArray list when last.Index is { } at && at < list.Count:
                list[at] = value;
                break;
            case JsonObject owner when last.Index is null && value is null:
                owner.Remove(last.Name);
                break;
            case JsonObject owner when last.Index is null:
                owner[last.Name] = value;
                break;
            default:
                throw new ArgumentException($"There is no place '{path}' in the document.", nameof(path));
        }
    }

    /// <summary>The path of a member: <c>instrument</c> and <c>date</c> give <c>instrument.date</c>.</summary>
    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The path of an item: <c>members</c> and 3 give <c>members[3]</c>.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>Whether one path is another or lies below it.</summary>
    public static bool IsWithin(string path, string above) =>
        above.Length == 0 || (path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '['));

    private static JsonNode Child(JsonNode node, Step step, bool isList, string path)
    {
        var child = step.Index is { } index ? (node as JsonArray)?.ElementAtOrDefault(index) : (node as JsonObject)?[step.Name];
        if (child is not null) return child;
        child = isList ? new JsonArray() : new JsonObject();
        if (node is JsonArray list && step.Index == list.Count) list.Add(child);
        else if (node is JsonObject owner && step.Index is null) owner[step.Name] = child;
        else throw new ArgumentException($"There is no place '{path}' in the document.", nameof(path));
        return child;
    }

    // By hand: every field asks at every change, and on a busy machine the time limit of a pattern ends somebody's editor.
    private static List<Step> Steps(string path)
    {
        var steps = new List<Step>();
        for (var at = 0; at < path.Length;)
        {
            var rest = path.AsSpan(at);
            if (rest[0] == '[' && rest.IndexOf(']') is > 1 and < 8 and var close && int.TryParse(rest[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                steps.Add(new Step("", index));
                at += close + 1;
                continue;
            }
            var length = rest.IndexOfAny('.', '[', ']') is >= 0 and var end ? end : rest.Length;
            if (length > 0) steps.Add(new Step(rest[..length].ToString(), null));
            at += Math.Max(1, length);
        }
        return steps;
    }

    private readonly record struct Step(string Name, int? Index);
}
