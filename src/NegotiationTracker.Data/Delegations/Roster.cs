namespace NegotiationTracker.Data.Delegations;

/// <summary>Who was on a delegation on a day, from its members and dated amendments.</summary>
public static class Roster
{
    /// <summary>Members as of the end of <paramref name="day"/>; without a day everybody but those replaced.</summary>
    /// <remarks>An amendment known only to a period counts from the last day of it: nobody is put in or out too early.</remarks>
    public static IReadOnlyList<Member> On(DelegationDocument delegation, DateOnly? day)
    {
        if (day is null) return [.. delegation.Members.Where(m => m.Presence != Presence.Replaced)];
        var amendments = delegation.Amendments.OrderBy(Effective).ToList();
        // Whoever first came in by an amendment was not there before; whoever first went out by one was.
        var on = delegation.Members.Select(m => m.Person).Where(p => amendments.Find(a => a.In.Contains(p) || a.Out.Contains(p))?.In.Contains(p) != true).ToHashSet(StringComparer.Ordinal);
        foreach (var amendment in amendments.Where(a => Effective(a) <= day))
        {
            on.UnionWith(amendment.In);
            on.ExceptWith(amendment.Out);
        }
        return [.. delegation.Members.Where(m => on.Contains(m.Person))];
    }

    /// <summary>The days on which the composition changed, oldest first.</summary>
    public static IReadOnlyList<DateOnly> Changes(DelegationDocument delegation) => [.. delegation.Amendments.Select(Effective).Distinct().Order()];

    private static DateOnly Effective(Amendment amendment) => amendment.Date.Date.Days.Last ?? amendment.Date.Date.Days.First ?? DateOnly.MaxValue;
}
