using NegotiationTracker.Data.Parties;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>People, organizations, parties and processes.</summary>
internal static class ActorForms
{
    public static RecordForm Person { get; } = new("people",
    [
        CommonSections.Begin(Enter.Record("party", "On the side of", "parties"), Enter.Names("Every spelling")),
        new("Postings",
        [
            Enter.List("postings", "Postings", "posting", Enter.Line("title", "Title", required: true), Enter.Record("organization", "Organization", "organizations"), Enter.Record("onBehalfOf", "On behalf of", "parties"), Enter.Date("from", "From"), Enter.Date("to", "Until"), Enter.Cited),
        ]),
        .. CommonSections.End(),
    ]);

    public static RecordForm Organization { get; } = new("organizations",
        [CommonSections.Begin(Enter.Record("party", "Belongs to", "parties"), Enter.Record("parent", "Part of", "organizations"), Enter.Line("role", "What it does here"), Enter.Names()), .. CommonSections.End()]);

    public static RecordForm Party { get; } = new("parties",
    [
        CommonSections.Begin(Enter.Choice<PartyKind>("form", "What sort of actor", required: true), Enter.Line("shortName", "Short name", required: true), Enter.Line("mark", "Mark", "Two to four capitals: UA, RU, TR", required: true), Enter.Names()),
        new("Its part", [Enter.List("roles", "Parts in processes", "part", Enter.Record("process", "Process", "processes", required: true), Enter.Choice<Part>("formal", "On paper"), Enter.Choice<Part>("practical", "In practice"), Enter.Line("words", "In words"))]),
        .. CommonSections.End(),
    ]);

    public static RecordForm Process { get; } = new("processes", [CommonSections.Begin(Enter.When("period", "When it ran"), Enter.Record("parent", "Part of", "processes"), Enter.Names()), .. CommonSections.End()]);
}
