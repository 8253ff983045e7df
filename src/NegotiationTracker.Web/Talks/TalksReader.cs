using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Talks;

/// <summary>Reads the talks before and after some talks, in the processes that they belong to.</summary>
public sealed class TalksReader(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>The nearest talks on either side.</summary>
    public async Task<(TalksNeighbour? Before, TalksNeighbour? After)> AroundAsync(Record head, CancellationToken ct)
    {
        if (head.FirstDay is not { } day) return (null, null);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var others = context.Records.Where(r => r.Kind == "talks" && r.Document != null && r.Id != head.Id && r.FirstDay != null && r.Processes.Any(p => head.Processes.Contains(p)));
        var before = await others.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.FirstDay, r.Slug), ValueTuple.Create((DateOnly?)day, head.Slug)))
            .OrderByDescending(r => r.FirstDay).ThenByDescending(r => r.Slug).Select(r => new TalksNeighbour(r.Slug, r.Title)).FirstOrDefaultAsync(ct);
        var after = await others.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.FirstDay, r.Slug), ValueTuple.Create((DateOnly?)day, head.Slug)))
            .OrderBy(r => r.FirstDay).ThenBy(r => r.Slug).Select(r => new TalksNeighbour(r.Slug, r.Title)).FirstOrDefaultAsync(ct);
        return (before, after);
    }
}

/// <summary>Talks beside others in time.</summary>
public sealed record TalksNeighbour(string Slug, string Title)
{
    /// <summary>Address of the page.</summary>
    public string Href => Links.To("talks", Slug);
}
