using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>Times in what was typed, as people type them: "16 May 2025", "May 2025", 2025-05-16, "16 мая 2025". What happened then is part of the answer.</summary>
internal static class SearchDates
{
    private const int MostLooked = 1_000;
    private const int MostShown = 8;
    private const int MostWords = 5;

    /// <summary>The time that was typed, alone or beside words; null where there is none.</summary>
    public static (Edtf Date, string About)? Find(string text)
    {
        if (Read(text) is { } whole) return (whole, "");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(MostWords, words.Length - 1); count > 0; count--)
            for (var at = 0; at + count <= words.Length; at++)
                // A year beside words stands in many titles: there it is a word like any other.
                if (Read(string.Join(' ', words[at..(at + count)])) is { Precision: not DatePrecision.Year } date)
                    return (date, string.Join(' ', words[..at].Concat(words[(at + count)..])));
        return null;
    }

    /// <summary>What happened in a time; beside words only where to look for it.</summary>
    public static async Task<SearchPeriod?> ReadAsync(RecordContext context, string text, CancellationToken ct)
    {
        if (Find(text) is not ({ Days: ({ } first, { } last) } date, var about) || last == DateOnly.MaxValue) return null;
        if (about.Length > 0) return new SearchPeriod(date.Short(null), first, last, [], 0, false, about);
        var (from, to) = (new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero), new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        var worths = await context.Timeline.Where(e => e.Until == null && e.At >= from && e.At < to).OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Take(MostLooked + 1).Select(e => e.Worth).ToListAsync(ct);
        var numbers = worths.OrderDescending().Take(MostShown).Select(EntryWorth.Number).ToArray();
        var entries = await context.Timeline.AsNoTracking().Where(e => numbers.Contains(e.Number)).OrderBy(e => e.At).ThenByDescending(e => e.Worth).ToListAsync(ct);
        return new SearchPeriod(date.Short(null), first, last, entries, Math.Min(worths.Count, MostLooked), worths.Count <= MostLooked, "");
    }

    private static Edtf? Read(string text) =>
        Edtf.TryParse(text, out var date, out _) || (MeantDates.Of(text) is [var meant, ..] && Edtf.TryParse(meant, out date, out _)) ? date : null;
}
