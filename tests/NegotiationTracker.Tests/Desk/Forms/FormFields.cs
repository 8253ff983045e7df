using System.Text.Json.Serialization.Metadata;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;

namespace NegotiationTracker.Tests.Desk.Forms;

/// <summary>A field of a form as it stands in a document, with the member that it enters.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Path">Full path, lists at their first item: <c>outcomes[0].text</c>.</param>
/// <param name="Field">The field.</param>
internal sealed record FormPlace(string Kind, string Path, FormField Field)
{
    /// <summary>The member's type, nullable where the document's is; null when the document has no such member.</summary>
    public JsonPropertyInfo? Member
    {
        get
        {
            var cut = Path.LastIndexOf('.');
            var owner = cut < 0 ? Kinds.Get(Kind).DocumentType : TypedValue.TypeAt(Kinds.Get(Kind), Path[..cut]);
            return owner is null ? null : DocumentJson.Compact.GetTypeInfo(owner).Properties.FirstOrDefault(p => p.Name == Path[(cut + 1)..] && p.Set is not null);
        }
    }

    public override string ToString() => $"{Kind} {Path}";
}

/// <summary>All fields of all forms, laid out flat.</summary>
internal static class FormFields
{
    public static IEnumerable<FormPlace> All() => RecordForms.All.SelectMany(Of);

    public static IEnumerable<FormPlace> Of(RecordForm form) => form.Sections.SelectMany(s => s.Fields).SelectMany(f => Below(form.Kind, "", f));

    private static IEnumerable<FormPlace> Below(string kind, string above, FormField field)
    {
        var path = DocumentPath.Member(above, field.Path);
        yield return new FormPlace(kind, path, field);
        var inner = field.Control is Control.Group or Control.Quantity ? path : DocumentPath.Item(path, 0);
        foreach (var place in field.Fields.SelectMany(f => Below(kind, inner, f))) yield return place;
        if (field.Control != Control.When) yield break;
        // The control of a time enters all three of its members.
        foreach (var (name, control) in new[] { ("date", Control.Date), ("zone", Control.Line), ("note", Control.Line) })
            yield return new FormPlace(kind, DocumentPath.Member(path, name), new FormField(name, name, control) { Required = name == "date" });
    }
}
