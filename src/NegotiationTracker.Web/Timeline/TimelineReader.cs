using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline;

/// <summary>Reads the timeline newest first, a page from a cursor on, with the counts beside the filters.</summary>
public sealed class TimelineReader(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>Reads a page.</summary>
    /// <param name="filter">Filters.</param>
    /// <param name="older">Show what comes after this place (older); empty for the newest.</param>
    /// <param name="newer">Show what comes before this place (newer); wins over nothing, loses to <paramref name="older"/>.</param>
    /// <param name="asOf">Day as known at the end of which (UTC) the timeline is shown; empty for now.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<TimelinePage> ReadAsync(ListFilter filter, TimelineCursor? older, TimelineCursor? newer, DateOnly? asOf, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var all = context.Timeline.KnownOn(asOf);
        var matching = all.Narrowed(context, filter);
        var rows = await RowsAsync(matching, filter.Size, older, newer, ct);
        var backwards = older is null && newer is not null;
        var more = rows.Count > filter.Size;
        if (more) rows.RemoveAt(backwards ? 0 : rows.Count - 1);
        var kinds = await CountsAsync(all.Narrowed(context, filter with { Kind = null }).Select(e => e.RecordKind), ct);
        var parties = await CountsAsync(all.Narrowed(context, filter with { Party = null }).SelectMany(e => e.Parties), ct);
        var topics = await CountsAsync(all.Narrowed(context, filter with { Topic = null }).SelectMany(e => e.Topics), ct);
        var processes = await CountsAsync(all.Narrowed(context, filter with { Process = null }).SelectMany(e => e.Processes), ct);
        var disputed = await all.Narrowed(context, filter with { Disputed = true }).CountAsync(ct);
        var names = await NamesAsync(context, rows, parties, processes, filter, ct);
        return new TimelinePage(rows, backwards || more, backwards ? more : older is not null, kinds, parties, topics, processes, disputed, await matching.CountAsync(ct), names);
    }

    private static async Task<List<TimelineEntry>> RowsAsync(IQueryable<TimelineEntry> entries, int size, TimelineCursor? older, TimelineCursor? newer, CancellationToken ct)
    {
        if (older is null && newer is { } n)
        {
            var rows = await entries.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.Day, e.Id), ValueTuple.Create(n.Day, n.Id)))
                .OrderBy(e => e.Day).ThenBy(e => e.Id).Take(size + 1).ToListAsync(ct);
            rows.Reverse();
            return rows;
        }
        if (older is { } o) entries = entries.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.Day, e.Id), ValueTuple.Create(o.Day, o.Id)));
        return await entries.OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(ct);
    }

    private static Task<RecordNames> NamesAsync(RecordContext context, List<TimelineEntry> rows, IReadOnlyList<FilterCount> parties, IReadOnlyList<FilterCount> processes, ListFilter filter, CancellationToken ct)
    {
        var references = rows.SelectMany(r => r.Parties).Concat(parties.Select(p => p.Key)).Append(filter.Party).OfType<string>().Distinct().Select(p => new Reference("parties", p, "party", ""))
            .Concat(processes.Select(p => p.Key).Append(filter.Process).OfType<string>().Distinct().Select(p => new Reference("processes", p, "process", "")));
        if (filter.Person is { } person) references = references.Append(new Reference("people", person, "participant", ""));
        return RecordNames.LoadAsync(context, references, ct);
    }

    private static async Task<IReadOnlyList<FilterCount>> CountsAsync(IQueryable<string> values, CancellationToken ct) =>
        await values.GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(c => c.Count).ThenBy(c => c.Key).Take(40).Select(c => new FilterCount(c.Key, c.Count)).ToListAsync(ct);
}

/// <summary>A page of the timeline.</summary>
/// <param name="Rows">Entries, newest first.</param>
/// <param name="HasOlder">Whether there are older ones.</param>
/// <param name="HasNewer">Whether there are newer ones.</param>
/// <param name="Kinds">Counts by kind of record.</param>
/// <param name="Parties">Counts by party.</param>
/// <param name="Topics">Counts by topic.</param>
/// <param name="Processes">Counts by process.</param>
/// <param name="Disputed">How many of the matching are disputed.</param>
/// <param name="Total">How many match.</param>
/// <param name="Names">Names of the records shown.</param>
public sealed record TimelinePage(
    IReadOnlyList<TimelineEntry> Rows, bool HasOlder, bool HasNewer, IReadOnlyList<FilterCount> Kinds, IReadOnlyList<FilterCount> Parties,
    IReadOnlyList<FilterCount> Topics, IReadOnlyList<FilterCount> Processes, int Disputed, int Total, RecordNames Names);
