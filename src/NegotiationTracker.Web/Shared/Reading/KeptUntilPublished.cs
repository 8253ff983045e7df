using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>What was read of the record by keys, kept in memory until something is published.</summary>
/// <param name="publications">What this node knows to be public.</param>
/// <param name="time">Clock.</param>
/// <param name="most">So many are kept; with more those go that nobody asked for lately.</param>
internal sealed class KeptUntilPublished<TKey, TValue>(Publications publications, TimeProvider time, int most)
    where TKey : notnull
{
    // As pages are kept: bounds how long it lags behind a publication that this node was not told of, since it was read or the database was last asked.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile Since _since = new(-1, DateTimeOffset.MinValue, new(most));

    /// <inheritdoc cref="KeptForGood{TKey, TValue}.GetAsync"/>
    public Task<Dictionary<TKey, TValue>> GetAsync(IEnumerable<TKey> keys, Func<IReadOnlyCollection<TKey>, Task<IEnumerable<KeyValuePair<TKey, TValue>>>> read) =>
        // Taken before anything is read: what was read while something was published is kept where nobody looks any more.
        Current().GetAsync(keys, read);

    /// <summary>The value of one key, read where it is not kept.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read) => (await GetAsync([key], async _ => [KeyValuePair.Create(key, await read())]))[key];

    private KeptForGood<TKey, TValue> Current()
    {
        var (since, heard, sureAt, now) = (_since, publications.Heard, publications.SureAt, time.GetUtcNow());
        if (since.Heard == heard && now - (sureAt > since.Time ? sureAt : since.Time) < Longest) return since.Kept;
        return (_since = new Since(heard, now, new(most))).Kept;
    }

    private sealed record Since(long Heard, DateTimeOffset Time, KeptForGood<TKey, TValue> Kept);
}
