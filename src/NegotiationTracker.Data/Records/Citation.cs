namespace NegotiationTracker.Data.Records;

/// <summary>Where something is printed, and who said it: publisher, claimant and subject are three things.</summary>
public sealed record Citation
{
    /// <summary>The most characters a quotation may have: short enough to be one.</summary>
    public const int MaxQuote = 600;

    /// <summary>Slug of the source that prints it.</summary>
    public required string Source { get; init; }

    /// <summary>Path in the document of what it supports; empty for the part it stands on.</summary>
    public string? Field { get; init; }

    /// <summary>A short quotation, or the words that mark the place.</summary>
    public string? Quote { get; init; }

    /// <summary>Page, paragraph or time mark.</summary>
    public string? Locator { get; init; }

    /// <summary>Who said it, in the source's words ("Russian media"); empty when the publisher says it itself.</summary>
    public string? Claimant { get; init; }

    /// <summary>The claimant's own record as <c>kind/slug</c>, when there is one.</summary>
    public string? ClaimantRecord { get; init; }

    /// <summary>Credibility of the information, 1 to 6 (Admiralty code).</summary>
    public int? Credibility { get; init; }

    /// <summary>A public note on this citation.</summary>
    public string? Note { get; init; }
}
