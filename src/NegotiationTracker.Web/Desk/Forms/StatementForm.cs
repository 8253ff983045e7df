namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who said what, when, where.</summary>
internal static class StatementForm
{
    public static RecordForm Form { get; } = new("statements",
    [
        CommonSections.Begin(new FormField("speaker", "Speaker", Control.OpenRecord) { Kinds = ["people", "organizations", "parties"], Required = true }, Enter.Record("onBehalfOf", "On behalf of", "parties"), Enter.When("when", "When", required: true)),
        new("What was said",
        [
            Enter.Text("quotation", "Short quotation as printed"), Enter.Line("quotationLanguage", "Language of the quotation", "uk, ru, en"), Enter.Text("paraphrase", "In the record's own words"), Enter.Line("medium", "Where it was said or written"), Enter.Line("reportedThrough", "Known through"),
            Enter.OpenMany("about", "What it is about", "talks", "proposals", "exchanges", "ceasefires", "commitments", "delegations", "incidents", "people", "parties"),
        ]),
        .. CommonSections.End(),
    ]);
}
