using NegotiationTracker.Data.Chronology;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry in a lane.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="At">Ticks of where it stands, UTC.</param>
/// <param name="Worth">Its worth.</param>
/// <param name="Disputed">Whether it is disputed.</param>
internal readonly record struct LaneMark(string Lane, long At, long Worth, bool Disputed);

/// <summary>A slot of a lane while a window is put together.</summary>
/// <param name="Start">Ticks of its start, UTC.</param>
/// <param name="At">Ticks of where the most important of its entries stands; the slot's start where that is not known.</param>
/// <param name="Entries">How many.</param>
/// <param name="Disputed">How many of them are disputed.</param>
/// <param name="Top">The worth of the most important.</param>
internal readonly record struct LaneSlot(long Start, long At, int Entries, int Disputed, long Top)
{
    /// <summary>Both together.</summary>
    public LaneSlot With(LaneSlot other) => new(Start, other.Top > Top ? other.At : At, Entries + other.Entries, Disputed + other.Disputed, Math.Max(Top, other.Top));
}

/// <summary>A lane while a window is put together: its slots in the order of time, to which marks and counted slots are added.</summary>
/// <param name="key">Kind, slug or topic.</param>
internal sealed class LaneSlots(string key)
{
    // Few windows have more in a lane, and most far fewer than would have room.
    private const int Usually = 64;

    // The finer, the closer labels may stand.
    private const int StretchesOfLabel = 2;

    private readonly List<LaneSlot> _slots = new(Usually);
    private bool _isInOrder = true;

    public string Key => key;

    public int Total { get; private set; }

    /// <summary>Its slots, each once.</summary>
    public IReadOnlyList<LaneSlot> InOrder
    {
        get
        {
            Order();
            return _slots;
        }
    }

    /// <summary>Adds some entries to the slot in which they stand. What comes in the order of time, as from an index, is put in its place at once.</summary>
    public void Add(LaneSlot slot)
    {
        Total += slot.Entries;
        Put(slot);
    }

    private void Put(LaneSlot slot)
    {
        if (_slots.Count > 0 && _slots[^1] is var last && last.Start >= slot.Start)
        {
            if (last.Start == slot.Start)
            {
                _slots[^1] = last.With(slot);
                return;
            }
            _isInOrder = false;
        }
        _slots.Add(slot);
    }

    /// <summary>Four numbers a slot, as small as can be: most of them repeat the slot before. A slot of one entry stands where the entry does, as far as that is known.</summary>
    /// <param name="from">Where the window begins, UTC.</param>
    /// <param name="named">Numbers of the entries that the window says more of.</param>
    public long[] Written(DateTimeOffset from, HashSet<long> named)
    {
        Order();
        var numbers = new long[_slots.Count * 4];
        var (i, before) = (0, 0L);
        foreach (var slot in _slots)
        {
            var (second, top) = (((slot.Entries == 1 ? slot.At : slot.Start) - from.UtcTicks) / TimeSpan.TicksPerSecond, EntryWorth.Number(slot.Top));
            numbers[i++] = second - before;
            numbers[i++] = slot.Entries;
            numbers[i++] = slot.Disputed;
            numbers[i++] = slot.Entries == 1 || named.Contains(top) ? top : 0;
            before = second;
        }
        return numbers;
    }

    /// <summary>
    /// Numbers of the entries to show in full: the most important first, none nearer to another than its label needs. They are chosen among the best of
    /// each stretch of the calendar, so that the same ones show, and are known already, however the window is moved.
    /// </summary>
    /// <param name="gap">What a label needs, in ticks.</param>
    /// <param name="most">The most numbers.</param>
    public IEnumerable<long> Labelled(long gap, int most)
    {
        Order();
        var left = BestOfEach(SlotLength.All.LastOrDefault(l => l.Typical.Ticks <= gap / StretchesOfLabel));
        // Two dozen at most: looking for the next best is faster than any order.
        for (var i = 0; i < most && left.Count > 0; i++)
        {
            var best = left.MaxBy(s => s.Top);
            left.RemoveAll(s => Math.Abs(s.At - best.At) <= gap);
            yield return EntryWorth.Number(best.Top);
        }
    }

    private List<LaneSlot> BestOfEach(SlotLength? stretch)
    {
        if (stretch is null) return [.. _slots];
        var (best, end) = (new List<LaneSlot>(), long.MinValue);
        foreach (var slot in _slots)
        {
            if (slot.Start < end)
            {
                if (slot.Top > best[^1].Top) best[^1] = slot;
                continue;
            }
            best.Add(slot);
            end = stretch.EndOf(stretch.StartOf(new DateTimeOffset(slot.Start, TimeSpan.Zero))).UtcTicks;
        }
        return best;
    }

    // Slots of several facets make one.
    private void Order()
    {
        if (_isInOrder) return;
        var sorted = _slots.OrderBy(s => s.Start).ToList();
        _slots.Clear();
        foreach (var slot in sorted) Put(slot);
        _isInOrder = true;
    }
}
