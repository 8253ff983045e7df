using NegotiationTracker.Web.Shared.Api;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>A window of the timeline: what lies in it by lane and slot, and the entries that matter most.</summary>
/// <param name="From">Where the first slot begins, UTC: at or before what was asked.</param>
/// <param name="To">Where the last slot ends, UTC.</param>
/// <param name="SlotSeconds">About how long a slot is.</param>
/// <param name="Total">How many entries stand in it.</param>
/// <param name="Cut">What was left out, in a sentence; empty where all was counted.</param>
/// <param name="Lanes">The lanes, in the order to draw.</param>
/// <param name="Entries">Entries in the order of time: the most important of each lane, as far apart as their labels need.</param>
/// <param name="Spans">What lasts: ceasefires over the window, promises among the entries.</param>
/// <param name="Names">Short names of the parties in it, by slug.</param>
internal sealed record WindowAnswer(
    DateTimeOffset From, DateTimeOffset To, double SlotSeconds, int Total, string? Cut, IReadOnlyList<WindowLane> Lanes, IReadOnlyList<BriefEntry> Entries, IReadOnlyList<OnceWritten<WindowSpan>> Spans,
    IReadOnlyDictionary<string, string> Names);

/// <summary>A lane of a window.</summary>
/// <param name="Key">Kind, slug or topic.</param>
/// <param name="Label">The same for people.</param>
/// <param name="Total">How many entries stand in it within the window.</param>
/// <param name="Slots">Four numbers a slot that is not empty, in the order of time: seconds from the slot before (of the first, from the window's start), entries, disputed entries, number of its one entry or of the one among them that the window shows, otherwise 0.</param>
internal sealed record WindowLane(string Key, string Label, int Total, long[] Slots);

/// <summary>What lasts.</summary>
internal sealed record WindowSpan(string Form, string Record, string Url, string Title, DateTimeOffset From, DateTimeOffset? Due, DateTimeOffset? Till, string Status);
