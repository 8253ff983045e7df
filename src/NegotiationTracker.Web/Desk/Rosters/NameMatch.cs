using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>How sure it is who a printed name means.</summary>
public enum Certainty
{
    /// <summary>Nobody of that name is known.</summary>
    Unknown,

    /// <summary>Somebody may be meant: a person decides.</summary>
    Doubtful,

    /// <summary>One is meant and nobody else comes near.</summary>
    Certain,
}

/// <summary>Who a printed name may mean, best first.</summary>
/// <param name="Certainty">How sure it is that the first is meant.</param>
/// <param name="Candidates">Those whom it may mean.</param>
public sealed record NameMatch(Certainty Certainty, IReadOnlyList<FoundRecord> Candidates)
{
    private const int MaxCandidates = 5;

    // Two who are this close to each other can't be told apart by the name.
    private const double Margin = 0.08;

    /// <summary>Holds a printed name against all that are known.</summary>
    /// <param name="printed">The name as printed.</param>
    /// <param name="known">Everybody of the kind.</param>
    /// <param name="party">Slug of the party that the name is expected on; somebody of another party is never certain.</param>
    public static NameMatch Of(string printed, IReadOnlyList<FoundRecord> known, string? party)
    {
        var words = NameForm.Words(printed);
        var near = known.Select(k => (Record: k, Likeness: k.LikenessTo(words))).Where(k => k.Likeness >= Likeness.Possible)
            .OrderByDescending(k => k.Likeness).ThenByDescending(k => k.Record.Party == party).ThenByDescending(k => k.Record.SourceCount).Take(MaxCandidates).ToList();
        if (near.Count == 0) return new NameMatch(Certainty.Unknown, []);
        var alone = near.Count == 1 || near[0].Likeness - near[1].Likeness > Margin;
        var ours = party is null || near[0].Record.Party is null || near[0].Record.Party == party;
        return new NameMatch(near[0].Likeness >= Likeness.Certain && alone && ours ? Certainty.Certain : Certainty.Doubtful, [.. near.Select(n => n.Record with { Likeness = n.Likeness })]);
    }
}
