using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Citing;

/// <summary>The sources that each editor worked from last, newest first. A convenience: kept in memory while the program runs, and bounded.</summary>
internal sealed class SourcesAtHand(IDbContextFactory<DeskContext> desk)
{
    private const int Kept = 5;
    private const int MaxAccounts = 10_000;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<SourceAtHand>> _last = new();

    /// <summary>The last ones of an account.</summary>
    public IReadOnlyList<SourceAtHand> Of(Guid account) => _last.GetValueOrDefault(account, []);

    /// <summary>The sources that an account made last and that are not published yet: offered, for nobody says that they are still being read.</summary>
    public async Task<IReadOnlyList<SourceAtHand>> MadeByAsync(Guid account)
    {
        await using var context = await desk.CreateDbContextAsync();
        return await context.Drafts.Where(d => d.Kind == "sources" && d.SavedBy == account && d.Slug != null && d.State != DraftState.Discarded && d.State != DraftState.Published)
            .OrderByDescending(d => d.SavedAt).Take(Kept).Select(d => new SourceAtHand(d.Slug!, d.Title)).ToListAsync();
    }

    /// <summary>Notes the one that is at hand now.</summary>
    public void Use(Guid account, SourceAtHand source)
    {
        if (_last.Count >= MaxAccounts) _last.Clear();
        _last.AddOrUpdate(account, [source], (_, last) => [.. last.Where(s => s.Slug != source.Slug).Prepend(source).Take(Kept)]);
    }
}
