using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>Finds a place in a document by its path.</summary>
internal static partial class DocumentPlace
{
    /// <summary>What stands there; null where nothing does.</summary>
    public static JsonNode? Get(JsonNode root, string path)
    {
        JsonNode? node = root;
        foreach (Match step in Step().Matches(path))
            node = step.Value[0] == '[' ? (node as JsonArray)?.ElementAtOrDefault(int.Parse(step.Value[1..^1], CultureInfo.InvariantCulture)) : (node as JsonObject)?[step.Value];
        return node;
    }

    [GeneratedRegex(@"\[[0-9]{1,6}\]|[^.\[\]]+", RegexOptions.None, 500)]
    private static partial Regex Step();
}
