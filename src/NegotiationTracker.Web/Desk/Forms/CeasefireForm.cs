using NegotiationTracker.Data.Ceasefires;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who stops what, from when to when, and what the others said.</summary>
internal static class CeasefireForm
{
    public static RecordForm Form { get; } = new("ceasefires",
    [
        CommonSections.Begin(
            Enter.Choice<CeasefireType>("type", "How many sides it binds", required: true), Enter.Choice<CeasefireScope>("scope", "What it covers", required: true), Enter.Line("scopeWords", "What it covers, in words"),
            Enter.Choice<CeasefireStatus>("status", "What became of it", required: true), Enter.Line("statusWords", "The same in words"), Enter.Choice<CeasefireClass>("class", "Class", usual: CeasefireClass.CessationOfHostilities)),
        new("When", [Enter.When("announced", "Announced"), Enter.When("from", "From"), Enter.When("to", "Until"), Enter.Quantity("length", "How long")]),
        new("Who", [Enter.Records("declaredBy", "Declared or proposed by", "parties"), Responses("acceptedBy", "Accepted by"), Responses("responses", "What the others said")]),
        .. CommonSections.End(),
    ]);

    private static FormField Responses(string path, string label) =>
        Enter.List(path, label, "response", Enter.Record("party", "Party", "parties", required: true), Enter.Line("words", "In words"), Enter.When("when", "When"), Enter.Cited);
}
