using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Records;

/// <summary>
/// What an editor types, an API client posts and an import file holds: one record of one kind, whole.
/// The published record is its document; the tables beside it hold what is asked across records.
/// </summary>
/// <remarks>
/// References to other records are slugs (or <c>kind/slug</c> where the kind is open): a slug, once given, belongs to its
/// record for ever, so a document stays valid when a record is renamed.
/// </remarks>
public abstract record RecordDocument
{
    /// <summary>The most characters a slug may have.</summary>
    public const int MaxSlug = 120;

    /// <summary>The most characters a title may have.</summary>
    public const int MaxTitle = 300;

    /// <summary>The most characters a running text (summary, note, quotation, provision) may have.</summary>
    public const int MaxText = 8_000;

    /// <summary>The most characters a meeting record may have.</summary>
    public const int MaxLongText = 40_000;

    /// <summary>Route word of the kind, such as <c>talks</c>; written with the document, so that a file says what it holds.</summary>
    public abstract string Kind { get; }

    /// <summary>The record's name in addresses: lower-case ASCII letters, digits and hyphens.</summary>
    [JsonPropertyOrder(-9)]
    public required string Slug { get; init; }

    /// <summary>The record's title for people, in English.</summary>
    [JsonPropertyOrder(-8)]
    public required string Title { get; init; }

    /// <summary>One or two sentences that stand for the record in lists.</summary>
    [JsonPropertyOrder(-7)]
    public string? Summary { get; init; }

    /// <summary>Slugs that the record had before; each leaves a redirect.</summary>
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    /// <summary>The record's id in the file that it was first taken from, so that an import can be checked against it.</summary>
    public string? Origin { get; init; }

    /// <summary>Slugs of the negotiation processes that it belongs to.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>Keys of <see cref="Topic"/>.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>A public note of the editors.</summary>
    public string? Note { get; init; }

    /// <summary>What is said of the record in no field of its own, each still a reported value.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>How the claims on one field differ, with the public note that more than one live claim needs.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Arithmetic done by the editors over reported numbers.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Records that this one is related to.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>What the record as a whole rests on. A record has at least one citation, here or in a part of it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
