namespace NegotiationTracker.Web.Shared.Lists;

/// <summary>One value that a list can be narrowed to.</summary>
/// <param name="Text">The value in words.</param>
/// <param name="Href">The list with this value chosen; for a chosen value, the list without it.</param>
/// <param name="Count">How many entries that leaves; null where it is not counted.</param>
/// <param name="IsChosen">Whether the list is narrowed to it now.</param>
public sealed record FilterChoice(string Text, string Href, int? Count, bool IsChosen = false);
