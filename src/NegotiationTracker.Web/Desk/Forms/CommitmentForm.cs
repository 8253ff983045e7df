using NegotiationTracker.Data.Commitments;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who promised what to whom, due when, and how far it was kept.</summary>
internal static class CommitmentForm
{
    public static RecordForm Form { get; } = new("commitments",
    [
        CommonSections.Begin(Enter.Text("what", "What was promised", required: true), Enter.Records("promisers", "Promised by", "parties"), Enter.Records("promisees", "Promised to", "parties")),
        new("Made and due",
        [
            new FormField("made", "Made", Control.List) { Item = "time", Fields = WhenFields }, Enter.Open("madeIn", "Made in", "talks", "statements", "proposals", "exchanges"),
            Enter.Group("due", "Due", Enter.Line("words", "The words used", "in the next few days"), Enter.Date("window", "The window that they mean"),
                Enter.List("readings", "Other readings of it", "reading", Enter.Line("words", "The words used", required: true), Enter.Date("window", "The window that they mean"), Enter.Cited), Enter.Cited),
        ]),
        new("How far it was kept",
        [
            Enter.List("steps", "Steps", "step", Enter.Choice<Fulfilment>("level", "Level reached", required: true), Enter.When("when", "When"), Enter.Line("words", "In words"), Enter.Open("evidence", "The record that fulfils it", "proposals", "exchanges", "talks", "statements", "ceasefires"),
                Enter.Flag("unverified", "Rests only on nothing being found"), Enter.Line("note", "Public note"), Enter.Cited),
        ])
        { Help = "Overdue is computed, never typed." },
        .. CommonSections.End(),
    ]);

    /// <summary>Fields of a time that is itself an item of a list.</summary>
    private static IReadOnlyList<FormField> WhenFields => [Enter.Date("date", "When") with { Required = true }, Enter.Line("zone", "Time zone"), Enter.Line("note", "How well it is known")];
}
