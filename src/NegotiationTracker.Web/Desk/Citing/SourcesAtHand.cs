using System.Collections.Concurrent;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Citing;

/// <summary>The sources that each editor worked from last, newest first. A convenience: kept in memory while the program runs, and bounded.</summary>
internal sealed class SourcesAtHand
{
    private const int Kept = 5;
    private const int MaxAccounts = 10_000;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<SourceAtHand>> _last = new();

    /// <summary>The last ones of an account.</summary>
    public IReadOnlyList<SourceAtHand> Of(Guid account) => _last.GetValueOrDefault(account, []);

    /// <summary>Notes the one that is at hand now.</summary>
    public void Use(Guid account, SourceAtHand source)
    {
        if (_last.Count >= MaxAccounts) _last.Clear();
        _last.AddOrUpdate(account, [source], (_, last) => [.. last.Where(s => s.Slug != source.Slug).Prepend(source).Take(Kept)]);
    }
}
