namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Fields of forms in one line each.</summary>
internal static class Enter
{
    public static FormField Line(string path, string label, string? help = null, bool required = false, int? max = null) => new(path, label, Control.Line) { Help = help, Required = required, Max = max };

    public static FormField FieldName(string label, string? help = null, bool required = false) => new("field", label, Control.FieldName) { Help = help, Required = required };

    public static FormField Text(string path, string label, string? help = null, bool required = false) => new(path, label, Control.Text) { Help = help, Required = required };

    public static FormField When(string path, string label, string? help = null, bool required = false) => new(path, label, Control.When) { Help = help, Required = required, Claimable = true };

    public static FormField Date(string path, string label, string? help = null) => new(path, label, Control.Date) { Help = help };

    public static FormField Choice<T>(string path, string label, bool required = false, string? help = null, T? usual = null)
        where T : struct, Enum => new(path, label, Control.Choice) { Words = typeof(T), Required = required, Help = help, Usual = usual?.ToString() };

    /// <summary>Yes or no, and no while nobody says.</summary>
    public static FormField Flag(string path, string label, string? help = null) => new(path, label, Control.Flag) { Help = help, Usual = "false" };

    /// <summary>Yes, no, or not said.</summary>
    public static FormField FlagIfSaid(string path, string label, string? help = null) => new(path, label, Control.Flag) { Help = help };

    public static FormField Whole(string path, string label, string? help = null) => new(path, label, Control.Whole) { Help = help };

    public static FormField Quantity(string path, string label) => new(path, label, Control.Quantity)
    {
        Fields = [Whole("low", "At the least"), Whole("best", "Number"), Whole("high", "At the most"), Line("unit", "Unit", "days, points, persons", required: true), Choice<Data.Records.Bound>("bound", "How sure", usual: Data.Records.Bound.Exactly)],
    };

    public static FormField Record(string path, string label, string kind, bool required = false, string? help = null) => new(path, label, Control.Record) { Kinds = [kind], Required = required, Help = help };

    public static FormField Records(string path, string label, string kind, bool required = false, string? help = null) => new(path, label, Control.Records) { Kinds = [kind], Required = required, Help = help };

    public static FormField Open(string path, string label, params string[] kinds) => new(path, label, Control.OpenRecord) { Kinds = kinds };

    public static FormField OpenMany(string path, string label, params string[] kinds) => new(path, label, Control.OpenRecords) { Kinds = kinds };

    public static FormField Lines(string path, string label, string? help = null) => new(path, label, Control.Lines) { Help = help };

    public static FormField Group(string path, string label, params FormField[] fields) => new(path, label, Control.Group) { Fields = fields };

    public static FormField List(string path, string label, string item, params FormField[] fields) => new(path, label, Control.List) { Item = item, Fields = fields };

    public static FormField Topics(string path = "topics", string label = "Topics") => new(path, label, Control.Topics);

    /// <summary>What the part that it stands in rests on.</summary>
    public static FormField Cited { get; } = new("citations", "Rests on", Control.Citations) { Item = "citation", Fields = CitationFields() };

    /// <summary>Names of a person, party, organization or document.</summary>
    public static FormField Names(string label = "Names") => List(
        "names", label, "name", Line("value", "Name as written", required: true), Choice<Data.Records.NameKind>("kind", "What it is", usual: Data.Records.NameKind.Variant), Line("language", "Language", "uk, ru, en (BCP 47)"), Line("script", "Script", "Cyrl, Latn (ISO 15924)"), Line("note", "Where it is used"));

    /// <summary>Fields of a citation.</summary>
    public static IReadOnlyList<FormField> CitationFields() =>
    [
        Record("source", "Source", "sources", required: true), FieldName("Supports", "The field that it supports; empty for the whole part."), Text("quote", "Short quotation"),
        Line("locator", "Page, paragraph or time mark"), Line("claimant", "Who said it, in the source's words", "Empty when the publisher says it itself."), Open("claimantRecord", "Who said it", "people", "parties", "organizations"),
        Whole("credibility", "Credibility, 1 to 6 (Admiralty code)"), Line("note", "Public note"),
    ];
}
