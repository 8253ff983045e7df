using System.Globalization;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Days for titles: without clock times, and without "about", which the date itself says.</summary>
internal static class DayWords
{
    public static string Of(string edtf) => Edtf.TryParse(Plain(edtf), out var date, out _) ? date!.Words(sense: IntervalSense.Lasting) : edtf;

    /// <summary>The first day or month in a form for slugs: <c>2025-05-23</c>.</summary>
    public static string First(string edtf)
    {
        var ends = Plain(edtf).Split('/');
        return ends[0] is "" or ".." ? ends[^1] : ends[0];
    }

    /// <summary>Whether a word is an English month, in any case.</summary>
    public static bool IsMonth(string word) => Month(word) > 0;

    /// <summary>The number of an English month; 0 for another word.</summary>
    public static int Month(string word) => Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, m => m.Length > 0 && m.Equals(word, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>The last day or month.</summary>
    public static string Last(string edtf)
    {
        var ends = Plain(edtf).Split('/');
        return ends[^1] is "" or ".." ? ends[0] : ends[^1];
    }

    private static string Plain(string edtf)
    {
        var ends = edtf.Split('/').Select(end => (end.IndexOf('T') is > 0 and var at ? end[..at] : end).TrimEnd('~', '?', '%')).Distinct().ToList();
        return string.Join('/', ends);
    }
}
