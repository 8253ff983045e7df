using NegotiationTracker.Data.Chronology;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>A slot of a lane while a window is put together.</summary>
internal struct LaneSlot
{
    public int Entries;
    public int Disputed;
    public long Top;
    public long At;
}

/// <summary>A lane while a window is put together: slots by their start, to which marks and counted slots are added.</summary>
internal sealed class LaneSlots(string key)
{
    private readonly Dictionary<long, LaneSlot> _slots = [];

    public string Key => key;

    public int Total { get; private set; }

    public int Count => _slots.Count;

    /// <summary>Adds some entries to the slot that begins at a tick.</summary>
    /// <param name="start">Ticks of the slot's start, UTC.</param>
    /// <param name="at">Ticks of where the most important of them stands; the slot's start where that is not known.</param>
    /// <param name="entries">How many.</param>
    /// <param name="disputed">How many of them are disputed.</param>
    /// <param name="top">The worth of the most important.</param>
    public void Add(long start, long at, int entries, int disputed, long top)
    {
        ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_slots, start, out _);
        slot.Entries += entries;
        slot.Disputed += disputed;
        if (top > slot.Top) (slot.Top, slot.At) = (top, at);
        Total += entries;
    }

    /// <summary>Four numbers a slot. A slot of one entry stands where the entry does, as far as that is known.</summary>
    public IReadOnlyList<long> Written(DateTimeOffset from)
    {
        var numbers = new long[_slots.Count * 4];
        var i = 0;
        foreach (var (start, slot) in _slots.OrderBy(s => s.Key))
        {
            numbers[i++] = ((slot.Entries == 1 ? slot.At : start) - from.UtcTicks) / TimeSpan.TicksPerSecond;
            numbers[i++] = slot.Entries;
            numbers[i++] = slot.Disputed;
            numbers[i++] = EntryWorth.Number(slot.Top);
        }
        return numbers;
    }

    /// <summary>Numbers of the entries to show in full: the most important first, none nearer to another than its label needs.</summary>
    public IEnumerable<long> Labelled(long gap, int most)
    {
        var taken = new SortedSet<long>();
        foreach (var (_, slot) in _slots.OrderByDescending(s => s.Value.Top))
        {
            if (taken.Count == most) yield break;
            if (taken.GetViewBetween(slot.At - gap, slot.At + gap).Count > 0) continue;
            taken.Add(slot.At);
            yield return EntryWorth.Number(slot.Top);
        }
    }
}
