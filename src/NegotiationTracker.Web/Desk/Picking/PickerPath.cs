using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>What a picker reads at its path: slugs, or <c>kind/slug</c> where the field takes several kinds.</summary>
internal static class PickerPath
{
    /// <summary>Id of the control at a path.</summary>
    public static string Id(string path) => "f-" + new string([.. path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

    /// <summary>Kind and slug that a text of the field names; null when it names none.</summary>
    public static (string Kind, string Slug)? Key(FormField field, string text)
    {
        if (text.Length == 0) return null;
        if (field.Control is not (Control.OpenRecord or Control.OpenRecords)) return (field.Kinds[0], text);
        return text.IndexOf('/') is > 0 and var at ? (text[..at], text[(at + 1)..]) : null;
    }

    /// <summary>The texts of the list at a path.</summary>
    public static List<string> Texts(EditSession session, string path) =>
        [.. (session.Get(path) as JsonArray)?.Select(i => i is JsonValue v && v.TryGetValue<string>(out var text) ? text : "").Where(t => t.Length > 0) ?? []];
}
