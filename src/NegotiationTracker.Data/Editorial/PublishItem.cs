using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Editorial;

/// <summary>A document to be published, with where it comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Comment">Why, for the history.</param>
internal sealed record PublishItem(RecordDocument Document, string Author, string? Comment)
{
    /// <summary>The record that a draft becomes or amends; empty for an import, which finds it by its slugs.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>Published revision that the draft began from; empty for a new record.</summary>
    public int? BaseRevision { get; init; }

    /// <summary>Who publishes it, when that is not the author.</summary>
    public string? Approver { get; init; }
}
