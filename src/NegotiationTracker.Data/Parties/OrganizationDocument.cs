using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Parties;

/// <summary>A ministry, office, armed force or service.</summary>
public sealed record OrganizationDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "organizations";

    /// <summary>Slug of the party that it belongs to; empty for an independent one.</summary>
    public string? Party { get; init; }

    /// <summary>Slug of the organization above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Its names and abbreviations.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>What it does here, in words.</summary>
    public string? Role { get; init; }
}
