using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;
using Npgsql;

namespace NegotiationTracker.Web.Timeline;

/// <summary>
/// Reads a stretch of the timeline's list: newest first, of one moment the most important first, from a place on. A stretch of a facet is a stretch of
/// an index; what is filtered otherwise is looked for along the order of time.
/// </summary>
internal static class TimelineRows
{
    // What is asked most: the newest of all, those after a place among all, and those that were counted ahead.
    private static readonly TranslatedOnce<Queries> Compiled = new();

    /// <summary>Entries older than a place (or, backwards, newer than it), newest first, at most <paramref name="most"/>.</summary>
    public static async Task<List<TimelineEntry>> ReadAsync(RecordContext context, ListFilter filter, DateOnly? asOf, TimelineCursor? place, bool isBackwards, int most, CancellationToken ct)
    {
        var rows = await StandingAsync(context, filter, asOf, place, isBackwards, most, ct);
        // What began before the period and reaches into it stands after all that began in it.
        if (filter.From is not { } first) return rows;
        var from = Start(first);
        if (isBackwards ? place?.At < from : rows.Count < most)
        {
            var reaching = await Ordered(
                Beyond(context.Timeline.FromSql($"select * from record.timeline_entries where till - at > interval '1 day' and tstzrange(at, till) @> {from}").KnownOn(asOf).Narrowed(context, filter).Where(e => e.At < from), place, isBackwards),
                isBackwards).Take(isBackwards ? most : most - rows.Count).Select(EntryAnswers.Needed).ToListAsync(ct);
            if (isBackwards) return [.. rows.Concat(reaching.AsEnumerable().Reverse()).TakeLast(most)];
            rows.AddRange(reaching);
        }
        return rows;
    }

    private static async Task<List<TimelineEntry>> StandingAsync(RecordContext context, ListFilter filter, DateOnly? asOf, TimelineCursor? place, bool isBackwards, int most, CancellationToken ct)
    {
        var (from, to) = (filter.From is { } first ? Start(first) : (DateTimeOffset?)null, filter.To is { } last ? last < DateOnly.MaxValue ? Start(last.AddDays(1)) : DateTimeOffset.MaxValue : (DateTimeOffset?)null);
        if (CountedFacets.Base(filter, asOf) is var (dimension, key) && (dimension != FacetKind.Everything || filter.Kind is not null))
        {
            var numbers = await MarksAsync(context, dimension, key, filter.Kind, from, to, place, isBackwards, most, ct);
            var found = await NumberedAsync(context, numbers, ct);
            return [.. found.OrderByDescending(e => e.At).ThenByDescending(e => e.Worth)];
        }
        if (asOf is null && !isBackwards && !filter.Narrows) return await AllAsync(context, place, most, ct);
        var entries = context.Timeline.KnownOn(asOf).Narrowed(context, filter with { From = null, To = null });
        if (from is not null) entries = entries.Where(e => e.At >= from);
        if (to is not null) entries = entries.Where(e => e.At < to);
        var rows = await Ordered(Beyond(entries, place, isBackwards), isBackwards).Take(most).Select(EntryAnswers.Needed).ToListAsync(ct);
        if (isBackwards) rows.Reverse();
        return rows;
    }

    /// <summary>Entries by their numbers, in no order.</summary>
    public static async Task<List<TimelineEntry>> NumberedAsync(RecordContext context, long[] numbers, CancellationToken ct) =>
        numbers.Length == 0 ? [] : await Compiled.For(context).Numbered(context, numbers).ToListAsync(ct);

    private static async Task<List<TimelineEntry>> AllAsync(RecordContext context, TimelineCursor? place, int most, CancellationToken ct)
    {
        var compiled = Compiled.For(context);
        return await (place is { } after ? compiled.After(context, after.At, after.Worth, most) : compiled.Newest(context, most)).ToListAsync(ct);
    }

    private static async Task<long[]> MarksAsync(
        RecordContext context, FacetKind dimension, string key, string? kind, DateTimeOffset? from, DateTimeOffset? to, TimelineCursor? place, bool isBackwards, int most, CancellationToken ct)
    {
        await context.Database.OpenConnectionAsync(ct);
        var (beyond, order) = isBackwards ? (">", "asc") : ("<", "desc");
        await using var command = new NpgsqlCommand(
            $"""
            select m.worth from record.timeline_facets f cross join lateral (
                select at, worth from record.timeline_marks where facet_id = f.id and at >= $4 and at < $5 and (at, worth) {beyond} ($6, $7) order by at {order}, worth {order} limit $8) m
            where f.dimension = $1 and f.key = $2 and ($3::text is null or f.record_kind = $3) order by m.at {order}, m.worth {order} limit $8
            """, (NpgsqlConnection)context.Database.GetDbConnection());
        foreach (var value in new object[] { (short)dimension, key, (object?)kind ?? DBNull.Value, from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue, place?.At ?? (isBackwards ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue), place?.Worth ?? (isBackwards ? 0 : long.MaxValue), most })
            command.Parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var numbers = new List<long>();
        while (await reader.ReadAsync(ct)) numbers.Add(EntryWorth.Number(reader.GetInt64(0)));
        return [.. numbers];
    }

    private static IQueryable<TimelineEntry> Beyond(IQueryable<TimelineEntry> entries, TimelineCursor? place, bool isBackwards) => (place, isBackwards) switch
    {
        ({ } p, true) => entries.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.At, e.Worth), ValueTuple.Create(p.At, p.Worth))),
        ({ } p, false) => entries.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Worth), ValueTuple.Create(p.At, p.Worth))),
        _ => entries,
    };

    private static IQueryable<TimelineEntry> Ordered(IQueryable<TimelineEntry> entries, bool isBackwards) =>
        isBackwards ? entries.AsNoTracking().OrderBy(e => e.At).ThenBy(e => e.Worth) : entries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Worth);

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private sealed class Queries
    {
        public Func<RecordContext, int, IAsyncEnumerable<TimelineEntry>> Newest { get; } = EF.CompileAsyncQuery((RecordContext context, int most) =>
            context.Timeline.Where(e => e.Until == null).OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Take(most).Select(EntryAnswers.Needed));

        public Func<RecordContext, DateTimeOffset, long, int, IAsyncEnumerable<TimelineEntry>> After { get; } = EF.CompileAsyncQuery((RecordContext context, DateTimeOffset at, long worth, int most) =>
            context.Timeline.Where(e => e.Until == null && EF.Functions.LessThan(ValueTuple.Create(e.At, e.Worth), ValueTuple.Create(at, worth)))
                .OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Take(most).Select(EntryAnswers.Needed));

        public Func<RecordContext, long[], IAsyncEnumerable<TimelineEntry>> Numbered { get; } = EF.CompileAsyncQuery((RecordContext context, long[] numbers) =>
            context.Timeline.Where(e => numbers.Contains(e.Number)).Select(EntryAnswers.Needed));
    }
}
