using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>The timeline entries of an exchange: one for each batch. That it was agreed stands with the talks that agreed it.</summary>
internal static class ExchangeChronology
{
    public static IEnumerable<TimelineDraft> Of(ExchangeDocument exchange) => exchange.Batches.Select(batch => new TimelineDraft
    {
        Kind = EntryKind.BatchDelivered,
        When = batch.When,
        Title = batch.Label is null ? exchange.Title : $"{exchange.Title}, {batch.Label}",
        Place = batch.Place ?? exchange.Place,
        Summary = Counts(batch),
        Importance = batch.Figures.Any(f => f.Best >= 300) ? 4 : 3,
    });

    private static string? Counts(Batch batch)
    {
        var parts = batch.Figures.Where(f => f.Rank != Rank.Deprecated && f.Category != FigureCategory.HandOver)
            .GroupBy(f => f.To)
            .Select(g => (To: g.Key, Words: string.Join(", ", g.Select(Words).Distinct().Take(3))))
            .Where(p => p.Words.Length > 0).ToList();
        return parts.Count == 0 ? batch.Note : string.Join("; ", parts.Select(p => p.To is null ? p.Words : $"to {PartyWord(p.To)}: {p.Words}"));
    }

    private static string Words(Figure figure)
    {
        if (figure.Withheld) return "number withheld";
        var number = figure.Best ?? figure.Low ?? figure.High;
        return number is null ? figure.Words ?? "" : $"{number.Value.ToString("N0")} {figure.Words ?? figure.Category.ToString()}".TrimEnd();
    }

    private static string PartyWord(string slug) => string.Join(' ', slug.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
