using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A source that entries rest on.</summary>
/// <param name="Slug">Its slug as cited.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="Date">When it was published, EDTF.</param>
/// <param name="Address">Where it can be read.</param>
/// <param name="Now">Its slug now.</param>
internal sealed record CitedSource(string Slug, string Title, string? Publisher, string? Date, string? Address, string Now)
{
    /// <summary>Reads sources by the slugs that cite them, in that order; a retracted one is left out.</summary>
    public static async Task<List<CitedSource>> ReadAsync(RecordContext context, IEnumerable<string> slugs, CancellationToken ct)
    {
        var wanted = slugs.Distinct().ToArray();
        if (wanted.Length == 0) return [];
        var rows = await context.Database.SqlQuery<CitedSource>(
            $"""
            select s.slug, r.title, r.place as publisher, r.date, r.document ->> 'url' as address, r.slug as now
            from record.slugs s join record.records r on r.id = s.record_id where s.kind = 'sources' and s.slug = any({wanted}) and r.document is not null
            """).ToListAsync(ct);
        var order = wanted.Index().ToDictionary(w => w.Item, w => w.Index);
        return [.. rows.OrderBy(r => order[r.Slug])];
    }

    /// <summary>As the API gives it.</summary>
    public SourceAnswer Answer => new(Slug, Title, Publisher, Date, Links.To("sources", Now), Address);
}

/// <summary>A source in an answer.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="Date">When it was published, EDTF.</param>
/// <param name="Page">Its page here.</param>
/// <param name="Url">Where it can be read.</param>
internal sealed record SourceAnswer(string Slug, string Title, string? Publisher, string? Date, string Page, string? Url);
