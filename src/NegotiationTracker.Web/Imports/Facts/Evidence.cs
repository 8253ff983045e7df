using NegotiationTracker.Data.Proposals;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Which record keeps a commitment: the one delivered by the promisers in exactly the days on which it was kept.</summary>
internal static class Evidence
{
    public static FactsEntry? Of(FactsReading reading, FactsEntry commitment, string kept)
    {
        var exchanges = reading.Entries("exchanges").Where(e => Span(e) == kept && Fits(commitment, e)).ToList();
        if (exchanges.Count == 1) return exchanges[0];
        var papers = reading.Entries("proposals").Where(p => p.Texts("authors").SequenceEqual([commitment.Text("promiser") ?? ""]) && WasHandedOver(p, kept)).ToList();
        return papers.Count == 1 ? papers[0] : null;
    }

    /// <summary>The talks in which it was made: those that link it, or those that agreed the exchange that keeps it, on the day it was made.</summary>
    public static FactsEntry? MadeIn(FactsReading reading, FactsEntry commitment, FactsEntry? evidence, string? made)
    {
        if (made is null) return null;
        var linked = reading.Entries("talks").Where(t => t.Linked("commitments").Contains(commitment.Id));
        var agreed = evidence?.Text("agreed_at") is { } id && reading.Find(id) is { } talks ? [talks] : Array.Empty<FactsEntry>();
        return linked.Concat(agreed).FirstOrDefault(t => Covers(t.Date(), made));
    }

    private static bool Covers(string? edtf, string day) =>
        edtf is not null && string.CompareOrdinal(DayWords.First(edtf), DayWords.First(day)) <= 0 && string.CompareOrdinal(DayWords.First(day), DayWords.Last(edtf)) <= 0;

    private static bool Fits(FactsEntry commitment, FactsEntry exchange) => (commitment.Text("what") ?? "").Says("bodies") == ExchangeMapping.IsBodies(exchange);

    private static string? Span(FactsEntry exchange)
    {
        var days = exchange.BatchDays().ToList();
        return days.Count == 0 ? null : days.Count == 1 ? days[0] : $"{days[0]}/{days[^1]}";
    }

    private static bool WasHandedOver(FactsEntry proposal, string day) => proposal.List("status_history").Any(step =>
        step.TextOf("date") == day && step.TextOf("status") is { } words && ProposalMapping.StatusOf(words) == ProposalStatus.HandedOver);
}
