using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>A path in a document as people read it: <c>members[3].onBehalfOf</c> is "Rustem Umerov › On behalf of" under "Members".</summary>
internal static partial class FieldLabel
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["form"] = "Kind", ["slug"] = "Address", ["formerSlugs"] = "Former addresses", ["actual"] = "When it took place", ["planned"] = "When it was planned", ["url"] = "Web address",
        ["processes"] = "Process", ["record"] = "Meeting record", ["textSha256"] = "Hash of the text", ["valueRecord"] = "Value as a record", ["asOf"] = "As of",
    };

    /// <summary>The name of a member: "On behalf of".</summary>
    public static string Of(string member)
    {
        if (Said.TryGetValue(member, out var said)) return said;
        var words = Capital().Replace(member, " $0").ToLowerInvariant().Trim();
        return words.Length == 0 ? member : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The first member of a path, by which changes are grouped.</summary>
    public static string Group(string path) => path.Split('.', '[')[0];

    /// <summary>What follows the first member; empty where nothing does.</summary>
    /// <param name="path">The path.</param>
    /// <param name="documents">Where its items are named: the state in which the path holds comes first.</param>
    /// <param name="names">Names of what is referred to.</param>
    public static string Rest(string path, IReadOnlyList<JsonObject?> documents, DocumentNames names)
    {
        var steps = Step().Matches(path).Select(m => m.Value).ToList();
        var words = new List<string>();
        IEnumerable<JsonNode?> nodes = documents;
        foreach (var (step, i) in steps.Select((s, i) => (s, i)))
        {
            if (step[0] == '[')
            {
                var index = int.Parse(step[1..^1], CultureInfo.InvariantCulture);
                nodes = [.. nodes.Select(n => (n as JsonArray)?.ElementAtOrDefault(index))];
                words.Add(ValueWords.Item(nodes.FirstOrDefault(n => n is not null), index, names));
            }
            else
            {
                nodes = [.. nodes.Select(n => (n as JsonObject)?[step])];
                if (i > 0) words.Add(Of(step));
            }
        }
        return string.Join(" › ", words);
    }

    /// <summary>The whole path in words.</summary>
    public static string Whole(string path, IReadOnlyList<JsonObject?> documents, DocumentNames names) =>
        path.Length == 0 ? "The record as a whole" : Rest(path, documents, names) is { Length: > 0 } rest ? $"{Of(Group(path))} › {rest}" : Of(Group(path));

    [GeneratedRegex("[A-Z]", RegexOptions.None, 500)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\[[0-9]{1,6}\]|[^.\[\]]+", RegexOptions.None, 500)]
    private static partial Regex Step();
}
