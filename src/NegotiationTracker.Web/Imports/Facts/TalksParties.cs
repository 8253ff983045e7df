namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Who took part in talks.</summary>
internal static class TalksParties
{
    /// <summary>Ids of the parties: of the participants, of those whom the name tells, or of the talks that these became.</summary>
    public static IReadOnlyList<string> Of(FactsReading reading, FactsEntry talks)
    {
        var parties = talks.List("participants").Select(p => p.TextOf("party")).OfType<string>().Distinct().ToList();
        // "Ukraine with UK, French and German advisers before the US meeting": the second half is about another one.
        if (parties.Count == 1) Add(reading, parties, (talks.Text("name") ?? "").Split(" before ")[0]);
        if (IsSeparate(talks)) Add(reading, parties, talks.Text("format")!);
        if (parties.Count > 0) return parties;
        return talks.Linked("talks").Select(reading.Find).OfType<FactsEntry>().Where(t => t.List("participants").Any()).Select(t => Of(reading, t)).FirstOrDefault() ?? [];
    }

    /// <summary>Whether delegations met a third side one after the other and not each other.</summary>
    public static bool IsSeparate(FactsEntry talks) => talks.Text("format")?.Says("separate") == true;

    public static IEnumerable<string> People(FactsEntry talks) => talks.List("participants").Select(p => p.TextOf("person")).OfType<string>();

    private static void Add(FactsReading reading, List<string> parties, string text) =>
        parties.AddRange(reading.Names.PartiesIn(text).Select(p => p.Id).Where(p => !parties.Contains(p)));
}
