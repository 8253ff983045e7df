using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Ceasefires;

/// <summary>A ceasefire proposed, declared or in force. Counted violations stand as claims on <c>violations.*</c>.</summary>
public sealed record CeasefireDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "ceasefires";

    /// <summary>How many sides it binds.</summary>
    public required CeasefireType Type { get; init; }

    /// <summary>Its class (after the ETH/PRIO ceasefire data set).</summary>
    public CeasefireClass Class { get; init; } = CeasefireClass.CessationOfHostilities;

    /// <summary>What it covers.</summary>
    public required CeasefireScope Scope { get; init; }

    /// <summary>What it covers, in words.</summary>
    public string? ScopeWords { get; init; }

    /// <summary>What became of it.</summary>
    public required CeasefireStatus Status { get; init; }

    /// <summary>What became of it, in words.</summary>
    public string? StatusWords { get; init; }

    /// <summary>When it was announced.</summary>
    public When? Announced { get; init; }

    /// <summary>From when.</summary>
    public When? From { get; init; }

    /// <summary>Until when.</summary>
    public When? To { get; init; }

    /// <summary>How long (30 days, 24 to 48 hours).</summary>
    public Quantity? Length { get; init; }

    /// <summary>Who declared or proposed it: slugs of parties.</summary>
    public IReadOnlyList<string> DeclaredBy { get; init; } = [];

    /// <summary>Who accepted it, and how.</summary>
    public IReadOnlyList<CeasefireResponse> AcceptedBy { get; init; } = [];

    /// <summary>What the others said to it.</summary>
    public IReadOnlyList<CeasefireResponse> Responses { get; init; } = [];
}

/// <summary>What a party said to a ceasefire.</summary>
public sealed record CeasefireResponse
{
    /// <summary>Slug of the party.</summary>
    public required string Party { get; init; }

    /// <summary>The response in words.</summary>
    public string? Words { get; init; }

    /// <summary>When.</summary>
    public When? When { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>How many sides a ceasefire binds.</summary>
public enum CeasefireType { Unilateral, Bilateral, Multilateral }

/// <summary>Class of a ceasefire.</summary>
public enum CeasefireClass { CessationOfHostilities, Preliminary, Definitive }

/// <summary>What a ceasefire covers.</summary>
public enum CeasefireScope { All, Air, Energy, Maritime, Local }

/// <summary>What became of a ceasefire.</summary>
public enum CeasefireStatus { Proposed, Declared, InForce, Expired, Ended, Rejected }
