using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>What was read of the record by keys and never changes, kept in memory: nearly every answer shows the same, and reading it costs as much as the rest of it.</summary>
/// <param name="most">So many are kept; with more those go that nobody asked for lately.</param>
internal sealed class KeptForGood<TKey, TValue>(int most)
    where TKey : notnull
{
    private volatile Part _part = new([]);

    /// <summary>The values of keys; those that are not kept are read together. A key that nothing is found for is not kept, and missing in the answer.</summary>
    /// <param name="keys">Keys, any of them more than once.</param>
    /// <param name="read">Reads the values of the keys that are not kept.</param>
    public async Task<Dictionary<TKey, TValue>> GetAsync(IEnumerable<TKey> keys, Func<IReadOnlyCollection<TKey>, Task<IEnumerable<KeyValuePair<TKey, TValue>>>> read)
    {
        var part = Current();
        var found = new Dictionary<TKey, TValue>();
        HashSet<TKey>? missing = null;
        foreach (var key in keys)
        {
            if (part.TryGet(key, out var value)) found[key] = value;
            else (missing ??= []).Add(key);
        }
        if (missing is not null)
        {
            foreach (var (key, value) in await read(missing))
            {
                part.Keep(key, value);
                found[key] = value;
            }
        }
        return found;
    }

    private Part Current()
    {
        var part = _part;
        return part.Count < most / 2 ? part : _part = new Part(part.Known);
    }

    /// <summary>What is kept, in two halves: when the newer is full, what was not asked for since the last time goes with the older.</summary>
    private sealed record Part(ConcurrentDictionary<TKey, TValue> Before)
    {
        // The dictionary's own count takes all of its locks.
        private int _count;

        public int Count => _count;

        public ConcurrentDictionary<TKey, TValue> Known { get; } = new();

        public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
        {
            if (Known.TryGetValue(key, out value)) return true;
            if (!Before.TryGetValue(key, out value)) return false;
            Keep(key, value);
            return true;
        }

        public void Keep(TKey key, TValue value)
        {
            if (Known.TryAdd(key, value)) Interlocked.Increment(ref _count);
        }
    }
}
