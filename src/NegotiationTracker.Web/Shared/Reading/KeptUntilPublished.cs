using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>
/// What was read of the record by keys, kept in memory until something is published: nearly every answer shows the same names, sources and entries, and
/// reading them costs as much as the rest of it.
/// </summary>
/// <param name="publications">What this node knows to be public.</param>
/// <param name="time">Clock.</param>
/// <param name="most">So many are kept; with more those go that nobody asked for lately.</param>
internal sealed class KeptUntilPublished<TKey, TValue>(Publications publications, TimeProvider time, int most)
    where TKey : notnull
{
    // As pages are kept: bounds how long it lags behind a publication that this node was not told of, since it was read or the database was last asked.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile Part _part = new(-1, DateTimeOffset.MinValue, []);

    /// <summary>The values of keys; those that are not kept are read together. A key that nothing is found for is not kept, and missing in the answer.</summary>
    /// <param name="keys">Keys, any of them more than once.</param>
    /// <param name="read">Reads the values of the keys that are not kept.</param>
    public async Task<Dictionary<TKey, TValue>> GetAsync(IEnumerable<TKey> keys, Func<IReadOnlyCollection<TKey>, Task<IEnumerable<KeyValuePair<TKey, TValue>>>> read)
    {
        // Taken before anything is read: what was read while something was published is kept where nobody looks any more.
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

    /// <summary>The value of one key, read where it is not kept.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read) => (await GetAsync([key], async _ => [KeyValuePair.Create(key, await read())]))[key];

    private Part Current()
    {
        var (part, heard, sureAt, now) = (_part, publications.Heard, publications.SureAt, time.GetUtcNow());
        if (part.Heard != heard || now - (sureAt > part.Since ? sureAt : part.Since) >= Longest) return _part = new Part(heard, now, []);
        return part.Count < most / 2 ? part : _part = new Part(heard, part.Since, part.Known);
    }

    /// <summary>What is kept, in two halves: when the newer is full, what was not asked for since the last time goes with the older.</summary>
    private sealed record Part(long Heard, DateTimeOffset Since, ConcurrentDictionary<TKey, TValue> Before)
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
