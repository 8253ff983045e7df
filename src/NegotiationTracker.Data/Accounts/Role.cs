namespace NegotiationTracker.Data.Accounts;

/// <summary>What an account is for; each role may also do what those before it may.</summary>
public enum Role
{
    /// <summary>Reads the public record; signs in to keep settings.</summary>
    Reader,

    /// <summary>Keeps saved views.</summary>
    Analyst,

    /// <summary>Enters and submits drafts.</summary>
    Editor,

    /// <summary>Publishes what others wrote, and retracts.</summary>
    Reviewer,

    /// <summary>Invites, disables, redacts.</summary>
    Admin,
}
