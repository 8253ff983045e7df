using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
namespace NegotiationTracker.Data.Records;

/// <summary>Reads one document from JSON and says everything that is wrong with its shape, not only the first thing.</summary>
public static partial class DocumentReader
{
    private const int MaxFaults = 50;

    /// <summary>The document, or the faults. What is wrong is taken out and the rest read again until nothing more is found; <paramref name="json"/> is used up by it.</summary>
    /// <param name="kind">Kind of the document.</param>
    /// <param name="json">The document without its member <c>kind</c>.</param>
    /// <returns>With faults, a document that stands in for the one meant, so that its other rules can be checked; never to be published.</returns>
    public static (RecordDocument? Document, IReadOnlyList<Fault> Faults) Read(RecordKind kind, JsonObject json)
    {
        var faults = new List<Fault>();
        while (faults.Count < MaxFaults)
        {
            try
            {
                return (kind.Read(json.ToJsonString()), faults);
            }
            catch (JsonException e)
            {
                var path = e.Path is { Length: > 2 } ? e.Path[2..] : "";
                if (Missing().Match(e.Message) is { Success: true } missing && At(json, path) is JsonObject owner)
                {
                    if (!StandIn(kind.DocumentType, owner, path, missing.Groups["names"].Value, faults)) return (null, faults);
                    continue;
                }
                var unknown = Unmapped().Match(e.Message);
                if (unknown.Success && !path.EndsWith(unknown.Groups["name"].Value, StringComparison.Ordinal)) path = path.Length == 0 ? unknown.Groups["name"].Value : $"{path}.{unknown.Groups["name"].Value}";
                if (faults.All(f => f.Field != path)) faults.Add(new Fault(path, Reason(e, unknown)));
                if (!Remove(json, path)) return (null, faults);
            }
        }
        return (null, faults);
    }

    /// <summary>Every reason why a document can't be published, other records aside: its shape first, then its rules.</summary>
    public static (RecordDocument? Document, IReadOnlyList<Fault> Faults) Check(RecordKind kind, JsonObject json)
    {
        var copy = (JsonObject)json.DeepClone();
        copy.Remove("kind");
        var (document, faults) = Read(kind, copy);
        if (document is null) return (null, faults);
        var shaped = faults.Select(f => f.Field).ToList();
        return (faults.Count > 0 ? null : document, [.. faults, .. kind.Check(document).Where(rule => !shaped.Any(field => IsWithin(rule.Field, field)))]);
    }

    /// <summary>A message of the JSON reader without its own directions.</summary>
    public static string Plain(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        var plain = end < 0 ? message : message[..end];
        end = plain.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? plain : plain[..end];
    }

    private static string Reason(JsonException e, Match unknown)
    {
        if (unknown.Success) return $"There is no field '{unknown.Groups["name"].Value}' here.";
        if (Converted().Match(e.Message) is { Success: true } converted && Named(converted.Groups["type"].Value) is { } type)
            return type.IsEnum ? $"This is none of {string.Join(", ", Enum.GetNames(type))}." : $"This is not {Expected(type)}.";
        return Plain(e.InnerException?.Message ?? e.Message);
    }

    private static Type? Named(string name)
    {
        var plain = Nullable().Match(name) is { Success: true } nullable ? nullable.Groups["type"].Value : name;
        return typeof(RecordDocument).Assembly.GetType(plain) ?? Type.GetType(plain);
    }

    private static string Expected(Type type) =>
        type == typeof(string) ? "text" : type == typeof(bool) ? "true or false" : type == typeof(int) || type == typeof(long) ? "a whole number" : type == typeof(decimal) ? "a number" : "what this field holds";

    // A required member that is missing is named, and something of its type is put in its place, so that the rest can still be read.
    private static bool StandIn(Type root, JsonObject owner, string path, string names, List<Fault> faults)
    {
        foreach (var name in names.Split(',').Select(n => n.Trim(' ', '\'', '.')).Where(n => n.Length > 0))
        {
            var field = path.Length == 0 ? name : $"{path}.{name}";
            if (faults.All(f => f.Field != field)) faults.Add(new Fault(field, "Required, and nothing is said here yet."));
            if (owner.ContainsKey(name) || Sample(TypeAt(root, field)) is not { } sample) return false;
            owner[name] = sample;
        }
        return true;
    }

    private static JsonNode? Sample(Type? type) =>
        type is null ? null
        : type.IsEnum ? Enum.GetNames(type)[0]
        : type == typeof(string) ? "x"
        : type == typeof(Dates.Edtf) ? "2000"
        : type == typeof(bool) ? false
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? 0
        : type == typeof(When) ? new JsonObject { ["date"] = "2000" }
        : null;

    private static Type? TypeAt(Type root, string path)
    {
        var type = root;
        foreach (Match step in Step().Matches(path))
        {
            var next = step.Groups["index"].Success
                ? type.IsGenericType ? type.GetGenericArguments()[0] : null
                : type.GetProperty(step.Groups["name"].Value, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType;
            if (next is null) return null;
            type = System.Nullable.GetUnderlyingType(next) ?? next;
        }
        return type;
    }

    private static bool IsWithin(string path, string above) => path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');

    private static JsonNode? At(JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (Match step in Step().Matches(path))
            node = step.Groups["index"].Success ? (node as JsonArray)?.ElementAtOrDefault(int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture)) : (node as JsonObject)?[step.Groups["name"].Value];
        return node;
    }

    private static bool Remove(JsonObject root, string path)
    {
        if (path.Length == 0) return false;
        var last = Step().Matches(path)[^1];
        var parent = At(root, path[..last.Index].TrimEnd('.'));
        if (parent is JsonArray list && last.Groups["index"].Success && int.Parse(last.Groups["index"].Value, CultureInfo.InvariantCulture) is var at && at < list.Count)
        {
            list.RemoveAt(at);
            return true;
        }
        return parent is JsonObject owner && owner.Remove(last.Groups["name"].Value);
    }

    [GeneratedRegex(@"JSON property '(?<name>[^']+)' could not be mapped", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: (?<names>.+?)\.?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Missing();

    [GeneratedRegex(@"could not be converted to (?<type>[\w.`\[\]+]+?)\.?( Path|$)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Converted();

    [GeneratedRegex(@"^System\.Nullable`1\[(?<type>[^\]]+)\]$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Nullable();

    [GeneratedRegex(@"\[(?<index>[0-9]{1,6})\]|(?<name>[^.\[\]]+)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Step();
}
