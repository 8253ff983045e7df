using NegotiationTracker.Data.Proposals;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Whose document, its way, its versions with their provisions, and what the parties said of them.</summary>
internal static class ProposalForm
{
    public static RecordForm Form { get; } = new("proposals",
    [
        CommonSections.Begin(
            Enter.Choice<ProposalKind>("form", "Sort of document", required: true), Enter.Line("formWords", "The sort in words"), Enter.Records("authors", "Written by", "parties"), Enter.Choice<PaxStage>("stage", "Stage (PA-X)"), Enter.Names("Names by which it is called")),
        new("Its way",
        [
            Enter.List("statuses", "Steps", "step", Enter.Choice<ProposalStatus>("status", "Status reached", required: true), Enter.When("when", "When", required: true), Enter.Line("words", "In words"), Enter.Line("by", "By whom, in words"), Enter.Open("byRecord", "By whom", "parties", "people", "organizations"), Enter.Line("note", "Public note"), Enter.Cited),
        ]),
        new("Versions and provisions",
        [
            Enter.List("versions", "Versions", "version",
                Enter.Line("label", "Name of the version", "as handed over", required: true), Enter.When("when", "Current when"), Enter.Quantity("points", "Number of points"), Enter.Flag("unverified", "Only reported, not checked"), Enter.Line("note", "Public note"),
                new FormField("provisions", "Provisions", Control.Provisions) { Item = "provision", Fields = Provision }, Enter.Cited),
        ]),
        new("Positions",
        [
            new FormField("positions", "What the parties said of it", Control.Positions)
            {
                Item = "position",
                Fields = [Enter.Record("party", "Party", "parties", required: true), Enter.Line("provision", "Key of the provision", "Empty for the whole proposal."), Enter.Choice<Stance>("stance", "Stance", required: true), Enter.Line("words", "In words"), Enter.When("when", "When"), Enter.Cited],
            },
        ]),
        .. CommonSections.End(),
    ]);

    private static IReadOnlyList<FormField> Provision =>
    [
        Enter.Text("text", "The provision", required: true), Enter.Line("key", "Key", "A short word by which positions name it.", required: true), Enter.Line("number", "Number in the text"), Enter.Line("section", "Section"), Enter.Topics(),
        new FormField("quantities", "Quantities", Control.List) { Item = "quantity", Fields = Enter.Quantity("", "").Fields }, Enter.When("deadline", "By when"), Enter.Line("conditions", "Under which conditions"), Enter.Cited,
    ];
}
