using System.Globalization;

namespace NegotiationTracker.Data.Dates;

/// <summary>Puts one date, or one end of an interval, into English.</summary>
internal sealed class PartWords(TimeZoneInfo? zone, bool brief)
{
    public string Whole(EdtfPart part) => part.Clock is null
        ? $"{DateWords(part)}{(part.IsUncertain ? " (uncertain)" : "")}"
        : $"{Day(part)}, {Face(part)}{Place(part)}";

    public static string About(EdtfPart part) => part.IsApproximate ? "about " : "";

    public string Day(EdtfPart part) => $"{part.Day} {MonthName(part)} {part.Year}";

    public string WithoutYear(EdtfPart part) => part.Precision switch
    {
        DatePrecision.Season => SeasonName(part),
        DatePrecision.Month => MonthName(part),
        _ => $"{part.Day} {MonthName(part)}",
    };

    /// <summary>The hands of the clock: "13:00", "about 15:00".</summary>
    public static string Face(EdtfPart part) =>
        About(part) + part.Clock!.Value.Time.ToString(part.Clock.Value.HasSeconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Whose clock it is, with the space before it: " Istanbul time", " UTC", " (UTC+3)", " local time", " (UTC+3, uncertain)".</summary>
    public string Place(EdtfPart part)
    {
        var (name, note) = PlaceOf(part);
        var notes = string.Join(", ", new[] { note, part.IsUncertain ? "uncertain" : null }.OfType<string>());
        return $"{(name is null ? "" : $" {name}")}{(notes.Length == 0 ? "" : $" ({notes})")}";
    }

    private (string? Name, string? Note) PlaceOf(EdtfPart part)
    {
        var clock = part.Clock!.Value;
        if (clock.IsZulu) return ("UTC", null);
        if (clock.Offset is not { } offset) return zone is null ? ("local time", null) : (Zones.Words(zone), null);

        // A source may count in another place's time than the record's zone: what it wrote stays.
        var instant = EdtfBounds.At(part.FirstLocal, offset);
        if (zone?.GetUtcOffset(instant) == offset) return (Zones.Words(zone), null);

        return offset == TimeSpan.Zero ? ("UTC", null) : (null, OffsetWords(offset));
    }

    private static string OffsetWords(TimeSpan offset) =>
        $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}")}";

    private string DateWords(EdtfPart part)
    {
        var about = About(part);
        return (part.Precision, part.Unspecified) switch
        {
            (DatePrecision.Century, _) => $"{about}{part.Year} to {part.Year + 99}",
            // "The 2000s" would be taken for the century.
            (DatePrecision.Decade, _) when part.Year % 100 == 0 => $"{about}{part.Year} to {part.Year + 9}",
            (DatePrecision.Decade, _) => $"{about}the {part.Year}s",
            (DatePrecision.Year, UnspecifiedDigits.Month) => $"some month of {about}{part.Year}",
            (DatePrecision.Year, UnspecifiedDigits.Day) => $"some day of {about}{part.Year}",
            (DatePrecision.Year, _) => $"{about}{part.Year}",
            (DatePrecision.Month, UnspecifiedDigits.Day) => $"some day of {about}{MonthName(part)} {part.Year}",
            _ => $"{about}{WithoutYear(part)} {part.Year}",
        };
    }

    private string MonthName(EdtfPart part) => brief ? MonthNames.Brief(part.Month) : MonthNames.Full(part.Month);

    private static string SeasonName(EdtfPart part) => part.Season switch { 21 => "spring", 22 => "summer", 23 => "autumn", _ => "winter" };
}
