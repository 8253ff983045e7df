using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Parties;

/// <summary>A person with all names and postings.</summary>
public sealed record PersonDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "people";

    /// <summary>Slug of the party whose side the person is on.</summary>
    public string? Party { get; init; }

    /// <summary>Every spelling by which the person is found.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>Postings over time.</summary>
    public IReadOnlyList<PostingPart> Postings { get; init; } = [];
}

/// <summary>A membership in an organization (Popolo): who, where, as what, from and to.</summary>
public sealed record PostingPart
{
    /// <summary>Slug of the organization, when it has a record.</summary>
    public string? Organization { get; init; }

    /// <summary>Title held.</summary>
    public required string Title { get; init; }

    /// <summary>Slug of the party on whose behalf.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>First day, as far as it is known.</summary>
    public Edtf? From { get; init; }

    /// <summary>Last day, as far as it is known.</summary>
    public Edtf? To { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
