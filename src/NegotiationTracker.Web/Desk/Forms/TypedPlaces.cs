using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>The places of a form into which text is typed. A browser may send text for these and for nothing else of a document: not in place of a list, a choice or what the program keeps itself.</summary>
internal static partial class TypedPlaces
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByKind =
        RecordForms.All.ToFrozenDictionary(f => f.Kind, f => f.Sections.SelectMany(s => s.Fields).SelectMany(field => Of("", field)).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The type of what is typed at a path of a kind's documents; null where nothing is.</summary>
    public static Type? TypeAt(RecordKind kind, string path) =>
        TypedValue.TypeAt(kind, path) is { } type && ByKind[kind.Key].Contains(Index().Replace(path, "[]")) ? type : null;

    private static IEnumerable<string> Of(string above, FormField field)
    {
        var path = DocumentPath.Member(above, field.Path);
        return field.Control switch
        {
            Control.Line or Control.Key or Control.FieldName or Control.Slug or Control.Text or Control.Markdown or Control.Date or Control.Whole or Control.Lines => [path],
            Control.When => [$"{path}.date", $"{path}.zone", $"{path}.note"],
            Control.Group or Control.Quantity => field.Fields.SelectMany(f => Of(path, f)),
            _ => field.Fields.SelectMany(f => Of($"{path}[]", f)),
        };
    }

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, 500)]
    private static partial Regex Index();
}
