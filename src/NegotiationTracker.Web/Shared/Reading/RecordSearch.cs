using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>Finds records of all kinds by words, by names in any spelling or script, and by names with typing errors.</summary>
public sealed class RecordSearch(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>The most hits that a search shows on a page.</summary>
    public const int PageSize = 25;

    private const double NameLikeness = 0.45;

    /// <summary>Searches; a name that is only alike comes after what holds the words.</summary>
    public async Task<SearchPage> FindAsync(string text, string? kind, int page, CancellationToken ct)
    {
        var folded = Folding.Fold(text);
        if (folded.Length == 0) return new SearchPage([], new Dictionary<string, int>(), 0);
        await using var context = await contexts.CreateDbContextAsync(ct);
        // Somebody's own record comes before those in whose titles the name stands.
        // Three ways to be found: the words as written, the words folded (any spelling or script), and a name that looks alike.
        var hits =
            from entry in context.Search
            let words = EF.Functions.WebSearchToTsQuery("english", text).Or(EF.Functions.WebSearchToTsQuery("simple", folded)).Or(EF.Functions.WebSearchToTsQuery("english", folded))
            let alike = EF.Functions.TrigramsWordSimilarity(folded, entry.Names)
            let found = entry.Words.Matches(words)
            where found || alike >= NameLikeness
            select new { entry.RecordId, entry.Kind, Score = (found ? 1 + (4 * entry.Words.RankCoverDensity(words)) : 0) + (alike >= NameLikeness ? alike * (entry.Kind == "people" || entry.Kind == "parties" || entry.Kind == "organizations" ? 4 : 2) : 0) };
        var counts = await hits.GroupBy(h => h.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = await (
            from hit in hits.Where(h => kind == null || h.Kind == kind)
            join record in context.Records on hit.RecordId equals record.Id
            orderby hit.Score descending, record.SourceCount descending, record.Id
            select new SearchHit(record.Kind, record.Slug, record.Title, record.Summary, record.Form, record.Status, record.Date, record.Zone, record.Place, record.SourceCount))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new SearchPage(rows, counts, kind is null ? counts.Values.Sum() : counts.GetValueOrDefault(kind));
    }

    /// <summary>Records whose names look like a word in an address that leads nowhere.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(string path, CancellationToken ct)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } last ? last.Replace('-', ' ') : "";
        return words.Length is < 3 or > 120 ? [] : [.. (await FindAsync(words, null, 1, ct)).Hits.Take(5)];
    }
}

/// <summary>A record that was found.</summary>
public sealed record SearchHit(string Kind, string Slug, string Title, string? Summary, string? Form, string? Status, string? Date, string? Zone, string? Place, int SourceCount)
{
    /// <summary>Address of its page.</summary>
    public string Href => Links.To(Kind, Slug);
}

/// <summary>A page of hits, with the counts by kind.</summary>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, int> Counts, int Total);
