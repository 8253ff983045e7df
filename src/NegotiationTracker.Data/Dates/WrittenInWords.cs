using System.Globalization;

namespace NegotiationTracker.Data.Dates;

/// <summary>Dates with an English month name: "May 5", "5 May 2025", "May 2025".</summary>
internal static class WrittenInWords
{
    private static readonly char[] Separators = [' ', ',', '.', '-'];
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];

    /// <returns>Why the text is refused and what to write; null when it names no month.</returns>
    public static string? Explain(string text)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 3) return null;

        var months = words.Select(MonthNames.Find).Where(found => found > 0).ToList();
        var numbers = words.Select(Number).OfType<int>().ToList();
        if (months.Count != 1 || numbers.Count != words.Length - 1) return null;

        var month = months[0];
        var years = numbers.Where(number => number is >= 1000 and <= 9999).ToList();
        var days = numbers.Except(years).Where(number => number is >= 1 and <= 31).ToList();
        var monthText = $"{(years.Count == 1 ? years[0] : 2025):0000}-{month:00}";
        var example = days.Count == 1 ? $"{monthText}-{days[0]:00}" : monthText;
        return years.Count == 1 && days.Count == numbers.Count - 1
            ? $"{DateFault.Quote(text)} is written in words; write {example}."
            : $"{DateFault.Quote(text)} is ambiguous: it does not say the year in four digits; write it like {example}.";
    }

    private static int? Number(string word)
    {
        var digits = Ordinals.Any(ordinal => word.EndsWith(ordinal, StringComparison.OrdinalIgnoreCase)) ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
