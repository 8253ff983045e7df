namespace NegotiationTracker.Data.Editorial;

/// <summary>What came of publishing.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>All are public.</summary>
    /// <param name="Created">Records that are new.</param>
    /// <param name="Amended">Records with a new revision.</param>
    /// <param name="Unchanged">Documents that say what was public already.</param>
    public sealed record Published(int Created, int Amended, int Unchanged) : PublishOutcome;

    /// <summary>None is public: here is why.</summary>
    /// <param name="Faults">Every fault of every document.</param>
    public sealed record Refused(IReadOnlyList<DocumentFault> Faults) : PublishOutcome;
}

/// <summary>A fault of one document among several.</summary>
/// <param name="Row">Its place among them, from 0.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Field">Path in the document.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record DocumentFault(int Row, string Kind, string Slug, string Field, string Reason);
