using NegotiationTracker.Data.Delegations;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Whose team for which talks, by which decree, and who was on it.</summary>
internal static class DelegationForm
{
    public static RecordForm Form { get; } = new("delegations",
    [
        CommonSections.Begin(Enter.Record("talks", "For the talks", "talks", required: true), Enter.Record("party", "Sent by", "parties", required: true)),
        new("Appointment",
        [
            Enter.Group("instrument", "Decree, order or note", Enter.Line("form", "What it is", "decree of the President of Ukraine", required: true), Enter.Line("number", "Number"), Enter.Line("title", "Its title"), Enter.Open("issuer", "Issued by", "people", "parties", "organizations"), Enter.When("date", "Its date"), Enter.Cited),
            Enter.Group("mandate", "Mandate", Enter.Text("text", "What it was told to do", required: true), Enter.Cited),
        ]),
        new("Roster",
        [
            new FormField("members", "Members", Control.Roster)
            {
                Item = "member",
                Fields = [Enter.Record("person", "Person", "people", required: true), Enter.Choice<MemberRole>("role", "Role", usual: MemberRole.Member), Enter.Record("organization", "Organization then", "organizations"), Enter.Line("title", "Title then"), Enter.Choice<Presence>("presence", "Presence", usual: Presence.Appointed), Enter.Line("note", "Public note"), Enter.Cited],
            },
            Enter.FlagIfSaid("listComplete", "The list is known to be complete"), Enter.Records("represented", "Organizations without a name known", "organizations"),
        ]),
        new("Changes and movements",
        [
            Enter.List("amendments", "Changes of the composition", "change", Enter.When("date", "In effect", required: true), Enter.Records("in", "Came in", "people"), Enter.Records("out", "Went out", "people"), Enter.Line("note", "The change in words"), Enter.Cited),
            Enter.List("movements", "Departures and arrivals", "movement", Enter.Choice<MovementKind>("form", "Sort", required: true), Enter.Line("text", "In words", required: true), Enter.When("when", "When", required: true), Enter.Line("place", "Where"), Enter.Line("howKnown", "How it is known"), Enter.Cited),
        ])
        { Folded = true },
        .. CommonSections.End(),
    ]);
}
