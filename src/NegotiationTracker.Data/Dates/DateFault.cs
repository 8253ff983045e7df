namespace NegotiationTracker.Data.Dates;

/// <summary>Words for what is wrong with a date.</summary>
internal static class DateFault
{
    private const int LongestQuote = 40;

    public const string Expected = "write it like 2025, 2025-06, 2025-06-01 or 2025-06-01T20:25+03:00";

    /// <summary>The text in quotes, cut and without characters that no log, page or database would take (NUL, half a surrogate pair).</summary>
    public static string Quote(string text)
    {
        var cut = text.Length > LongestQuote ? text[..LongestQuote] : text;
        var runes = cut.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? System.Text.Rune.ReplacementChar : rune);
        return $"'{string.Concat(runes)}{(cut.Length < text.Length ? "…" : "")}'";
    }
}
