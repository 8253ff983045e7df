using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>
/// What people write when they mean a date, as the EDTF that says it: "16 May 2025", "23–25 May 2025", "end of May 2025", "16 мая 2025", 01.06.2025.
/// Each is an offer for the editor to take or leave, never taken by itself: where a text can mean two days, both are offered.
/// </summary>
public static partial class MeantDates
{
    private const int MaxLength = 60;

    /// <summary>What a text that is no EDTF can mean, as EDTF; none when it is a date already or names no year.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="year">The year that is meant where none is named, as in a report of the day; null to offer nothing then.</param>
    public static IReadOnlyList<string> Of(string? text, int? year = null)
    {
        var typed = Blanks().Replace(text ?? "", " ").Trim().TrimEnd('.').ToLowerInvariant();
        if (typed.Length is 0 or > MaxLength || Edtf.TryParse(text, out _, out _)) return [];
        typed = Around().Match(typed).Groups["rest"].Value;
        if (year is { } assumed && !Year().IsMatch(typed)) typed = ClockAlone().Match(typed) is { Success: true } at ? $"{at.Groups["day"].Value} {assumed}, {at.Groups["clock"].Value}" : $"{typed} {assumed}";
        if (typed.Length == 0) return [];
        var (core, mark) = About().Match(typed) is { Success: true } about ? (about.Groups["rest"].Value, "~") : (typed, "");
        return [.. Read(core).Select(date => date + (date.Contains('/', StringComparison.Ordinal) || date.Contains('T', StringComparison.Ordinal) ? "" : mark)).Where(d => Edtf.TryParse(d, out _, out _)).Distinct().Take(2)];
    }

    private static IEnumerable<string> Read(string text)
    {
        if (Clock().Match(text) is { Success: true } clock) return Read(clock.Groups["day"].Value.Trim(' ', ',')).Concat(Days(clock.Groups["day"].Value.Trim(' ', ','))).Where(d => d.Length == 10).Select(d => $"{d}T{clock.Groups["hour"].Value.PadLeft(2, '0')}:{clock.Groups["minute"].Value}");
        if (Part().Match(text) is { Success: true } part && Month(part.Groups["month"].Value) is > 0 and var within) return [PartOfMonth(part.Groups["part"].Value, int.Parse(part.Groups["year"].Value), within)];
        if (Range().Match(text) is { Success: true } range) return Between(range);
        if (Numbers().Match(text) is { Success: true } numbers) return [$"{numbers.Groups["year"].Value}-{Two(numbers, "b")}-{Two(numbers, "a")}", $"{numbers.Groups["year"].Value}-{Two(numbers, "a")}-{Two(numbers, "b")}"];
        if (ShortYear().Match(text) is { Success: true } printed) return [$"20{printed.Groups["year"].Value}-{Two(printed, "month")}-{Two(printed, "day")}"];
        if (YearFirst().Match(text) is { Success: true } first) return [first.Groups["day"].Success ? $"{first.Groups["year"].Value}-{Two(first, "month")}-{Two(first, "day")}" : $"{first.Groups["year"].Value}-{Two(first, "month")}"];
        return InWords(text) is { } day ? [day] : [];
    }

    // A day that is EDTF already stands before a clock time with a blank between.
    private static IEnumerable<string> Days(string text) => Edtf.TryParse(text, out _, out _) ? [text] : [];

    private static string? InWords(string text) =>
        DayMonth().Match(text) is { Success: true } match && Month(match.Groups["month"].Value) is > 0 and var month
            ? match.Groups["day"].Success ? $"{match.Groups["year"].Value}-{month:00}-{Two(match, "day")}" : $"{match.Groups["year"].Value}-{month:00}"
            : null;

    private static IEnumerable<string> Between(Match range)
    {
        var (month, year) = (Month(range.Groups["month"].Value), range.Groups["year"].Value);
        var from = range.Groups["month1"].Success ? Month(range.Groups["month1"].Value) : month;
        if (month == 0 || from == 0) yield break;
        yield return $"{year}-{from:00}-{Two(range, "from")}/{year}-{month:00}-{Two(range, "to")}";
    }

