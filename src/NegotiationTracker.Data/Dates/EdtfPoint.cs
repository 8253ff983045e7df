namespace NegotiationTracker.Data.Dates;

/// <summary>One end of a date: a calendar period with its qualifiers, and a clock time where there is one.</summary>
/// <param name="Precision">How fine it is.</param>
/// <param name="First">First day covered.</param>
/// <param name="Last">Last day covered.</param>
/// <param name="Clock">Clock time.</param>
/// <param name="Offset">Offset of the clock time from UTC, as written; null for a local one.</param>
/// <param name="Season">Season 21 to 24.</param>
/// <param name="HasUnknownDigits">Whether digits are written as X.</param>
/// <param name="IsApproximate">Whether it is approximate.</param>
/// <param name="IsUncertain">Whether it is uncertain.</param>
internal sealed record EdtfPoint(
    DatePrecision Precision, DateOnly First, DateOnly Last, TimeOnly? Clock, TimeSpan? Offset, int? Season, bool HasUnknownDigits, bool IsApproximate, bool IsUncertain)
{
    // The widest offsets in use: a day has begun somewhere at UTC+14 and is over everywhere at UTC-12.
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);
    private static readonly TimeSpan Westernmost = TimeSpan.FromHours(-12);

    public DateTimeOffset Earliest(string? zone) => Clock is { } clock ? At(First.ToDateTime(clock), zone, latest: false) : At(First.ToDateTime(TimeOnly.MinValue), zone, latest: false);

    // The last second of the minute or of the day: bounds are inclusive.
    public DateTimeOffset Latest(string? zone) => Clock is { } clock
        ? At(First.ToDateTime(clock), zone, latest: true).AddSeconds(clock.Second == 0 ? 59 : 0)
        : At(Last.ToDateTime(new TimeOnly(23, 59, 59)), zone, latest: true);

    private DateTimeOffset At(DateTime local, string? zone, bool latest)
    {
        if (Offset is { } written) return Utc(local, written);
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place)) return Utc(local, latest ? Westernmost : Easternmost);
        // Clocks put forward skip an hour: a time in it is taken as if they had not been; put back, an hour comes twice and both count.
        if (place.IsInvalidTime(local)) return Utc(local, place.GetUtcOffset(local.AddHours(-3)));
        if (!place.IsAmbiguousTime(local)) return Utc(local, place.GetUtcOffset(local));
        var offsets = place.GetAmbiguousTimeOffsets(local);
        return Utc(local, latest ? offsets.Min() : offsets.Max());
    }

    // The first and last days of the calendar leave no room for an offset.
    private static DateTimeOffset Utc(DateTime local, TimeSpan offset)
    {
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
