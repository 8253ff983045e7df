using System.Collections.Concurrent;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>
/// What was read of the record by keys, kept in memory until something is published: nearly every answer shows the same names, sources and entries, and
/// reading them costs as much as the rest of it.
/// </summary>
/// <param name="publications">What this node knows to be public.</param>
/// <param name="time">Clock.</param>
/// <param name="most">So many are kept; with more it begins anew.</param>
internal sealed class KeptUntilPublished<TKey, TValue>(Publications publications, TimeProvider time, int most)
    where TKey : notnull
{
    // As pages are kept: bounds how long it lags behind a publication that this node was not told of.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile Part _part = new(0, DateTimeOffset.MinValue);

    /// <summary>The values of keys; those that are not kept are read together. A key that nothing is found for is not kept, and missing in the answer.</summary>
    /// <param name="keys">Keys, any of them more than once.</param>
    /// <param name="read">Reads the values of the keys that are not kept.</param>
    public async Task<Dictionary<TKey, TValue>> GetAsync(IEnumerable<TKey> keys, Func<IReadOnlyCollection<TKey>, Task<IEnumerable<KeyValuePair<TKey, TValue>>>> read)
    {
        // Taken before anything is read: what was read while something was published is kept where nobody looks any more.
        var kept = Current();
        var found = new Dictionary<TKey, TValue>();
        var missing = new HashSet<TKey>();
        foreach (var key in keys)
        {
            if (kept.TryGetValue(key, out var value)) found[key] = value;
            else missing.Add(key);
        }
        if (missing.Count > 0)
        {
            foreach (var (key, value) in await read(missing)) found[key] = kept[key] = value;
        }
        return found;
    }

    private ConcurrentDictionary<TKey, TValue> Current()
    {
        var (part, position, now) = (_part, publications.Heard, time.GetUtcNow());
        if (part.Position == position && now - part.Since < Longest && part.Known.Count < most) return part.Known;
        return (_part = new Part(position, now)).Known;
    }

    private sealed record Part(long Position, DateTimeOffset Since)
    {
        public ConcurrentDictionary<TKey, TValue> Known { get; } = new();
    }
}
