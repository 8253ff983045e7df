namespace NegotiationTracker.Web.Shared.Records;

/// <summary>What was agreed and what was delivered, for one side.</summary>
/// <param name="Label">"To Ukraine".</param>
/// <param name="Agreed">Null where no number was agreed or it was withheld.</param>
/// <param name="Delivered">Null where none is reported.</param>
/// <param name="AgreedWords">The agreed figure with its bound: "at least 1,000", "withheld".</param>
/// <param name="DeliveredWords">The delivered figure with its bound.</param>
public sealed record BarView(string Label, int? Agreed, int? Delivered, string? AgreedWords = null, string? DeliveredWords = null);
