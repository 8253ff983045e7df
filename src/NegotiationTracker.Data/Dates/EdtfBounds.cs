namespace NegotiationTracker.Data.Dates;

/// <summary>Places what is written on the one time line that all records share.</summary>
internal static class EdtfBounds
{
    // Where a day begins first (Kiritimati) and ends last (the sea around Baker Island).
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);
    private static readonly TimeSpan Westernmost = TimeSpan.FromHours(-12);

    private static readonly long LastSecond = new DateTime(9999, 12, 31, 23, 59, 59).Ticks;

    public static TimeBounds Of(EdtfExpression expression, TimeZoneInfo? zone)
    {
        var earliest = expression.Start is { } start ? Of(start, zone).Earliest : null;
        var latest = expression.End is { } end ? Of(end, zone).Latest : null;

        // Only a day beside a clock time whose offset is not the zone's can cross over (2025-06-02/2025-06-02T01:00+03:00 in New York).
        return earliest > latest ? new(latest, earliest) : new(earliest, latest);
    }

    public static TimeBounds Of(EdtfPart part, TimeZoneInfo? zone)
    {
        var (first, last) = (part.FirstLocal, part.LastLocal);
        if (part.Clock?.Offset is { } offset) return new(At(first, offset), At(last, offset));

        if (zone is null) return new(At(first, Easternmost), At(last, Westernmost));

        if (part.Clock is not null) return new(Readings(first, zone).Earliest, Readings(last, zone).Latest);

        return new(Readings(first, zone).Earliest, EndOfDay(last, zone));
    }

    // The second before the next day begins, because a day's own 23:59:59 may be skipped or come twice.
    private static DateTimeOffset EndOfDay(DateTime lastSecond, TimeZoneInfo zone) =>
        lastSecond.Date == DateTime.MaxValue.Date
            ? Readings(lastSecond, zone).Latest
            : Readings(lastSecond.AddSeconds(1), zone).Earliest.AddSeconds(-1);

    /// <summary>
    /// The instants a wall clock can mean: one on most days, two where an hour comes twice. A skipped time is read as if the clocks had not
    /// been changed, which makes a skipped midnight (Beirut) the moment of the change: the day's first. Works from UTC to local only, the
    /// direction that always has one answer.
    /// </summary>
    private static (DateTimeOffset Earliest, DateTimeOffset Latest) Readings(DateTime local, TimeZoneInfo zone)
    {
        var (before, after) = (OffsetNear(local, -1, zone), OffsetNear(local, +1, zone));
        var (first, second) = (At(local, before), At(local, after));
        return (zone.GetUtcOffset(first) == before, zone.GetUtcOffset(second) == after) switch
        {
            (true, true) => first < second ? (first, second) : (second, first),
            (false, true) => (second, second),
            _ => (first, first),
        };
    }

    // A day away on either side lies past any change near the moment itself, and no zone changes twice in two days.
    private static TimeSpan OffsetNear(DateTime local, int days, TimeZoneInfo zone) =>
        zone.GetUtcOffset(At(local, TimeSpan.FromDays(-days)));

    public static DateTimeOffset At(DateTime local, TimeSpan offset) =>
        new(Math.Min(local.Ticks - offset.Ticks, LastSecond), TimeSpan.Zero);
}
