namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>The processes of the file: the negotiations as a whole, and the tracks on which they ran.</summary>
internal static class Tracks
{
    public const string Whole = "ukraine-2025";
    public const string Direct = "russia-ukraine-direct-2025";
    public const string UsRussia = "us-russia-2025";
    public const string UsUkraine = "us-ukraine-2025";
    public const string Exchanges = "prisoner-exchanges-2025";
    public const string European = "european-consultations-2025";

    private static readonly (string Words, string Process)[] Names =
        [("Russia-Ukraine", Direct), ("US-Russia", UsRussia), ("US-Ukraine", UsUkraine), ("prisoner exchanges", Exchanges), ("European", European)];

    /// <summary>The processes that a track in the words of the file means.</summary>
    public static IReadOnlyList<string> Named(string track) => [.. Names.Where(n => track.Contains(n.Words, StringComparison.Ordinal)).Select(n => n.Process)];

    /// <summary>The processes on which these parties meet; always the whole as well.</summary>
    public static IReadOnlyList<string> Of(FactsReading reading, IReadOnlyCollection<string> partyIds)
    {
        var found = new List<string> { Whole };
        bool Both(string a, string b) => partyIds.Contains(a) && partyIds.Contains(b);
        if (Both("ru", "ua") || (partyIds.Count > 0 && partyIds.All(p => p is "ru" or "ua")) || partyIds.Any(p => IsOn(reading, p, Direct) && p is not ("ru" or "ua" or "us"))) found.Add(Direct);
        if (Both("us", "ru")) found.Add(UsRussia);
        if (Both("us", "ua")) found.Add(UsUkraine);
        if (partyIds.Any(p => IsOn(reading, p, European))) found.Add(European);
        return found;
    }

    /// <summary>The processes of everything that an item points to.</summary>
    public static IReadOnlyList<string> Joined(params IEnumerable<string>[] lists) =>
        [.. new[] { Whole, Direct, UsRussia, UsUkraine, Exchanges, European }.Where(p => p == Whole || lists.Any(l => l.Contains(p)))];

    /// <summary>The processes of any item.</summary>
    public static IReadOnlyList<string> OfItem(FactsReading reading, FactsEntry? item) => item?.Array switch
    {
        "talks" => Joined(OfTalks(reading, item), item.Linked("exchanges").Any() ? [Exchanges] : []),
        "delegations" => OfTalks(reading, reading.Find(item.Text("talk") ?? "")),
        "exchanges" => Joined([Exchanges], OfTalks(reading, reading.Find(item.Text("agreed_at") ?? ""))),
        "proposals" => Joined([.. reading.Entries("talks").Where(t => t.Linked("proposals").Contains(item.Id)).SelectMany(t => OfTalks(reading, t)), .. Of(reading, [.. item.Texts("authors")])], item.Linked("exchanges").Any() ? [Exchanges] : []),
        "commitments" => Of(reading, [.. (item.Text("promiser") ?? "").Split('+'), .. item.Texts("promisee")]),
        "ceasefires" => Joined(OfCeasefire(reading, item), Around(reading, item, "talks", "proposals")),
        "incidents" => Joined(Around(reading, item, "talks", "exchanges")),
        "statements" => Joined(item.Texts("about").SelectMany(id => reading.Find(id) is { Array: "talks" } talks ? OfTalks(reading, talks) : OfItem(reading, reading.Find(id)))),
        "persons" => Joined(
            reading.Entries("talks").Where(t => TalksParties.People(t).Contains(item.Id)).SelectMany(t => OfTalks(reading, t)),
            reading.Entries("delegations").Where(d => d.List("members").Any(m => m.TextOf("person") == item.Id)).SelectMany(d => OfItem(reading, d)),
            reading.Entries("statements").Where(s => s.Text("by") == item.Id).SelectMany(s => OfItem(reading, s))),
        _ => [Whole],
    };

    // That talks also agreed an exchange does not make everything around them part of the exchanges.
    private static IReadOnlyList<string> OfTalks(FactsReading reading, FactsEntry? talks)
    {
        if (talks is null) return [Whole];
        var found = Of(reading, TalksParties.Of(reading, talks));
        return TalksParties.IsSeparate(talks) ? [.. found.Where(p => p != Direct)] : found;
    }

    private static IEnumerable<string> Around(FactsReading reading, FactsEntry item, params string[] kinds) =>
        kinds.SelectMany(item.Linked).Select(reading.Find).SelectMany(other => other is { Array: "talks" } ? OfTalks(reading, other) : OfItem(reading, other));

    // What the United States declared between the two was not agreed between the two.
    private static IReadOnlyList<string> OfCeasefire(FactsReading reading, FactsEntry ceasefire)
    {
        var found = Of(reading, [.. ceasefire.Texts("declared_by"), .. ceasefire.Texts("accepted_by").Select(a => a.Split(' ')[0])]);
        return ceasefire.Texts("declared_by").Contains("us") ? [.. found.Where(p => p != Direct)] : found;
    }

    private static bool IsOn(FactsReading reading, string partyId, string process) =>
        reading.Find(partyId)?.List("roles").Any(r => Named(r.TextOf("track") ?? "").Contains(process)) == true;
}
