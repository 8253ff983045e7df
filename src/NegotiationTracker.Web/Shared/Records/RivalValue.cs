namespace NegotiationTracker.Web.Shared.Records;

/// <summary>One of several reported values of the same thing.</summary>
/// <param name="Value">The value with its unit, in words: "1,000 per side".</param>
/// <param name="Claimants">Who says so (not who printed it).</param>
/// <param name="Notes">Numbers of the footnotes with the citations.</param>
/// <param name="AsOf">The day that the value is of, in words.</param>
/// <param name="IsPreferred">The editors' choice among them, which is shown elsewhere.</param>
/// <param name="IsDeprecated">Known to be a slip or outdated; kept all the same.</param>
public sealed record RivalValue(
    string Value, string? Claimants, IReadOnlyList<int> Notes, string? AsOf = null, bool IsPreferred = false, bool IsDeprecated = false);
