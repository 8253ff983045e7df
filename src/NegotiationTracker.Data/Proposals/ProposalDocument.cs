using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Proposals;

/// <summary>A document that a party announces, promises, hands over or signs, signed or not.</summary>
public sealed record ProposalDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "proposals";

    /// <summary>What sort of document.</summary>
    public required ProposalKind Form { get; init; }

    /// <summary>The sort in words, where the plain one does not tell all.</summary>
    public string? FormWords { get; init; }

    /// <summary>Stage (PA-X), where it fits.</summary>
    public PaxStage? Stage { get; init; }

    /// <summary>Slugs of the parties that wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Names by which it is called.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>Its status history, each step dated and cited.</summary>
    public IReadOnlyList<StatusStep> Statuses { get; init; } = [];

    /// <summary>Its versions; provisions stand in versions.</summary>
    public IReadOnlyList<ProposalVersion> Versions { get; init; } = [];

    /// <summary>What the parties said of it or of a provision.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];
}

/// <summary>One step in a proposal's life.</summary>
public sealed record StatusStep
{
    /// <summary>The status reached.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>The step in words.</summary>
    public string? Words { get; init; }

    /// <summary>When.</summary>
    public required When When { get; init; }

    /// <summary>By whom, in words.</summary>
    public string? By { get; init; }

    /// <summary>By whom, as <c>kind/slug</c>, when there is a record.</summary>
    public string? ByRecord { get; init; }

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A version of a proposal's text.</summary>
public sealed record ProposalVersion
{
    /// <summary>Its name within the proposal ("as handed over").</summary>
    public required string Label { get; init; }

    /// <summary>When it was current.</summary>
    public When? When { get; init; }

    /// <summary>Number of points.</summary>
    public Quantity? Points { get; init; }

    /// <summary>Whether it is only reported and was not checked.</summary>
    public bool Unverified { get; init; }

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>Its provisions as far as they are known.</summary>
    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>One provision of a version.</summary>
public sealed record Provision
{
    /// <summary>Its key within the proposal, to which positions refer.</summary>
    public required string Key { get; init; }

    /// <summary>Number in the text, where it is known.</summary>
    public string? Number { get; init; }

    /// <summary>Section of the text.</summary>
    public string? Section { get; init; }

    /// <summary>Topics in the taxonomy.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The provision in words.</summary>
    public required string Text { get; init; }

    /// <summary>Its quantities (30 days).</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>By when, where the provision sets a date.</summary>
    public When? Deadline { get; init; }

    /// <summary>Under which conditions.</summary>
    public string? Conditions { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A party's stance on a provision, or on the whole, at a date.</summary>
public sealed record Position
{
    /// <summary>Slug of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Key of the provision; empty for the whole proposal.</summary>
    public string? Provision { get; init; }

    /// <summary>The stance.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The stance in words.</summary>
    public string? Words { get; init; }

    /// <summary>When it was taken.</summary>
    public When? When { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Sorts of document.</summary>
public enum ProposalKind { Demands, Memorandum, Roadmap, Plan, TermSheet, DraftAgreement, JointStatement, Agreement, Procedural, Offer }

/// <summary>Steps in a proposal's life.</summary>
public enum ProposalStatus
{
    Announced, Promised, HandedOver, Published, UnderDiscussion, Accepted, PartlyAccepted, Rejected, Withdrawn, Superseded, Signed,
}

/// <summary>Stage of an agreement (PA-X).</summary>
public enum PaxStage { Pre, Cea, SubPar, SubComp, Imp, Ren, Oth }

/// <summary>Stances of a party.</summary>
public enum Stance { Proposes, Accepts, AcceptsWithConditions, Rejects, Silent }
