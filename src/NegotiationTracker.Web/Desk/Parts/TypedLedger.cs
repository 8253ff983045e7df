using System.Text.Json.Nodes;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>The ledger of an exchange that is being typed: what can be read of it is added up, the rest waits.</summary>
internal static class TypedLedger
{
    // All that the arithmetic asks.
    private static readonly string[] Counted = ["agreed", "batches", "totals", "claims"];

    /// <summary>What the figures add up to; null when nothing of the document can be read.</summary>
    /// <param name="kind">The kind of exchanges.</param>
    /// <param name="document">The exchange as typed.</param>
    /// <param name="nameOf">Short name of a party by its slug.</param>
    public static LedgerAccount? Of(RecordKind kind, JsonObject document, Func<string, string> nameOf)
    {
        var copy = new JsonObject();
        foreach (var list in Counted)
            if (document[list] is JsonArray items) copy[list] = items.DeepClone();
        foreach (var (batch, i) in (copy["batches"] as JsonArray ?? []).Select((b, i) => (b as JsonObject, i)))
        {
            if (batch is null || Edtf.TryParse((batch["when"] as JsonObject)?["date"]?.ToString(), out _, out _)) continue;
            // Without a day it has only its place in the list to be called by; no day must be read into it.
            batch["when"] = new JsonObject { ["date"] = "../2100" };
            batch["label"] ??= $"batch {i + 1}";
        }
        return DocumentReader.Read(kind, copy).Document is ExchangeDocument exchange ? Ledger.Of(exchange, nameOf) : null;
    }
}
