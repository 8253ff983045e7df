using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>
/// The ways people write dates that are not EDTF. None is guessed at: each is refused with what it could mean and how to write that,
/// because 01/06/2025 is another day in Kyiv than in Washington.
/// </summary>
internal static partial class LooseDates
{
    /// <returns>Why the text is refused and what to write; null when it has none of these shapes.</returns>
    public static string? Explain(string text) =>
        YearLast(text) ?? YearFirst(text) ?? MonthOnly(text) ?? NoYear(text) ?? SpacedClock(text) ?? WrittenInWords.Explain(text);

    private static string? YearLast(string text)
    {
        if (YearLastShape().Match(text) is not { Success: true } match) return null;

        if (match.Groups["year"].Length == 2)
            return $"{DateFault.Quote(text)} is ambiguous: it does not show which number is the year; write it year first with four digits, like 2025-06-01.";

        var dayFirst = Iso(match.Groups["year"], match.Groups["b"], match.Groups["a"]);
        var monthFirst = Iso(match.Groups["year"], match.Groups["a"], match.Groups["b"]);
        return (dayFirst, monthFirst) switch
        {
            (null, null) => $"{DateFault.Quote(text)} is no date in any order; {DateFault.Expected}.",
            ({ } day, { } month) when day != month =>
                $"{DateFault.Quote(text)} is ambiguous: it can mean {Spoken(day)} or {Spoken(month)}; write {day:yyyy-MM-dd} or {month:yyyy-MM-dd}.",
            _ => $"{DateFault.Quote(text)} is not written year first; write {dayFirst ?? monthFirst:yyyy-MM-dd}.",
        };
    }

    private static string? YearFirst(string text)
    {
        if (YearFirstShape().Match(text) is not { Success: true } match) return null;

        return Iso(match.Groups["year"], match.Groups["month"], match.Groups["day"]) is { } day
            ? $"{DateFault.Quote(text)} is not written as year, month and day with hyphens and two digits each; write {day:yyyy-MM-dd}."
            : $"{DateFault.Quote(text)} is not a date; {DateFault.Expected}.";
    }

    private static string? MonthOnly(string text)
    {
        var match = MonthShape().Match(text);
        if (!match.Success || Iso(match.Groups["year"], match.Groups["month"], null) is not { } month) return null;

        return text.Contains('/', StringComparison.Ordinal)
            ? $"{DateFault.Quote(text)} is ambiguous: a slash stands between the two ends of an interval; write {month:yyyy-MM} for the month."
            : $"{DateFault.Quote(text)} is not written as year and month with two digits; write {month:yyyy-MM}.";
    }

    private static string? NoYear(string text)
    {
        if (!NoYearShape().IsMatch(text)) return null;

        return text.All(char.IsAsciiDigit)
            ? $"{DateFault.Quote(text)} is only part of a date; write it, and both ends of an interval, in full, like 2025-06-01."
            : $"{DateFault.Quote(text)} is ambiguous: it does not say the year, nor whether the day or the month comes first; write it like 2025-06-01.";
    }

    private static string? SpacedClock(string text) => SpacedClockShape().Match(text) is { Success: true } match
        ? $"{DateFault.Quote(text)} has no T between day and time; write {match.Groups["day"].Value}T{match.Groups["time"].Value}."
        : null;

    private static DateOnly? Iso(Group year, Group month, Group? day) =>
        DateOnly.TryParseExact($"{year.Value}-{month.Value}-{day?.Value ?? "1"}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static string Spoken(DateOnly day) => $"{day.Day} {MonthNames.Full(day.Month)} {day:yyyy}";

    [GeneratedRegex(@"\A(?<a>[0-9]{1,2})(?<s>[./-])(?<b>[0-9]{1,2})\k<s>(?<year>[0-9]{4}|[0-9]{2})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearLastShape();

    // 2025-06-01 itself is left alone; 20250601 is ISO 8601's basic format, which EDTF does not have.
    [GeneratedRegex(
        @"\A(?![0-9]{4}-[0-9]{2}-[0-9]{2}\z)(?<year>[0-9]{4})((?<s>[./-])(?<month>[0-9]{1,2})\k<s>(?<day>[0-9]{1,2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))\z",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex YearFirstShape();

    [GeneratedRegex(
        @"\A((?<year>[0-9]{4})[./](?<month>[0-9]{1,2})|(?<year>[0-9]{4})-(?<month>[0-9])|(?<month>[0-9]{1,2})[./-](?<year>[0-9]{4}))\z",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex MonthShape();

    [GeneratedRegex(@"\A[0-9]{1,2}([./-][0-9]{1,2}[.]?)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoYearShape();

    [GeneratedRegex(@"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[ t]+(?<time>[0-9]{2}:[0-9]{2}\S*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpacedClockShape();
}
