using NegotiationTracker.Web.Shared.Records;

namespace NegotiationTracker.Web.Shared.Lists;

/// <summary>An entry of the chronology as a list shows it.</summary>
/// <param name="When">The date in words, short: "2 June", "23–25 May", "about May".</param>
/// <param name="Clock">The time with its zone, in words: "13:00 Istanbul time"; null where only a day is known.</param>
/// <param name="Kind">What happened, in a word or two: "Meeting", "Bodies handed over".</param>
/// <param name="Status">Mark beside the kind.</param>
/// <param name="Parties">Codes and names.</param>
/// <param name="Sources">How many sources it rests on.</param>
/// <param name="IsDisputed">Whether sources conflict on it.</param>
/// <param name="IsMajor">Set larger: the turning points of a process.</param>
public sealed record TimelineItemView(
    string When, string? Clock, string Kind, Mark Status, string Title, string Href, string? Summary, IReadOnlyList<PartyView> Parties, string? Place,
    int Sources, bool IsDisputed = false, bool IsMajor = false);

/// <summary>A party as a mark shows it.</summary>
public sealed record PartyView(string Code, string Name, string? Href = null);
