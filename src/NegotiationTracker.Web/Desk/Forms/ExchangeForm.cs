using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>Who is exchanged, what was agreed where, and what was delivered batch by batch.</summary>
internal static class ExchangeForm
{
    public static RecordForm Form { get; } = new("exchanges",
    [
        CommonSections.Begin(
            Enter.Choice<ExchangeKind>("form", "Who or what is exchanged", required: true), Enter.Line("formWords", "The sort in words"), Enter.Choice<ExchangeStatus>("status", "How far it got", required: true), Enter.Line("statusWords", "The same in words"),
            Enter.Record("agreedIn", "Agreed in the talks", "talks"), Enter.OpenMany("mediators", "Mediators", "parties", "people", "organizations"), Enter.Records("transit", "Through the land of", "parties"), Enter.Line("place", "Where")),
        new("Agreed", [Figures("agreed", "Figures agreed")]),
        new("Delivered",
        [
            Enter.List("batches", "Batches", "batch", Enter.When("when", "When", required: true), new FormField("key", "Key", Control.Key) { Required = true, Help = "A short word. Made from the date until you write one." }, Enter.Line("label", "Name"), Enter.Line("place", "Where"), Figures("figures", "What each source counts"), Enter.Line("note", "Public note")),
        ]),
        new("Totals that sources report", [Figures("totals", "Totals")]) { Folded = true },
        .. CommonSections.End(),
    ])
    { Reckons = true };

    private static FormField Figures(string path, string label) => new(path, label, Control.Figures)
    {
        Item = "figure",
        Fields =
        [
            Enter.Choice<FigureCategory>("category", "Who or what is counted", required: true), Enter.Record("to", "To which party", "parties", help: "Empty when both directions are counted together."), Enter.Choice<Counting>("counting", "Covers", usual: Counting.PerSide),
            Enter.Whole("low", "At the least"), Enter.Whole("best", "Number"), Enter.Whole("high", "At the most"), Enter.Choice<Bound>("bound", "How sure", usual: Bound.Exactly), Enter.Flag("withheld", "Withheld on purpose"), Enter.FlagIfSaid("insideAgreement", "Counts inside the agreement"),
            Enter.Line("words", "In words", "1,000 for 1,000"), Enter.When("asOf", "As of"), Enter.Line("claimant", "Who says so, in words"), Enter.Open("claimantRecord", "Who says so", "people", "parties", "organizations"), Enter.Choice<Rank>("rank", "Rank", usual: Rank.Normal), Enter.Line("note", "Public note"), Enter.Cited,
        ],
    };
}
