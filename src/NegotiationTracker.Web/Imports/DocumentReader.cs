using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports;

/// <summary>Reads one document from JSON and says everything that is wrong with its shape, not only the first thing.</summary>
internal static partial class DocumentReader
{
    private const int MaxFaults = 50;

    /// <summary>The document, or the faults. What is wrong is taken out and the rest read again until nothing more is found.</summary>
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
                var unknown = Unmapped().Match(e.Message);
                if (unknown.Success && !path.EndsWith(unknown.Groups["name"].Value, StringComparison.Ordinal)) path = path.Length == 0 ? unknown.Groups["name"].Value : $"{path}.{unknown.Groups["name"].Value}";
                faults.Add(new Fault(path, Reason(e, unknown)));
                if (!Remove(json, path)) return (null, faults);
            }
        }
        return (null, faults);
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
        if (Missing().Match(e.Message) is { Success: true } missing) return $"Required and missing: {missing.Groups["names"].Value.Replace("'", "").TrimEnd('.')}.";
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

    private static bool Remove(JsonObject root, string path)
    {
        if (path.Length == 0) return false;
        JsonNode? node = root, parent = null;
        var steps = Step().Matches(path);
        foreach (Match step in steps)
        {
            parent = node;
            node = step.Groups["index"].Success ? (parent as JsonArray)?.ElementAtOrDefault(int.Parse(step.Groups["index"].Value)) : (parent as JsonObject)?[step.Groups["name"].Value];
        }
        var last = steps[^1];
        if (parent is JsonArray list && last.Groups["index"].Success && int.Parse(last.Groups["index"].Value) < list.Count)
        {
            list.RemoveAt(int.Parse(last.Groups["index"].Value));
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

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<name>[^.\[\]]+)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Step();
}
