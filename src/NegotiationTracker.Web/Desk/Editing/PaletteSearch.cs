using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Desk.Forms;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>What the command palette offers: drafts, new records of every kind, and published records, by name.</summary>
internal sealed class PaletteSearch(RecordSearch records, IDbContextFactory<DeskContext> contexts)
{
    private const int Most = 12;

    /// <summary>What fits the words; without words, the drafts saved last and every kind.</summary>
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string words)
    {
        words = words.Trim();
        var kinds = RecordForms.All.Select(f => Kinds.Get(f.Kind)).Select(k => new PaletteEntry($"New {k.Singular.ToLowerInvariant()}", "begin", k.Key)).Where(e => Fits(e.Title, words)).ToList();
        var drafts = await DraftsAsync(words);
        if (words.Length < 2) return [.. drafts, .. kinds];
        var found = (await records.FindAsync(new SearchQuestion(words, Take: Most), default)).Hits.Select(h => new PaletteEntry(h.Title, Kinds.Get(h.Kind).Singular, h.Kind) { Slug = h.Slug });
        return [.. kinds, .. drafts, .. found];
    }

    private static bool Fits(string title, string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => title.Contains(w, StringComparison.OrdinalIgnoreCase));

    private async Task<List<PaletteEntry>> DraftsAsync(string words)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var like = $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        var rows = await context.Drafts.Where(d => (d.State == DraftState.Open || d.State == DraftState.Returned || d.State == DraftState.InReview) && EF.Functions.ILike(d.Title, like, @"\"))
            .OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id).Take(6).Select(d => new { d.Id, d.Kind, d.Title }).ToListAsync();
        return [.. rows.Select(d => new PaletteEntry(d.Title.Length > 0 ? d.Title : "Without a title", $"Draft, {Kinds.Get(d.Kind).Singular.ToLowerInvariant()}", d.Kind) { Draft = d.Id })];
    }
}

/// <summary>A line of the command palette.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="What">What it is, in grey.</param>
/// <param name="Kind">Key of the kind.</param>
internal sealed record PaletteEntry(string Title, string What, string Kind)
{
    /// <summary>The draft to open.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The published record to amend.</summary>
    public string? Slug { get; init; }
}
