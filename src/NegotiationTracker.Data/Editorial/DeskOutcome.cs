using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What came of a deed at the desk.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    /// <summary>Done, and committed.</summary>
    /// <param name="Draft">The draft as it is now.</param>
    public sealed record Done(Draft Draft) : DeskOutcome;

    /// <summary>Not done: somebody else saved first. The text that came is kept aside.</summary>
    /// <param name="Theirs">The draft as it is now.</param>
    public sealed record Conflict(Draft Theirs) : DeskOutcome;

    /// <summary>Not done: here is why.</summary>
    /// <param name="Faults">Every reason.</param>
    public sealed record Refused(IReadOnlyList<DocumentFault> Faults) : DeskOutcome
    {
        /// <summary>A refusal for one reason that concerns no field.</summary>
        public static Refused Because(Draft draft, string reason, string field = "") => new([new DocumentFault(0, draft.Kind, draft.Slug ?? "", field, reason)]);
    }

    /// <summary>The account is disabled, gone, or has not the right.</summary>
    public sealed record Denied : DeskOutcome;

    /// <summary>There is no such draft for this account.</summary>
    public sealed record Missing : DeskOutcome;
}
