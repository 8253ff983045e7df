using Microsoft.Extensions.Caching.Memory;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>
/// What pages count over very many rows, kept in memory until something is published: every page of a list shows the same counts, and they cost
/// more than all the rest of it.
/// </summary>
public sealed class KeptCounts(Publications publications) : IDisposable
{
    // As pages are kept: bounds how long counts lag behind a publication that this node was not told of.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private const int Most = 2_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The counts for a question, counted once for all who ask at the same time.</summary>
    /// <param name="question">What is asked; equal for equal counts.</param>
    /// <param name="count">Counts. It is not stopped when somebody leaves, for others may wait for it.</param>
    /// <exception cref="Exception">What <paramref name="count"/> throws; it is asked again the next time.</exception>
    public async Task<T> GetAsync<T>(object question, Func<Task<T>> count)
    {
        // The position is read before anything is counted: what was counted while something was published is kept where nobody looks any more.
        var key = (typeof(T), publications.Heard, question);
        var counting = _cache.GetOrCreate(key, entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return new Lazy<Task<T>>(count);
        })!;
        try
        {
            return await counting.Value;
        }
        catch
        {
            _cache.Remove(key);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
