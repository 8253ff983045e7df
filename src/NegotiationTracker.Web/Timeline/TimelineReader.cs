using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Past;

namespace NegotiationTracker.Web.Timeline;

/// <summary>Reads the timeline newest first, a page from a cursor on, with the counts beside the filters.</summary>
public sealed class TimelineReader(IDbContextFactory<RecordContext> contexts, KeptCounts kept, KeptNames keptNames)
{
    private const int MostDays = 120;

    /// <summary>Reads a page.</summary>
    /// <param name="filter">Filters.</param>
    /// <param name="older">Show what comes after this place (older); empty for the newest.</param>
    /// <param name="newer">Show what comes before this place (newer); wins over nothing, loses to <paramref name="older"/>.</param>
    /// <param name="asOf">Day as known at the end of which (UTC) the timeline is shown; empty for now.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<TimelinePage> ReadAsync(ListFilter filter, TimelineCursor? older, TimelineCursor? newer, DateOnly? asOf, CancellationToken ct)
    {
        // Before a connection is taken: whoever waits for counts holds none, so that there is one to count with.
        var counts = await kept.GetAsync((filter.Narrowing(), asOf), () => CountAsync(filter, asOf));
        var days = await kept.GetAsync(nameof(KnownSince.DaysAsync), DaysAsync);
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var backwards = older is null && newer is not null;
        var rows = await TimelineRows.ReadAsync(context, filter, asOf, older ?? newer, backwards, filter.Size + 1, ct);
        var more = rows.Count > filter.Size;
        if (more) rows.RemoveAt(backwards ? 0 : rows.Count - 1);
        var since = asOf is { } day ? await KnownSince.ReadAsync(context, day, filter, ct) : null;
        return new TimelinePage(rows, backwards || more, backwards ? more : older is not null, counts, await NamesAsync(context, rows, counts, filter, ct), days, since);
    }

    /// <summary>How far the timeline reaches; null where it is empty.</summary>
    public Task<TimelineRange?> RangeAsync() => kept.GetAsync(nameof(ReadRangeAsync), ReadRangeAsync);

    private async Task<TimelineRange?> ReadRangeAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        var current = context.Timeline.Where(e => e.Until == null);
        var first = await current.OrderBy(e => e.At).ThenBy(e => e.Worth).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync();
        var last = await current.OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync();
        return first is null || last is null ? null : new TimelineRange(first.Value, last.Value, await context.Timeline.MaxAsync(e => e.Number));
    }

    private async Task<TimelineCounts> CountAsync(ListFilter filter, DateOnly? asOf)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await TimelineCounts.ReadAsync(context, filter, asOf, CancellationToken.None);
    }

    private async Task<List<DateOnly>> DaysAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await KnownSince.DaysAsync(context, MostDays, CancellationToken.None);
    }

    private Task<RecordNames> NamesAsync(RecordContext context, List<TimelineEntry> rows, TimelineCounts counts, ListFilter filter, CancellationToken ct)
    {
        var references = rows.SelectMany(r => r.Parties).Concat(counts.Parties.Select(p => p.Key)).Append(filter.Party).OfType<string>().Distinct().Select(p => new Reference("parties", p, "party", ""))
            .Concat(counts.Processes.Select(p => p.Key).Append(filter.Process).OfType<string>().Distinct().Select(p => new Reference("processes", p, "process", "")))
            .Concat(counts.People.Select(p => p.Key).Append(filter.Person).OfType<string>().Distinct().Select(p => new Reference("people", p, "participant", "")));
        return keptNames.LoadAsync(context, references, ct);
    }
}

/// <summary>A page of the timeline.</summary>
/// <param name="Rows">Entries, newest first.</param>
/// <param name="HasOlder">Whether there are older ones.</param>
/// <param name="HasNewer">Whether there are newer ones.</param>
/// <param name="Counts">Counts beside the filters.</param>
/// <param name="Names">Names of the records shown.</param>
/// <param name="Days">Days on which something was published, newest first.</param>
/// <param name="Since">What was published since the day as known on which it is shown.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Rows, bool HasOlder, bool HasNewer, TimelineCounts Counts, RecordNames Names, IReadOnlyList<DateOnly> Days, KnownSince? Since);
