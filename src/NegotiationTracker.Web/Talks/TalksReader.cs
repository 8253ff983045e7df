using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Talks;

/// <summary>Reads the talks before and after some talks, in the processes that they belong to.</summary>
public sealed class TalksReader(IDbContextFactory<RecordContext> contexts)
{
    private static readonly TranslatedOnce<Queries> Translated = new();

    /// <summary>The nearest talks on either side.</summary>
    public async Task<(TalksNeighbour? Before, TalksNeighbour? After)> AroundAsync(Record head, CancellationToken ct)
    {
        if (head.FirstDay is not { } day) return (null, null);
        await using var context = await contexts.CreateDbContextAsync(ct);
        TalksNeighbour? before = null, after = null;
        await foreach (var talks in Translated.For(context).Beside(context, head.Id, head.Processes, day, head.Slug).WithCancellation(ct))
        {
            if (talks.IsBefore) before = new TalksNeighbour(talks.Slug, talks.Title);
            else after = new TalksNeighbour(talks.Slug, talks.Title);
        }
        return (before, after);
    }

    private sealed record Nearest(string Slug, string Title, bool IsBefore);

    private sealed class Queries
    {
        public Func<RecordContext, Guid, string[], DateOnly?, string, IAsyncEnumerable<Nearest>> Beside { get; } = EF.CompileAsyncQuery((RecordContext context, Guid own, string[] processes, DateOnly? day, string slug) =>
            context.Records
                .Where(r => r.Kind == "talks" && r.Document != null && r.Id != own && r.FirstDay != null && r.Processes.Any(p => processes.Contains(p))
                    && EF.Functions.LessThan(ValueTuple.Create(r.FirstDay, r.Slug), ValueTuple.Create(day, slug)))
                .OrderByDescending(r => r.FirstDay).ThenByDescending(r => r.Slug).Select(r => new { r.FirstDay, r.Slug, r.Title }).Take(1)
            .Concat(context.Records
                .Where(r => r.Kind == "talks" && r.Document != null && r.Id != own && r.FirstDay != null && r.Processes.Any(p => processes.Contains(p))
                    && EF.Functions.GreaterThan(ValueTuple.Create(r.FirstDay, r.Slug), ValueTuple.Create(day, slug)))
                .OrderBy(r => r.FirstDay).ThenBy(r => r.Slug).Select(r => new { r.FirstDay, r.Slug, r.Title }).Take(1))
            .Select(r => new Nearest(r.Slug, r.Title, EF.Functions.LessThan(ValueTuple.Create(r.FirstDay, r.Slug), ValueTuple.Create(day, slug)))));
    }
}

/// <summary>Talks beside others in time.</summary>
public sealed record TalksNeighbour(string Slug, string Title)
{
    /// <summary>Address of the page.</summary>
    public string Href => Links.To("talks", Slug);
}
