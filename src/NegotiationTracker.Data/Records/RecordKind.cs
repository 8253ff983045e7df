using System.Text.Json;

namespace NegotiationTracker.Data.Records;

/// <summary>
/// What everything that works over all kinds (publishing, import, search, timeline, history) knows of a kind: its document,
/// its rules, what it refers to, its chronology and its rows. A new kind is one more of these.
/// </summary>
public abstract class RecordKind
{
    /// <summary>Word in routes, tables and documents, such as <c>talks</c>.</summary>
    public abstract string Key { get; }

    /// <summary>One record of the kind, for people ("Delegation").</summary>
    public abstract string Singular { get; }

    /// <summary>Several records of the kind, for people ("Delegations").</summary>
    public abstract string Plural { get; }

    /// <summary>Type of its documents.</summary>
    public abstract Type DocumentType { get; }

    /// <summary>Reads a document of this kind from JSON.</summary>
    /// <exception cref="JsonException">The JSON does not fit; <see cref="JsonException.Path"/> names the field.</exception>
    public RecordDocument Read(string json)
    {
        if (json.Contains("null", StringComparison.Ordinal)) DocumentJson.RefuseNullsInLists(json);
        return (RecordDocument?)JsonSerializer.Deserialize(json, DocumentType, DocumentJson.Compact) ?? throw new JsonException("The document is empty.");
    }

    /// <summary>Every reason why the document can't be published, other records aside.</summary>
    public abstract IReadOnlyList<Fault> Check(RecordDocument document);

    /// <summary>Every citation in it, with the path of the part that it stands on.</summary>
    public abstract IEnumerable<(string Path, Citation Citation)> Citations(RecordDocument document);

    /// <summary>Every other record that it refers to, sources of its citations included.</summary>
    public abstract IEnumerable<Reference> References(RecordDocument document);

    /// <summary>The facts that lists show of it.</summary>
    public abstract Headline Headline(RecordDocument document);

    /// <summary>All names by which it is found, title aside.</summary>
    public abstract IEnumerable<Name> Names(RecordDocument document);

    /// <summary>The running text in which it is found.</summary>
    public abstract IEnumerable<string?> Text(RecordDocument document);

    /// <summary>Its entries in the chronology.</summary>
    public abstract IEnumerable<TimelineDraft> Chronology(RecordDocument document);

    /// <summary>Rows of the kind's own tables, for questions that span records.</summary>
    public abstract IEnumerable<object> Rows(Guid recordId, RecordDocument document);

    /// <summary>What arithmetic over its figures shows, in sentences; nothing where there is none to do.</summary>
    /// <param name="document">The document.</param>
    /// <param name="nameOf">Short name of a party by its slug, for the sentences.</param>
    public abstract IReadOnlyList<Finding> Findings(RecordDocument document, Func<string, string> nameOf);
}

/// <summary>Something that arithmetic over a record's figures shows.</summary>
/// <param name="Sentence">The finding in plain English.</param>
/// <param name="Holds">Whether the numbers meet.</param>
public sealed record Finding(string Sentence, bool Holds);

/// <summary>The facts that lists show of a record.</summary>
/// <param name="Form">The kind's own sort (<c>PhoneCall</c>, <c>Memorandum</c>).</param>
/// <param name="Status">Its status (<c>Held</c>, <c>Completed</c>).</param>
/// <param name="When">The time by which it is sorted.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="ShortTitle">A shorter title for tables and marks.</param>
/// <param name="Mark">Two to four capitals that tell a party apart.</param>
public sealed record Headline(string? Form = null, string? Status = null, When? When = null, string? Place = null, string? ShortTitle = null, string? Mark = null);

/// <summary>An entry that a record gives to the chronology, before the record's own facts are added.</summary>
public sealed record TimelineDraft
{
    /// <summary>What happened.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>When.</summary>
    public required When When { get; init; }

    /// <summary>The entry in a line.</summary>
    public required string Title { get; init; }

    /// <summary>The entry in a sentence more.</summary>
    public string? Summary { get; init; }

    /// <summary>Where, in words.</summary>
    public string? Place { get; init; }

    /// <summary>How much it matters among all, 1 (a detail) to 5 (a turning point).</summary>
    public required int Importance { get; init; }
}

/// <summary>What a timeline entry says happened.</summary>
public enum EntryKind
{
    Meeting, PhoneCall, VideoCall, Visit, Letter, TalksProposed, TalksScheduled, TalksPostponed, TalksCancelled, TalksRefused,
    DelegationAppointed, DelegationAmended, DelegationMoved,
    ProposalAnnounced, ProposalHandedOver, ProposalPublished, ProposalDiscussed, ProposalAccepted, ProposalRejected, ProposalSigned,
    CommitmentMade, CommitmentDue, CommitmentKept, CommitmentBroken,
    ExchangeAgreed, BatchDelivered,
    CeasefireProposed, CeasefireDeclared, CeasefireBegan, CeasefireEnded, CeasefireRejected,
    StatementMade, Incident,
}
