using System.Globalization;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Finds where in a document the values of a conflict stand.</summary>
internal static class ConflictPlace
{
    private static readonly string[] Lists = ["", "violations.", "size.", "structure."];

    /// <summary>The field of the claims, or the path of the figures; null when a value stands nowhere.</summary>
    public static string? Find(RecordDocument document, Conflict conflict) =>
        Lists.Select(list => list + conflict.Field).FirstOrDefault(field => conflict.Values.All(v => document.Claims.Any(c => c.Field == field && v.Is(c)))) ?? (document is ExchangeDocument exchange ? InFigures(exchange, conflict) : null);

    private static string? InFigures(ExchangeDocument exchange, Conflict conflict)
    {
        if (conflict.Values.All(v => exchange.Agreed.Any(f => f.Words == v.Value && f.Citations.SequenceEqual(v.Citations)))) return "agreed";
        if (conflict.Values.All(v => exchange.Totals.Any(f => f.Words == conflict.Field && f.Citations.SequenceEqual(v.Citations)))) return $"totals.{conflict.Field}";
        return exchange.Batches.Where(b => conflict.Values.All(v => b.Figures.Any(f => Said(f) == v.Value))).Select(b => $"batches.{b.Key}").FirstOrDefault();
    }

    private static string Said(Figure figure) => $"{figure.Best?.ToString(CultureInfo.InvariantCulture) ?? "not given"} {figure.Words} ({figure.Claimant})";
}
