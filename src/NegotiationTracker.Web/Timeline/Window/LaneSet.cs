namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>The lanes of a window while it is put together.</summary>
internal sealed class LaneSet
{
    private readonly Dictionary<string, LaneSlots> _lanes = new(StringComparer.Ordinal);

    public IEnumerable<LaneSlots> All => _lanes.Values;

    /// <summary>The lane with that key; empty for entries that are only counted.</summary>
    public LaneSlots Of(string key) => _lanes.TryGetValue(key, out var lane) ? lane : _lanes[key] = new LaneSlots(key);

    public void Clear() => _lanes.Clear();
}
