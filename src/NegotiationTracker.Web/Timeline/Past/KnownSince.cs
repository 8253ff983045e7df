using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Past;

/// <summary>What was added, changed and withdrawn since the end of a day.</summary>
/// <param name="Added">Records that were not public then and are now.</param>
/// <param name="Changed">Records of which another revision was public then.</param>
/// <param name="Withdrawn">Records that were public then and are retracted now.</param>
/// <param name="IsCut">Whether more was published since than was looked at.</param>
public sealed record KnownSince(IReadOnlyList<SinceRow> Added, IReadOnlyList<SinceRow> Changed, IReadOnlyList<SinceRow> Withdrawn, bool IsCut)
{
    /// <summary>The most records that are looked at, the last published first.</summary>
    public const int Most = 2_000;

    /// <summary>Reads it, of the records that pass the filters by kind, process, party, person and topic.</summary>
    /// <param name="context">The published record.</param>
    /// <param name="day">The day at the end of which (UTC) the record is told.</param>
    /// <param name="filter">Filters.</param>
    /// <param name="ct">Stops it.</param>
    internal static async Task<KnownSince> ReadAsync(RecordContext context, DateOnly day, ListFilter filter, CancellationToken ct)
    {
        var end = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var records = context.Records.Where(r => !Interest.OffTimeline.Contains(r.Kind));
        if (filter.Kind is { } kind) records = records.Where(r => r.Kind == kind);
        if (filter.Process is { } process) records = records.Where(r => r.Processes.Contains(process));
        if (filter.Party is { } party) records = records.Where(r => r.Parties.Contains(party));
        if (filter.Person is { } person) records = records.Where(r => r.People.Contains(person));
        if (filter.Topic is { } topic) records = records.Where(r => r.Topics.Contains(topic));
        // The present publication of a record is its newest, so each record comes once.
        var rows = await (
            from publication in context.Publications
            join record in records on publication.RecordId equals record.Id
            where publication.From >= end && publication.Until == null
            orderby publication.From descending, record.Kind, record.Slug
            select new
            {
                Row = new SinceRow(record.Kind, record.Slug, record.Title, publication.From),
                IsText = record.Document != null,
                WasText = context.Publications.Any(p => p.RecordId == record.Id && p.From < end && p.Until >= end && (p.Document != null || p.RedactedAt != null)),
            }).Take(Most + 1).ToListAsync(ct);
        var isCut = rows.Count > Most;
        if (isCut) rows.RemoveAt(Most);
        return new KnownSince(
            [.. rows.Where(r => r.IsText && !r.WasText).Select(r => r.Row)], [.. rows.Where(r => r.IsText && r.WasText).Select(r => r.Row)], [.. rows.Where(r => !r.IsText && r.WasText).Select(r => r.Row)], isCut);
    }

    /// <summary>The days on which something was published, newest first, at most <paramref name="most"/>, and the first of all.</summary>
    internal static async Task<List<DateOnly>> DaysAsync(RecordContext context, int most, CancellationToken ct) =>
        // One look into the index a day, however much was published on it.
        await context.Database.SqlQuery<DateOnly>(
            $"""
            with recursive days (day, n) as (
                (select ("from" at time zone 'UTC')::date, 1 from record.publications order by "from" desc limit 1)
                union all
                select (select (p."from" at time zone 'UTC')::date from record.publications p where p."from" < d.day::timestamp at time zone 'UTC' order by p."from" desc limit 1), n + 1 from days d where d.day is not null and n < {most})
            select day as "Value" from (select day from days where day is not null
                union select (select (min("from") at time zone 'UTC')::date from record.publications)) x where day is not null order by day desc
            """).ToListAsync(ct);
}

/// <summary>A record that was published since.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title now.</param>
/// <param name="At">When, UTC.</param>
public sealed record SinceRow(string Kind, string Slug, string Title, DateTimeOffset At);
