using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>A list of records of one kind, filtered, sorted and paged, with the counts beside the filters.</summary>
public sealed class RecordList(IDbContextFactory<RecordContext> contexts, KeptCounts kept, KeptNames keptNames)
{
    /// <summary>Reads a page of the list.</summary>
    public async Task<RecordListPage> ReadAsync(string kind, ListFilter filter, CancellationToken ct)
    {
        var counts = await kept.GetAsync((kind, filter.Narrowing()), () => CountAsync(kind, filter));
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var matching = Narrowed(context, Of(context, kind), filter);
        var rows = await Sorted(Shown(context, matching, filter), filter.Sort).Take(filter.Size).ToListAsync(ct);
        var names = await keptNames.LoadAsync(context, rows.SelectMany(r => r.Parties).Concat(counts.Parties.Select(p => p.Key)).Distinct().Select(p => new Reference("parties", p, "party", "")), ct);
        return new RecordListPage(rows, counts, names);
    }

    private static IQueryable<Record> Shown(RecordContext context, IQueryable<Record> matching, ListFilter filter)
    {
        var before = (filter.Page - 1) * filter.Size;
        if (before == 0) return matching;
        // First which, then what they say: documents are read of the rows that are shown, not of all before them.
        var shown = Sorted(matching, filter.Sort).Select(r => r.Id).Skip(before).Take(filter.Size);
        return context.Records.Where(r => shown.Contains(r.Id));
    }

    private async Task<RecordListCounts> CountAsync(string kind, ListFilter filter)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var all = Of(context, kind);
        return new RecordListCounts(
            await Narrowed(context, all, filter).CountAsync(),
            await CountsAsync(Narrowed(context, all, filter with { Kind = null }).Where(r => r.Form != null).Select(r => r.Form!)),
            await CountsAsync(Narrowed(context, all, filter with { Status = null }).Where(r => r.Status != null).Select(r => r.Status!)),
            await CountsAsync(Narrowed(context, all, filter with { Party = null }).SelectMany(r => r.Parties)));
    }

    private static IQueryable<Record> Of(RecordContext context, string kind) => context.Records.Where(r => r.Kind == kind && r.Document != null);

    /// <summary>Records that pass the filters of a list; <see cref="ListFilter.Kind"/> means their form.</summary>
    internal static IQueryable<Record> Narrowed(RecordContext context, IQueryable<Record> records, ListFilter filter)
    {
        if (filter.Kind is { } form) records = records.Where(r => r.Form == form);
        if (filter.Status is { } status) records = records.Where(r => r.Status == status);
        if (filter.Process is { } process) records = records.Where(r => r.Processes.Contains(process));
        if (filter.Party is { } party) records = records.Where(r => r.Parties.Contains(party));
        if (filter.Person is { } person) records = records.Where(r => r.People.Contains(person));
        if (filter.Topic is { } topic) records = records.Where(r => r.Topics.Contains(topic));
        if (filter.From is { } from) records = records.Where(r => r.LastDay >= from);
        if (filter.To is { } to) records = records.Where(r => r.FirstDay <= to);
        if (filter.Place is { } place) records = records.Where(r => r.Place != null && EF.Functions.ILike(r.Place, $"%{place.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%", "\\"));
        if (filter.Disputed) records = records.Where(r => r.Disputed);
        if (filter.Text is { } text)
        {
            var found = SearchQuery.Matching(context, text);
            records = records.Where(r => found.Any(e => e.RecordId == r.Id));
        }
        return records;
    }

    private static IOrderedQueryable<Record> Sorted(IQueryable<Record> records, string? sort) => sort switch
    {
        "oldest" => records.OrderBy(r => r.FirstDay).ThenBy(r => r.Id),
        "title" => records.OrderBy(r => r.Title).ThenBy(r => r.Id),
        "sources" => records.OrderByDescending(r => r.SourceCount).ThenBy(r => r.Id),
        "changed" => records.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id),
        _ => records.OrderByDescending(r => r.SortDay).ThenByDescending(r => r.Id),
    };

    private static async Task<IReadOnlyList<FilterCount>> CountsAsync(IQueryable<string> values) =>
        await values.GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(c => c.Count).ThenBy(c => c.Key).Take(40).Select(c => new FilterCount(c.Key, c.Count)).ToListAsync();
}

/// <summary>A value of a filter and how many records have it.</summary>
public sealed record FilterCount(string Key, int Count);

/// <summary>What is counted for a list.</summary>
/// <param name="Total">Records that pass all filters.</param>
/// <param name="Forms">How many of each form, whatever form is chosen.</param>
/// <param name="Statuses">The same by status.</param>
/// <param name="Parties">The same by party.</param>
public sealed record RecordListCounts(int Total, IReadOnlyList<FilterCount> Forms, IReadOnlyList<FilterCount> Statuses, IReadOnlyList<FilterCount> Parties);

/// <summary>A page of a list.</summary>
public sealed record RecordListPage(IReadOnlyList<Record> Rows, RecordListCounts Counts, RecordNames Names)
{
    /// <summary>Documents of the rows.</summary>
    public T Document<T>(Record row)
        where T : RecordDocument => (T)Kinds.Get(row.Kind).Read(row.Document!);
}
