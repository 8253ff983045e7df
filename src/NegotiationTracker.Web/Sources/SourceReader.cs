using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;

namespace NegotiationTracker.Web.Sources;

/// <summary>Reads what rests on a source.</summary>
public sealed class SourceReader(IDbContextFactory<RecordContext> contexts)
{
    private const int Most = 2_000;

    /// <summary>Every citation of it in published records.</summary>
    public async Task<IReadOnlyList<RestingRow>> OnAsync(Guid source, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await (
            from citation in context.Citations
            join record in context.Records on citation.RecordId equals record.Id
            where citation.SourceId == source && record.Document != null
            orderby record.FirstDay, record.Id, citation.Position
            select new RestingRow(record.Kind, record.Slug, record.Title, citation.Field, citation.Quote, citation.Claimant)).Take(Most).ToListAsync(ct);
    }
}

/// <summary>A place in a record that rests on a source.</summary>
public sealed record RestingRow(string Kind, string Slug, string Title, string Field, string? Quote, string? Claimant);
