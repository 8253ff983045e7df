using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>A list of records of one kind, filtered, sorted and paged, with the counts beside the filters.</summary>
public sealed class RecordList(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>Reads a page of the list.</summary>
    public async Task<RecordListPage> ReadAsync(string kind, ListFilter filter, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var all = context.Records.Where(r => r.Kind == kind && r.Document != null);
        var matching = Narrowed(context, all, filter);
        var total = await matching.CountAsync(ct);
        var rows = await Sorted(matching, filter.Sort).Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync(ct);
        var forms = await CountsAsync(Narrowed(context, all, filter with { Kind = null }).Where(r => r.Form != null).Select(r => r.Form!), ct);
        var statuses = await CountsAsync(Narrowed(context, all, filter with { Status = null }).Where(r => r.Status != null).Select(r => r.Status!), ct);
        var parties = await CountsAsync(Narrowed(context, all, filter with { Party = null }).SelectMany(r => r.Parties), ct);
        var names = await RecordNames.LoadAsync(context, rows.SelectMany(r => r.Parties).Concat(parties.Select(p => p.Key)).Distinct().Select(p => new Reference("parties", p, "party", "")), ct);
        return new RecordListPage(rows, total, forms, statuses, parties, names);
    }

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
        _ => records.OrderByDescending(r => r.FirstDay != null).ThenByDescending(r => r.FirstDay).ThenByDescending(r => r.Id),
    };

    private static async Task<IReadOnlyList<FilterCount>> CountsAsync(IQueryable<string> values, CancellationToken ct) =>
        await values.GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(c => c.Count).ThenBy(c => c.Key).Take(40).Select(c => new FilterCount(c.Key, c.Count)).ToListAsync(ct);
}

/// <summary>A value of a filter and how many records have it.</summary>
public sealed record FilterCount(string Key, int Count);

/// <summary>A page of a list.</summary>
public sealed record RecordListPage(IReadOnlyList<Record> Rows, int Total, IReadOnlyList<FilterCount> Forms, IReadOnlyList<FilterCount> Statuses, IReadOnlyList<FilterCount> Parties, RecordNames Names)
{
    /// <summary>Documents of the rows.</summary>
    public T Document<T>(Record row)
        where T : RecordDocument => (T)Kinds.Get(row.Kind).Read(row.Document!);
}
