namespace NegotiationTracker.Web.Shared;

/// <summary>A link as a page shows it.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it leads, as a path.</param>
/// <param name="Note">A few words about it: a kind, a date.</param>
public sealed record LinkView(string Text, string Href, string? Note = null);
