namespace NegotiationTracker.Web.Shared.Notes;

/// <summary>A citation as a numbered note.</summary>
/// <param name="Number">Its number on this page, from 1.</param>
/// <param name="Publisher">Who printed it.</param>
/// <param name="SourceHref">Our own page about the source.</param>
/// <param name="Url">Where it was published; followed only when http or https.</param>
/// <param name="ArchiveUrl">Where a copy is kept.</param>
/// <param name="Claimant">Who says it, where that is not the publisher.</param>
/// <param name="Quote">The words that support the fact.</param>
/// <param name="Locator">Where in the source they stand.</param>
/// <param name="Published">When it was published, in words.</param>
/// <param name="Language">BCP 47 tag of title and quotation, where that is not English.</param>
public sealed record FootnoteView(
    int Number, string Publisher, string? Title, string? SourceHref, string? Url, string? ArchiveUrl, string? Claimant, string? Quote, string? Locator,
    string? Published, string? Language = null);
