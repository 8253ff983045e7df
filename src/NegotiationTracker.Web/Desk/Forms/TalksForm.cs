using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who met or called, when, where, what was said, who was there, what came of it.</summary>
internal static class TalksForm
{
    public static RecordForm Form { get; } = new("talks",
    [
        CommonSections.Begin(Enter.Choice<TalksKind>("form", "Sort of contact", required: true), Enter.Choice<TalksStatus>("status", "What became of it", required: true), Enter.Line("statusWords", "The same in words", "Where the plain word does not tell all.")),
        new("When and where",
        [
            Enter.When("planned", "Planned for"), Enter.When("actual", "Held", "Leave empty while it has not taken place."),
            Enter.List("places", "Places", "place", Enter.Line("venue", "Building or site"), Enter.Line("city", "City"), Enter.Line("country", "Country", "Two letters: TR, UA, RU"), Enter.Lines("variants", "Other spellings of the venue")),
        ]),
        new("Who",
        [
            Enter.Records("parties", "Parties", "parties"), Enter.Choice<TalksFormat>("format", "How the sides met"), Enter.Line("formatWords", "The format in words"),
            Enter.OpenMany("hosts", "Hosts", "parties", "people", "organizations"), Enter.OpenMany("mediators", "Mediators", "parties", "people", "organizations"), Enter.Record("chair", "Chaired by", "people"),
            Enter.List("participants", "Participants", "participant", Enter.Record("person", "Person", "people", required: true), Enter.Record("party", "For", "parties"), Enter.Line("role", "Role there")),
            Enter.Line("languageOfTalks", "Language of the talks"),
        ])
        { Help = "A whole delegation is a record of its own, with its decree; here stand those who are named." },
        new("What was said and what came of it",
        [
            Enter.List("agenda", "Agenda", "point", Enter.Line("text", "Point", required: true), Enter.Topics("topic", "Topic")),
            Enter.List("outcomes", "Outcomes", "outcome", Enter.Text("text", "What came of it", required: true), Enter.Choice<OutcomeKind>("form", "Sort", usual: OutcomeKind.Other), Enter.Open("made", "The record that it made", "exchanges", "proposals", "talks", "statements", "commitments", "ceasefires", "delegations"), Enter.Cited),
            new FormField("meetingRecord", "Meeting record", Control.Markdown) { Max = Data.Records.RecordDocument.MaxLongText, Help = "Markdown: lists, emphasis, links." },
            Enter.Record("follows", "Follows the talks", "talks"),
        ]),
        .. CommonSections.End(),
    ]);
}
