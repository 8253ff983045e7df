namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>What is looked for.</summary>
/// <param name="Text">As it was typed: words, "phrases", -without, this OR that, a date.</param>
/// <param name="Kind">Key of the only kind to be listed.</param>
/// <param name="Skip">How many of the ranked hits stand before the first that is wanted.</param>
/// <param name="Take">How many hits are wanted at most.</param>
public sealed record SearchQuestion(string Text, string? Kind = null, int Skip = 0, int Take = 25);
