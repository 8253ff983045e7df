using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>What the forms of all kinds begin and end with.</summary>
internal static class CommonSections
{
    /// <summary>The record's own line, said first.</summary>
    public static FormSection Begin(params FormField[] more) => new("What it is",
    [
        new("title", "Title", Control.Line) { Required = true, Max = RecordDocument.MaxTitle, Help = "For people, in English." },
        .. more,
        Enter.Text("summary", "Summary", "One or two sentences that stand for the record in lists."),
    ]);

    /// <summary>What the record rests on, what is disputed, and how it hangs together with the others.</summary>
    public static IReadOnlyList<FormSection> End(bool isSource = false) =>
    [
        .. isSource ? Array.Empty<FormSection>() : [Sources, Disputed],
        new("Where it belongs",
        [
            Enter.Records("processes", "Negotiation processes", "processes", required: !isSource), Enter.Topics(),
            Enter.List("links", "Related records", "relation", Enter.Line("role", "How related", "related, follows, discussed", required: true), new FormField("to", "Record", Control.OpenRecord) { Kinds = AllKinds, Required = true }, Enter.Line("note", "What the relation is")),
        ]),
        new("Name in addresses, note",
        [
            new("slug", "Name in addresses", Control.Slug) { Required = true, Max = RecordDocument.MaxSlug, Help = "Lower-case letters, digits and hyphens. Made from the title until you write one; once published it belongs to this record for ever." },
            Enter.Text("note", "Public note of the editors"),
        ])
        { Folded = true },
        .. isSource ? [Sources with { Folded = true }, Disputed with { Folded = true }] : Array.Empty<FormSection>(),
    ];

    private static string[] AllKinds => [.. Kinds.All.Select(k => k.Key)];

    private static FormSection Sources => new("What it rests on", [Enter.Cited with { Label = "Citations of the record" }]) { Help = "Keep a source at hand and press Alt+S in any field: the citation comes here, with the field that it supports." };

    private static FormSection Disputed => new("What sources report differently",
    [
        Enter.List("claims", "Reported values", "reported value",
            Enter.FieldName("Field", required: true), Enter.Line("value", "Value as reported", required: true), new FormField("valueRecord", "The record that it names", Control.OpenRecord) { Kinds = AllKinds }, Enter.Line("unit", "Unit"),
            Enter.When("asOf", "As of") with { Claimable = false }, Enter.Choice<Rank>("rank", "Rank", usual: Rank.Normal), Enter.Choice<ClaimStatus>("status", "State", usual: ClaimStatus.Accepted), Enter.Line("note", "Public note"), Enter.Cited),
        Enter.List("differences", "How they differ", "difference",
            Enter.FieldName("Field", required: true), Enter.Choice<DifferenceKind>("kind", "What sort of difference", required: true, "Only a disagreement is a conflict; the others explain why two values stand side by side."), Enter.Text("note", "Public note: what readers should know of it", required: true),
            Enter.Line("aspect", "In a word or two"), Enter.Flag("highlight", "It matters for reading the record"), new FormField("across", "Other records that it spans", Control.OpenRecords) { Kinds = AllKinds }),
    ])
    { Help = "Every reported value is kept, with who says it. Nothing is averaged.", Folded = true };
}
