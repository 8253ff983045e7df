using NegotiationTracker.Data.Incidents;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>What happened around the talks, where, and who says that it was whom.</summary>
internal static class IncidentForm
{
    public static RecordForm Form { get; } = new("incidents",
    [
        CommonSections.Begin(Enter.Choice<IncidentKind>("form", "Sort", required: true), Enter.When("when", "When", required: true)),
        new("Where and who",
        [
            Enter.List("places", "Places", "place", Enter.Line("name", "Name", required: true), Enter.Whole("precision", "Precision, 1 exact to 6 country, 7 water or air (UCDP)")), Enter.Line("target", "What it hit or was aimed at"), Enter.Open("actor", "Who did it, where nobody disputes it", "parties", "organizations", "people"),
            Enter.Group("attribution", "Who says that it was whom", new FormField("by", "Said by", Control.OpenRecord) { Kinds = ["parties", "organizations", "people"], Required = true }, Enter.Line("to", "Said to have been", required: true), Enter.Open("toRecord", "Its record", "parties", "organizations", "people"), Enter.Cited),
            Enter.Line("statusWords", "Where its account stands"), Enter.Lines("effects", "What it did to the negotiation"),
        ]),
        .. CommonSections.End(),
    ]);
}
