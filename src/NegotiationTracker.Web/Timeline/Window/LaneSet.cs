namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>The lanes of a window while it is put together.</summary>
internal sealed class LaneSet
{
    private readonly Dictionary<string, LaneSlots> _lanes = new(StringComparer.Ordinal);

    public IEnumerable<LaneSlots> All => _lanes.Values;

    /// <summary>The lane with that key; empty for entries that are only counted.</summary>
    public LaneSlots Of(string key) => _lanes.TryGetValue(key, out var lane) ? lane : _lanes[key] = new LaneSlots(key);

    /// <summary>Adds entries to the slots in which they stand.</summary>
    /// <param name="marks">Each in a lane.</param>
    /// <param name="startOf">Start of the slot, in ticks, in which a tick lies.</param>
    public void Add(IEnumerable<LaneMark> marks, Func<long, long> startOf)
    {
        foreach (var mark in marks) Of(mark.Lane).Add(new LaneSlot(startOf(mark.At), mark.At, 1, mark.Disputed ? 1 : 0, mark.Worth));
    }

    public void Clear() => _lanes.Clear();
}
