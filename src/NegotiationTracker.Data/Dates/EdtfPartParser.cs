using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>Reads a date that stands alone or is one end of an interval.</summary>
internal static partial class EdtfPartParser
{
    private const int OldestYear = 1000;

    /// <returns>Null when the text is understood; else what is wrong with it.</returns>
    public static string? Read(string text, out EdtfPart? part)
    {
        // No loose date is also one that is written right: why it is none is looked into only then, for thousands are read a second.
        return ReadWritten(text, out part) is { } fault ? LooseDates.Explain(text) ?? fault : null;
    }

    private static string? ReadWritten(string text, out EdtfPart? part)
    {
        part = null;
        var match = Written().Match(text);
        if (!match.Success) return NotUnderstood(text);

        var fault = ReadDate(text, match, out var date);
        if (date is null) return fault;

        if (match.Groups["hour"].Success)
        {
            if (date.Precision != DatePrecision.Day) return $"{DateFault.Quote(text)} has a clock time without a whole day before it, like 2025-06-01T20:25.";

            if (ClockParser.Read(text, match, out var clock) is { } clockFault) return clockFault;

            date = date with { Precision = DatePrecision.Minute, Clock = clock };
        }

        var mark = match.Groups["mark"].Value;
        part = date with { IsApproximate = mark is "~" or "%", IsUncertain = mark is "?" or "%" };
        return null;
    }

    private static string? ReadDate(string text, Match match, out EdtfPart? date)
    {
        date = null;
        var (year, month, day) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value);
        var firstYear = Number(year.Replace('X', '0'));
        if (firstYear < OldestYear) return $"{DateFault.Quote(text)} is outside the years that are kept here, 1000 to 9999.";

        if (year.Contains('X', StringComparison.Ordinal))
        {
            if (month.Length > 0) return $"{DateFault.Quote(text)} has a month or season in a year that is not known; leave it out, like {year}.";

            date = new EdtfPart(year.EndsWith("XX", StringComparison.Ordinal) ? DatePrecision.Century : DatePrecision.Decade, firstYear);
            return null;
        }

        if (month == "XX" && day is not ("" or "XX"))
            return $"{DateFault.Quote(text)} has a day in a month that is not known; write {year}-XX-XX.";

        (var fault, date) = (month, day) switch
        {
            ("", _) => (null, new EdtfPart(DatePrecision.Year, firstYear)),
            ("XX", "") => (null, new EdtfPart(DatePrecision.Year, firstYear) { Unspecified = UnspecifiedDigits.Month }),
            ("XX", _) => (null, new EdtfPart(DatePrecision.Year, firstYear) { Unspecified = UnspecifiedDigits.Day }),
            _ => ReadMonth(text, firstYear, Number(month), day),
        };
        return fault;
    }

    private static (string? Fault, EdtfPart? Date) ReadMonth(string text, int year, int month, string day)
    {
        if (month is >= 21 and <= 24)
        {
            return day.Length == 0
                ? (null, new EdtfPart(DatePrecision.Season, year) { Season = month })
                : ($"{DateFault.Quote(text)} is not a date: {month} is a season, and a season has no days.", null);
        }

        if (month is < 1 or > 12)
            return ($"{DateFault.Quote(text)} is not a date: there is no month {month:00}; months are 01 to 12, and seasons 21 to 24.", null);

        if (day is "") return (null, new EdtfPart(DatePrecision.Month, year, month));
        if (day is "XX") return (null, new EdtfPart(DatePrecision.Month, year, month) { Unspecified = UnspecifiedDigits.Day });

        var days = DateTime.DaysInMonth(year, month);
        if (Number(day) < 1) return ($"{DateFault.Quote(text)} is not a date: days count from 01.", null);

        return Number(day) > days
            ? ($"{DateFault.Quote(text)} is not a date: {MonthNames.Full(month)} {year} has {days} days.", null)
            : (null, new EdtfPart(DatePrecision.Day, year, month, Number(day)));
    }

    private static string NotUnderstood(string text)
    {
        var why = text switch
        {
            ['-', ..] or ['Y', ..] => "it lies outside the years that are kept here, 1000 to 9999",
            ['[', ..] or ['{', ..] => "sets of dates are not kept here",
            ".." => "an open end needs a date at the other end, like 2025-06-02/..",
            _ when text.Any(char.IsWhiteSpace) => "a date has no spaces inside",
            _ when text.Any(c => c is 'x') => "an unknown digit is a capital X",
            _ when text.Any(c => c is 'X') => "X can stand for the last one or two digits of a year, a whole month or a whole day, as in 202X or 2025-06-XX",
            _ when text[..^1].Any(c => c is '?' or '~' or '%') => "a qualifier (? ~ %) stands once, at the end of the date",
            _ => null,
        };
        return $"{DateFault.Quote(text)} is not a date that is understood here{(why is null ? "" : $": {why}")}; {DateFault.Expected}.";
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?"
        + @"(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2}))?(?<offset>Z|[+-](?<offsetHours>[0-9]{2})(:(?<offsetMinutes>[0-9]{2}))?)?)?(?<mark>[?~%])?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
