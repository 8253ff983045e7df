using System.Globalization;

namespace NegotiationTracker.Data.Dates;

/// <summary>English month names, whatever the culture of the thread.</summary>
internal static class MonthNames
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    public static string Full(int month) => English.GetMonthName(month);

    public static string Brief(int month) => English.GetAbbreviatedMonthName(month);

    /// <summary>The month that a word names, in full or by three or more of its letters (Sept); 0 when it names none.</summary>
    public static int Find(string word) =>
        word.Length < 3 ? 0 : Enumerable.Range(1, 12).FirstOrDefault(month => Full(month).StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
