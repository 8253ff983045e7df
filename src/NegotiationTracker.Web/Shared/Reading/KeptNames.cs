using System.Collections.Concurrent;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>
/// Names of records, kept in memory until something is published: nearly every page and answer shows the same parties, people and processes, and
/// looking them up costs as much as the rest of it.
/// </summary>
public sealed class KeptNames(Publications publications, TimeProvider time)
{
    private const int Most = 20_000;

    // As pages are kept: bounds how long names lag behind a publication that this node was not told of.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private volatile Names _names = new(0, DateTimeOffset.MinValue);

    /// <summary>The names of everything referred to; those that are not kept are read in one question.</summary>
    public async Task<RecordNames> LoadAsync(RecordContext context, IEnumerable<Reference> references, CancellationToken ct)
    {
        // Taken before anything is read: what was read while something was published is kept where nobody looks any more.
        var kept = Current();
        var found = new Dictionary<(string, string), RecordName>();
        var missing = new List<Reference>();
        foreach (var reference in references)
        {
            if (kept.Known.TryGetValue((reference.Kind, reference.Slug), out var name)) found[(reference.Kind, reference.Slug)] = name;
            else missing.Add(reference);
        }
        if (missing.Count > 0)
        {
            foreach (var (key, name) in (await RecordNames.LoadAsync(context, missing, ct)).All) found[key] = kept.Known[key] = name;
        }
        return new RecordNames(found);
    }

    private Names Current()
    {
        var (kept, position, now) = (_names, publications.Heard, time.GetUtcNow());
        if (kept.Position == position && now - kept.Since < Longest && kept.Known.Count < Most) return kept;
        return _names = new Names(position, now);
    }

    private sealed record Names(long Position, DateTimeOffset Since)
    {
        public ConcurrentDictionary<(string Kind, string Slug), RecordName> Known { get; } = new();
    }
}
