using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>Reads EDTF and says in one sentence why a text is none.</summary>
internal static partial class EdtfParser
{
    private const string Expected = "write the year first, as in 2025, 2025-06, 2025-06-02 or 2025-06-02T13:00+03:00";

    public static bool TryParse(string? text, out Edtf? value, out string? error)
    {
        value = null;
        error = null;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) error = $"A date is missing: {Expected}.";
        else if (trimmed.Length > Edtf.MaxLength) error = $"This is longer than any date ({trimmed.Length} characters): {Expected}.";
        else value = Read(trimmed, out error);
        return value is not null;
    }

    private static Edtf? Read(string text, out string? error)
    {
        var slash = text.IndexOf('/');
        if (slash < 0) return Point(text, text, out error) is { } point ? new Edtf(text, point, point, isInterval: false, isOpenStart: false, isOpenEnd: false) : null;
        if (Ambiguous(text) is { } why)
        {
            error = why;
            return null;
        }
        if (text.IndexOf('/', slash + 1) >= 0)
        {
            error = $"'{Shown(text)}' has more than one slash: an interval has two ends, as in 2025-05-23/2025-05-25.";
            return null;
        }
        return Interval(text, text[..slash], text[(slash + 1)..], out error);
    }

    private static Edtf? Interval(string text, string from, string to, out string? error)
    {
        error = null;
        var openStart = from == "..";
        var openEnd = to == "..";
        if ((openStart || from.Length == 0) && (openEnd || to.Length == 0))
        {
            error = $"'{Shown(text)}' has no end that is known: give at least one date.";
            return null;
        }
        EdtfPoint? start = null, end = null;
        if (!openStart && from.Length > 0 && (start = Point(from, text, out error)) is null) return null;
        if (!openEnd && to.Length > 0 && (end = Point(to, text, out error)) is null) return null;
        if (start is not null && end is not null && IsReversed(start, end))
        {
            error = $"'{Shown(text)}' ends before it begins.";
            return null;
        }
        return new Edtf(text, start, end, isInterval: true, openStart, openEnd);
    }

    private static bool IsReversed(EdtfPoint start, EdtfPoint end)
    {
        if (start is { Clock: not null, Offset: not null } && end is { Clock: not null, Offset: not null }) return start.Earliest(null) > end.Latest(null);
        if (start.First > end.Last) return true;
        return start.Clock is { } from && end.Clock is { } to && start.First == end.First && start.Offset == end.Offset && from > to;
    }

    private static EdtfPoint? Point(string text, string whole, out string? error)
    {
        error = null;
        var match = Form().Match(text);
        if (!match.Success)
        {
            error = Ambiguous(text) ?? $"'{Shown(whole)}' is not a date: {Expected}.";
            return null;
        }
        var qualifier = match.Groups["qualifier"].Value;
        var approximate = qualifier is "~" or "%";
        var uncertain = qualifier is "?" or "%";
        var point = match.Groups["century"].Success
            ? Years(match.Groups["century"].Value + "00", 100, DatePrecision.Century)
            : match.Groups["decade"].Success ? Years(match.Groups["decade"].Value + "0", 10, DatePrecision.Decade) : Calendar(match, text, out error);
        return point is null ? null : point with { IsApproximate = approximate, IsUncertain = uncertain };
    }

    private static EdtfPoint? Calendar(Match match, string text, out string? error)
    {
        error = null;
        var year = Number(match, "year");
        var month = match.Groups["month"].Value;
        var day = match.Groups["day"].Value;
        if (year < 1000)
        {
            error = $"'{Shown(text)}': years run from 1000 to 9999.";
            return null;
        }
        if (month.Length == 0) return Whole(year, 1, 12, DatePrecision.Year);
        if (month == "XX")
        {
            if (day is "" or "XX") return Whole(year, 1, 12, DatePrecision.Year) with { HasUnknownDigits = true, Precision = day == "" ? DatePrecision.Month : DatePrecision.Day };
            error = $"'{Shown(text)}': a day is known only in a month that is known.";
            return null;
        }
        var number = int.Parse(month, CultureInfo.InvariantCulture);
        if (number is >= 21 and <= 24 && day.Length == 0) return Seasonal(year, number);
        if (number is < 1 or > 12)
        {
            error = $"'{Shown(text)}' is not a date: there is no month {month}.";
            return null;
        }
        if (day.Length == 0) return Whole(year, number, number, DatePrecision.Month);
        if (day == "XX") return Whole(year, number, number, DatePrecision.Day) with { HasUnknownDigits = true };
        return Daily(match, text, year, number, int.Parse(day, CultureInfo.InvariantCulture), out error);
    }

    private static EdtfPoint? Daily(Match match, string text, int year, int month, int day, out string? error)
    {
        error = null;
        var days = DateTime.DaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            error = $"'{Shown(text)}' is not a date: {new DateOnly(year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)} has {days} days.";
            return null;
        }
        var date = new DateOnly(year, month, day);
        var point = new EdtfPoint(DatePrecision.Day, date, date, null, null, null, false, false, false);
        if (!match.Groups["hour"].Success) return point;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), match.Groups["second"].Success ? Number(match, "second") : 0);
        if (hour > 23 || minute > 59 || second > 59)
        {
            error = $"'{Shown(text)}': {match.Groups["clock"].Value} is not a clock time from 00:00 to 23:59.";
            return null;
        }
        var offset = Offset(match.Groups["zone"].Value);
        if (offset is { } o && (o > TimeSpan.FromHours(14) || o < TimeSpan.FromHours(-12)))
        {
            error = $"'{Shown(text)}': no place on Earth is at UTC{match.Groups["zone"].Value}.";
            return null;
        }
        return point with { Precision = DatePrecision.Minute, Clock = new TimeOnly(hour, minute, second), Offset = offset };
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        if (zone == "Z") return TimeSpan.Zero;
        var span = new TimeSpan(int.Parse(zone.AsSpan(1, 2), provider: CultureInfo.InvariantCulture), int.Parse(zone.AsSpan(4, 2), provider: CultureInfo.InvariantCulture), 0);
        return zone[0] == '-' ? -span : span;
    }

    private static EdtfPoint Whole(int year, int firstMonth, int lastMonth, DatePrecision precision) =>
        new(precision, new DateOnly(year, firstMonth, 1), new DateOnly(year, lastMonth, DateTime.DaysInMonth(year, lastMonth)), null, null, null, false, false, false);

    // Seasons of the northern hemisphere, by the meteorologists' months; winter runs into the next year.
    private static EdtfPoint Seasonal(int year, int season)
    {
        var first = new DateOnly(year, (season - 20) * 3, 1);
        var last = year == 9999 && season == 24 ? DateOnly.MaxValue : first.AddMonths(3).AddDays(-1);
        return new EdtfPoint(DatePrecision.Season, first, last, null, null, season, false, false, false);
    }

    private static EdtfPoint? Years(string first, int count, DatePrecision precision)
    {
        var year = int.Parse(first, CultureInfo.InvariantCulture);
        return year < 1000 ? null : new EdtfPoint(precision, new DateOnly(year, 1, 1), new DateOnly(year + count - 1, 12, 31), null, null, null, true, false, false);
    }

    private static string? Ambiguous(string text)
    {
        if (DayOrMonthFirst().IsMatch(text)) return $"'{Shown(text)}' may be read as day-month or as month-day: {Expected}.";
        return WithMonthName().IsMatch(text) ? $"'{Shown(text)}' is written in words: {Expected}." : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length <= 40 ? text : text[..37] + "...";

    [GeneratedRegex(@"^(?:(?<century>[0-9]{2})XX|(?<decade>[0-9]{3})X|(?<year>[0-9]{4})(?:-(?<month>[0-9]{2}|XX)(?:-(?<day>[0-9]{2}|XX)(?:T(?<clock>(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?)(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?)(?<qualifier>[?~%])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\s*[0-9]{1,2}\s*[./-]\s*[0-9]{1,2}\s*[./-]\s*[0-9]{2,4}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex DayOrMonthFirst();

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex WithMonthName();
}
