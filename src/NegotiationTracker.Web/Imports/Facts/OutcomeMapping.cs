using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>What came of talks, tied to the linked record that it made.</summary>
internal static class OutcomeMapping
{
    private static readonly string[] Papers = ["memorandum", "document", "plan", "proposal", "paper", "text"];
    private static readonly string[] Pauses = ["ceasefire", "halt of strikes", "safe navigation", "truce"];

    // The order is the order of weight: a new exchange matters more than that the talks go on.
    private static readonly WordTable<OutcomeKind> Forms = new(
        "outcome",
        ("no deal", OutcomeKind.Nothing), ("no agreement", OutcomeKind.Nothing), ("no compromise", OutcomeKind.Nothing), ("no summit", OutcomeKind.Nothing), ("not held", OutcomeKind.Nothing), ("not signed", OutcomeKind.Nothing), ("no progress", OutcomeKind.Nothing), ("no in-person", OutcomeKind.Nothing),
        ("to be handed over", OutcomeKind.ExchangeAgreed), ("for 1,000", OutcomeKind.ExchangeAgreed), ("exchange 175", OutcomeKind.ExchangeAgreed), ("all-for-all", OutcomeKind.ExchangeAgreed), ("new exchange", OutcomeKind.ExchangeAgreed), ("civilians included", OutcomeKind.ExchangeAgreed), ("1,200 ukrainians", OutcomeKind.ExchangeAgreed),
        ("handed over", OutcomeKind.DocumentHandedOver), ("presented", OutcomeKind.DocumentHandedOver), ("framework document", OutcomeKind.DocumentHandedOver), ("white house texts", OutcomeKind.DocumentHandedOver),
        ("next meeting", OutcomeKind.NextRoundSet), ("next round", OutcomeKind.NextRoundSet), ("to continue", OutcomeKind.NextRoundSet), ("continue talks", OutcomeKind.NextRoundSet), ("moved to", OutcomeKind.NextRoundSet), ("held only on", OutcomeKind.NextRoundSet), ("meeting in london", OutcomeKind.NextRoundSet), ("proposal for 15 may", OutcomeKind.NextRoundSet), ("teams to", OutcomeKind.NextRoundSet), ("technical talks", OutcomeKind.NextRoundSet),
        ("summit in", OutcomeKind.NextRoundSet), ("russia named an exact date", OutcomeKind.NextRoundSet),
        ("in writing", OutcomeKind.CommitmentMade), ("will write", OutcomeKind.CommitmentMade), ("will propose", OutcomeKind.CommitmentMade), ("commitment on", OutcomeKind.CommitmentMade), ("us to help", OutcomeKind.CommitmentMade), ("ready to host", OutcomeKind.CommitmentMade), ("offered", OutcomeKind.CommitmentMade),
        ("ceasefire", OutcomeKind.CeasefireDiscussed), ("halt of strikes", OutcomeKind.CeasefireDiscussed), ("safe navigation", OutcomeKind.CeasefireDiscussed),
        ("said", OutcomeKind.Statement), ("repeated", OutcomeKind.Statement), ("condolences", OutcomeKind.Statement), ("trump:", OutcomeKind.Statement), ("(trump)", OutcomeKind.Statement), ("(rubio)", OutcomeKind.Statement), ("(white house)", OutcomeKind.Statement), ("erdoğan:", OutcomeKind.Statement), ("took note", OutcomeKind.Statement));

    public static IReadOnlyList<Outcome> Of(FactsNode item, FactsEntry talks) =>
        [.. item.Texts("outcomes").Select(text => Of(text, Forms.Find(text) ?? OutcomeKind.Other, talks, item.Reading))];

    private static Outcome Of(string text, OutcomeKind form, FactsEntry talks, FactsReading reading) => new() { Form = form, Text = text, Made = Made(text, form, talks, reading) };

    private static string? Made(string text, OutcomeKind form, FactsEntry talks, FactsReading reading)
    {
        IEnumerable<FactsEntry> Linked(string kind) => talks.Linked(kind).Select(reading.Find).OfType<FactsEntry>();
        if (form == OutcomeKind.ExchangeAgreed) return Linked("exchanges").FirstOrDefault(e => ExchangeMapping.IsBodies(e) == text.Says("bodies"))?.Record;
        FactsEntry? record = null;
        if (record is null && Any(text, Pauses)) record = Linked("ceasefires").FirstOrDefault() ?? Linked("proposals").FirstOrDefault(p => (p.Text("name") ?? "").Says("ceasefire"));
        if (record is null && Any(text, Papers)) record = Paper(text, [.. Linked("proposals")], reading);
        if (record is null && Any(text, ["working groups"])) record = Linked("proposals").FirstOrDefault(p => (p.Text("name") ?? "").Says("working groups"));
        if (record is null && Any(text, ["moved to", "held only", "summit in"])) record = Linked("talks").FirstOrDefault();
        return record?.Record;
    }

    // Of several papers, the one whose author the text names; of one, that one.
    private static FactsEntry? Paper(string text, List<FactsEntry> papers, FactsReading reading)
    {
        if (papers.Count == 1) return papers[0];
        var named = reading.Names.PartiesIn(text).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return papers.FirstOrDefault(p => p.Texts("authors").Count() == 1 && named.Contains(p.Texts("authors").First()));
    }

    private static bool Any(string text, string[] words) => words.Any(text.Says);
}
