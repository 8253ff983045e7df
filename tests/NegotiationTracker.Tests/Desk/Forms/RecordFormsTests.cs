using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Forms;

public sealed partial class RecordFormsTests
{
    // Kept by the program or by an import, never typed: redirects of a renamed record, ids in the imported file, arithmetic over an imported record.
    private static readonly string[] NotTyped = ["formerSlugs", "origin", "checks", "differences[0].origin"];

    public static TheoryData<string> AllKinds => [.. Kinds.All.Select(k => k.Key)];

    [Theory, MemberData(nameof(AllKinds))]
    public void Every_member_of_a_document_has_a_field(string kind)
    {
        var fields = FormFields.Of(RecordForms.Get(kind)).Select(p => p.Path).ToHashSet();
        Members(Kinds.Get(kind).DocumentType, "").Where(p => !fields.Contains(p) && !NotTyped.Contains(p)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(AllKinds))]
    public void Every_field_has_its_member_and_no_member_two(string kind)
    {
        var places = FormFields.Of(RecordForms.Get(kind)).ToList();
        places.Where(p => p.Member is null).ShouldBeEmpty();
        places.GroupBy(p => p.Path).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_control_enters_what_its_member_holds() =>
        FormFields.All().Where(p => !Fits(p)).Select(p => $"{p}: {p.Field.Control} for {p.Member?.PropertyType}").ShouldBeEmpty();

    [Fact]
    public void What_a_document_needs_is_marked_as_needed() =>
        FormFields.All().Where(p => p.Member is { IsRequired: true } && !p.Field.Required).Select(p => p.ToString()).ShouldBeEmpty();

    [Fact]
    public void What_holds_while_nothing_is_chosen_is_what_the_document_takes_then() =>
        FormFields.All().Where(p => p.Field.Control is Control.Choice or Control.Flag && p.Field.Usual != Untouched(p)).Select(p => $"{p}: {p.Field.Usual}, the document takes {Untouched(p)}").ShouldBeEmpty();

    [Fact]
    public void Pickers_offer_kinds_that_there_are()
    {
        var known = Kinds.All.Select(k => k.Key).ToHashSet();
        var pickers = FormFields.All().Where(p => p.Field.Control is Control.Record or Control.OpenRecord or Control.Records or Control.OpenRecords).ToList();
        pickers.Where(p => p.Field.Kinds.Count == 0 || !known.IsSupersetOf(p.Field.Kinds)).ShouldBeEmpty();
        pickers.Where(p => p.Field.Control is Control.Record or Control.Records && p.Field.Kinds.Count != 1).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(AllKinds))]
    public void An_empty_form_filled_field_by_field_gives_a_document_that_reads(string kind)
    {
        var document = new JsonObject();
        foreach (var place in FormFields.Of(RecordForms.Get(kind)).Where(p => Typed(p) is not null)) DocumentPath.Set(document, place.Path, Typed(place));
        var read = Kinds.Get(kind).Read(document.ToJsonString());
        // Nothing that was typed is lost on the way to the database.
        var written = JsonNode.Parse(DocumentJson.Write(read))!;
        Leaves(document, "").Except(Leaves(written, "")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(AllKinds))]
    public void Every_path_of_the_shipped_records_has_a_field(string kind)
    {
        var fields = FormFields.Of(RecordForms.Get(kind)).Select(p => p.Path).ToHashSet();
        var shipped = Shipped(kind).ToList();
        shipped.ShouldNotBeEmpty();
        shipped.SelectMany(d => Leaves(d, "")).Select(path => LaterItem().Replace(path, "[0]")).Distinct()
            .Select(path => path.EndsWith("[0]", StringComparison.Ordinal) ? path[..^3] : path)
            .Where(path => path != "kind" && !fields.Contains(path) && !NotTyped.Any(n => DocumentPath.IsWithin(path, n))).ShouldBeEmpty();
    }

    private static string? Untouched(FormPlace place)
    {
        if (place.Member is not { IsRequired: false } member) return null;
        return member.Get!(Activator.CreateInstance(member.DeclaringType)!) is { } value ? value is bool flag ? (flag ? "true" : "false") : value.ToString() : null;
    }

    private static IEnumerable<JsonNode> Shipped(string kind)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025");
        if (kind == "sources") return File.ReadLines(Path.Combine(folder, "sources.jsonl")).Select(l => JsonNode.Parse(l)!);
        return Directory.EnumerateFiles(Path.Combine(folder, kind), "*.json").Select(f => JsonNode.Parse(File.ReadAllText(f))!);
    }

    private static IEnumerable<string> Members(Type type, string above)
    {
        foreach (var property in DocumentJson.Compact.GetTypeInfo(type).Properties.Where(p => p.Set is not null))
        {
            var path = DocumentPath.Member(above, property.Name);
            yield return path;
            var inner = Item(property.PropertyType) ?? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (NotTyped.Contains(path) || DocumentJson.Compact.GetTypeInfo(inner).Kind != JsonTypeInfoKind.Object) continue;
            foreach (var below in Members(inner, Item(property.PropertyType) is null ? path : DocumentPath.Item(path, 0))) yield return below;
        }
    }

    private static Type? Item(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : null;

    private static bool Fits(FormPlace place)
    {
        if (place.Member?.PropertyType is not { } held) return false;
        var type = Nullable.GetUnderlyingType(held) ?? held;
        return place.Field.Control switch
        {
            Control.Line or Control.Key or Control.FieldName or Control.Slug or Control.Text or Control.Markdown or Control.Record or Control.OpenRecord => type == typeof(string),
            Control.Records or Control.OpenRecords or Control.Lines => Item(type) == typeof(string),
            Control.Topics => type == typeof(string) || Item(type) == typeof(string),
            Control.When => type == typeof(When),
            Control.Date => type == typeof(Edtf),
            Control.Choice => type.IsEnum && type == place.Field.Words,
            Control.Flag => type == typeof(bool),
            Control.Whole => type == typeof(int) || type == typeof(long) || type == typeof(decimal),
            Control.Quantity => type == typeof(Quantity),
            Control.Group => place.Field.Fields.Count > 0 && Item(type) is null && type.IsClass,
            _ => place.Field.Fields.Count > 0 && Item(type) is { IsClass: true },
        };
    }

    private static JsonNode? Typed(FormPlace place) => place.Field.Control switch
    {
        Control.Line or Control.Key or Control.FieldName or Control.Slug or Control.Text or Control.Markdown or Control.Record => "words",
        Control.OpenRecord => $"{place.Field.Kinds[0]}/words",
        Control.Records or Control.OpenRecords or Control.Lines => new JsonArray("words"),
        Control.Topics => place.Member!.PropertyType == typeof(string) ? "ceasefire" : new JsonArray("ceasefire"),
        Control.Date => "2025-05-23/2025-05-25",
        Control.Choice => Enum.GetNames(place.Field.Words!)[^1],
        Control.Flag => true,
        Control.Whole => TypedValue.Of(TypedValue.TypeAt(Kinds.Get(place.Kind), place.Path)!, "3"),
        _ => null,
    };

    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, DocumentPath.Member(path, m.Key))),
        JsonArray items => items.SelectMany((item, i) => Leaves(item, DocumentPath.Item(path, i))),
        _ => [path],
    };

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 500)]
    private static partial Regex LaterItem();
}
