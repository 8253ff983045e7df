namespace NegotiationTracker.Data.Accounts;

/// <summary>What can be done at the desk.</summary>
public enum Deed { SaveViews, Write, Review, Retract, Redact, KeepAccounts, ReadAudit, KeepPublishers, KeepTopics }

/// <summary>Which role may do what: the one table that every handler asks.</summary>
public static class Rights
{
    /// <summary>The least role for a deed.</summary>
    public static Role Least(Deed deed) => deed switch
    {
        Deed.SaveViews => Role.Analyst,
        Deed.Write => Role.Editor,
        Deed.Review or Deed.Retract => Role.Reviewer,
        _ => Role.Admin,
    };

    /// <summary>Whether a role may do it.</summary>
    public static bool May(this Role role, Deed deed) => role >= Least(deed);
}