    private static string PartOfMonth(string part, int year, int month) => part switch
    {
        "early" or "beginning of" or "start of" => $"{year}-{month:00}-01/{year}-{month:00}-10",
        "mid" or "middle of" => $"{year}-{month:00}-11/{year}-{month:00}-20",
        _ => $"{year}-{month:00}-21/{year}-{month:00}-{(year is > 0 and < 9999 ? DateTime.DaysInMonth(year, month) : 30):00}",
    };

    private static string Two(Match match, string group) => match.Groups[group].Value.PadLeft(2, '0');

    private static int Month(string word) => MonthNames.Find(word.TrimEnd('.')) is > 0 and var english ? english : Array.FindIndex(Cyrillic, stems => stems.Split(' ').Any(s => word.StartsWith(s, StringComparison.Ordinal))) + 1;

    // Stems of the Russian and the Ukrainian name of each month: sources print "16 мая" and "16 травня".
    private static readonly string[] Cyrillic =
        ["январ січ", "феврал лют", "март берез", "апрел квіт", "мая май трав", "июн черв", "июл лип", "август серп", "сентябр верес", "октябр жовт", "ноябр листопад", "декабр груд"];

    [GeneratedRegex(@"\s+", RegexOptions.None, 500)]
    private static partial Regex Blanks();

    // "on Sunday, 1 June at 20:25 (Kyiv time)", "on the evening of June 1", "в воскресенье, 1 июня": what stands around the day names no other.
    [GeneratedRegex(@"\A((on|at|в|во|у) )?(the )?((late |early )?(morning|afternoon|evening|night) of )?((on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|понеділок|вівторок|середу|четвер|п['’ʼ]ятницю|суботу|неділю),? )?(?<rest>.*?)(,? (in the )?(morning|afternoon|evening|at night|утром|днем|днём|вечером|ночью|вранці|вдень|ввечері|вночі))?( \([\p{L} ]{3,30}\))?\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Around();

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])|[0-9]{6,}|[0-9][./-][0-9]{1,2}[./-][0-9]", RegexOptions.None, 500)]
    private static partial Regex Year();

    [GeneratedRegex(@"\A(?<day>[^:]{4,40}?)(,| at| в| о)? (?<clock>[0-2]?[0-9][:.][0-5][0-9])\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex ClockAlone();

    [GeneratedRegex(@"\A(about|around|circa|ca?\.|approximately|примерно|около|близько) ?(?<rest>.+)\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex About();

    [GeneratedRegex(@"\A(?<day>.{8,40}?)(,| at|  | в| о)? (?<hour>[0-2]?[0-9])[:.](?<minute>[0-5][0-9])\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\A(the )?(?<part>early|beginning of|start of|mid|middle of|late|end of)[ -](?<month>\p{L}{3,12})\.?,? (?<year>[0-9]{4})\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Part();

    [GeneratedRegex(@"\A(between |from )?(?<from>[0-9]{1,2})( (?<month1>\p{L}{3,12})\.?)? ?(-|–|—|to|and|until) ?(?<to>[0-9]{1,2}) (?<month>\p{L}{3,12})\.?,? (?<year>[0-9]{4})\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Range();

    [GeneratedRegex(@"\A(?<a>[0-9]{1,2})(?<s>[./-])(?<b>[0-9]{1,2})\k<s>(?<year>[0-9]{4})\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Numbers();

    // 02.06.25: agencies of the region print the day first, and dots.
    [GeneratedRegex(@"\A(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[2-4][0-9])\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"\A(?<year>[0-9]{4})([./-](?<month>[0-9]{1,2})([./-](?<day>[0-9]{1,2}))?|(?<month>[0-9]{2})(?<day>[0-9]{2}))\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A((?<day>[0-9]{1,2})(st|nd|rd|th)?( of)?[ -](?<month>\p{L}{3,12})|(?<month>\p{L}{3,12})\.? (?<day>[0-9]{1,2})(st|nd|rd|th)?|(?<month>\p{L}{3,12}))\.?,?[ -](?<year>[0-9]{4})( г| р| года| року)?\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex DayMonth();
}
