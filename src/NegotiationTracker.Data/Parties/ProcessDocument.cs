using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Parties;

/// <summary>A negotiation process, such as the Russia-Ukraine track of 2025.</summary>
public sealed record ProcessDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "processes";

    /// <summary>Its names.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>The period in which it ran, as far as it is known.</summary>
    public When? Period { get; init; }

    /// <summary>The process that it is a part of.</summary>
    public string? Parent { get; init; }
}
