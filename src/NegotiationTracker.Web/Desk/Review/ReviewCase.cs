using System.Text.Json.Nodes;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Changes;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>All that a reviewer needs to judge a draft.</summary>
public sealed record ReviewCase
{
    public required Draft Draft { get; init; }

    /// <summary>The published record, with its tombstone where it was retracted; empty for a new one.</summary>
    public Record? Published { get; init; }

    /// <summary>What was public; empty for a new record.</summary>
    public JsonObject? Before { get; init; }

    /// <summary>What is to be public.</summary>
    public required JsonObject After { get; init; }

    public required DocumentNames Names { get; init; }

    public required IReadOnlyList<ChangeGroup> Changes { get; init; }

    public required CitedSources Cited { get; init; }

    public required IReadOnlyList<Fault> Faults { get; init; }

    public required IReadOnlyList<Consequence> Consequences { get; init; }

    public required Companions Companions { get; init; }

    /// <summary>Published records that refer to it.</summary>
    public required IReadOnlyList<LinkView> Referrers { get; init; }

    public required int ReferrerCount { get; init; }

    /// <summary>What reviewers said of it before.</summary>
    public required IReadOnlyList<ReviewComment> Comments { get; init; }

    /// <summary>Names of the colleagues who had to do with it.</summary>
    public required IReadOnlyDictionary<Guid, string> People { get; init; }

    public bool IsNew => Before is null;

    /// <summary>Whether something was published since the draft was begun.</summary>
    public bool IsStale => Draft.State is not (DraftState.Published or DraftState.Discarded) && Published?.Revision != Draft.BaseRevision;

    public string Name(Guid? account) => account is { } id ? People.GetValueOrDefault(id, "somebody") : "nobody";
}
