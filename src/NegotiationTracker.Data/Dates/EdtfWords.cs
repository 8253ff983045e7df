using System.Globalization;

namespace NegotiationTracker.Data.Dates;

/// <summary>Says a date in English.</summary>
internal static class EdtfWords
{
    public static string Of(Edtf date, string? zone, IntervalSense sense, bool isShort) =>
        date.IsInterval ? Interval(date, zone, sense, isShort) : Point(date.Start!, zone, isShort);

    private static string Interval(Edtf date, string? zone, IntervalSense sense, bool isShort)
    {
        if (date.Start is null) return date.IsOpenStart ? $"by {Point(date.End!, zone, isShort)}" : $"until {Point(date.End!, zone, isShort)}, beginning unknown";
        if (date.End is null) return date.IsOpenEnd ? $"from {Point(date.Start, zone, isShort)} on" : $"from {Point(date.Start, zone, isShort)}, end unknown";
        var (from, to) = (date.Start, date.End);
        if (SameDayClocks(from, to)) return $"{Day(from.First, isShort)}, {ClockWords(from)} to {ClockWords(to)} {ZoneWords(to, zone)}".TrimEnd();
        var (first, last) = Shortened(from, to, isShort) ?? (Point(from, zone, isShort), Point(to, zone, isShort));
        return sense == IntervalSense.Between ? $"between {first} and {last}" : $"{first} to {last}";
    }

    // "23 and 25 May 2025", "30 May and 2 June 2025": what both ends share is said once.
    private static (string First, string Last)? Shortened(EdtfPoint from, EdtfPoint to, bool isShort)
    {
        if (!IsPlain(from) || !IsPlain(to) || from.First.Year != to.First.Year) return null;
        if (from.Precision == DatePrecision.Month && to.Precision == DatePrecision.Month) return (Format(from.First, isShort ? "MMM" : "MMMM"), Format(to.First, isShort ? "MMM yyyy" : "MMMM yyyy"));
        if (from.Precision != DatePrecision.Day || to.Precision != DatePrecision.Day) return null;
        var format = from.First.Month == to.First.Month ? "%d" : isShort ? "d MMM" : "d MMMM";
        return (Format(from.First, format), Day(to.First, isShort));
    }

    private static bool IsPlain(EdtfPoint point) => point is { IsApproximate: false, IsUncertain: false, HasUnknownDigits: false, Clock: null };

    private static bool SameDayClocks(EdtfPoint from, EdtfPoint to) => from.Clock is not null && to.Clock is not null && from.First == to.First && from.Offset == to.Offset;

    private static string Point(EdtfPoint point, string? zone, bool isShort)
    {
        if (point.Clock is not null)
            return $"{Day(point.First, isShort)}, {ClockWords(point)} {ZoneWords(point, zone)}".TrimEnd() + (point is { IsUncertain: true, IsApproximate: false } ? " (uncertain)" : "");
        var words = Calendar(point, isShort);
        return $"{(point.IsApproximate ? "about " : "")}{words}{(point.IsUncertain ? " (uncertain)" : "")}";
    }

    private static string Calendar(EdtfPoint point, bool isShort) => point switch
    {
        { Precision: DatePrecision.Century } => $"{point.First.Year.ToString(CultureInfo.InvariantCulture)} to {point.Last.Year.ToString(CultureInfo.InvariantCulture)}",
        { Precision: DatePrecision.Decade } => $"the {point.First.Year.ToString(CultureInfo.InvariantCulture)}s",
        { Precision: DatePrecision.Year } => Format(point.First, "yyyy"),
        { Season: { } season } => $"{SeasonWord(season)} {Format(point.First, "yyyy")}",
        { Precision: DatePrecision.Month, HasUnknownDigits: true } => $"some month of {Format(point.First, "yyyy")}",
        { Precision: DatePrecision.Month } => Format(point.First, isShort ? "MMM yyyy" : "MMMM yyyy"),
        { HasUnknownDigits: true } when point.First.Month == point.Last.Month => $"some day of {Format(point.First, "MMMM yyyy")}",
        { HasUnknownDigits: true } => $"some day of {Format(point.First, "yyyy")}",
        _ => Day(point.First, isShort),
    };

    private static string ClockWords(EdtfPoint point) =>
        (point.IsApproximate ? "about " : "") + point.Clock!.Value.ToString(point.Clock.Value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    // A zone's name is shown only where the written offset is the one it had then: otherwise the offset itself is the truth.
    private static string ZoneWords(EdtfPoint point, string? zone)
    {
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place)
            && (point.Offset is null || place.GetUtcOffset(point.First.ToDateTime(point.Clock!.Value)) == point.Offset)) return Zones.Words(zone);
        return point.Offset switch
        {
            null => "local time",
            { Ticks: 0 } => "UTC",
            { } offset => $"(UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture)})",
        };
    }

    private static string SeasonWord(int season) => season switch { 21 => "spring", 22 => "summer", 23 => "autumn", _ => "winter" };

    private static string Day(DateOnly day, bool isShort) => Format(day, isShort ? "d MMM yyyy" : "d MMMM yyyy");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
