using NegotiationTracker.Data.Exchanges;

namespace NegotiationTracker.Web.Shared.Records;

/// <summary>A ledger's sums and findings as bars and marks.</summary>
public static class LedgerBars
{
    /// <summary>One bar a side.</summary>
    public static IReadOnlyList<BarView> Of(LedgerAccount account, Func<string, string> nameOf) =>
        [.. account.Sides.Select(side => new BarView($"To {nameOf(side.Party)}", Drawn(side.Agreed), Drawn(side.Delivered), side.Agreed?.ToString() ?? "no number", Delivered(side)))];

    /// <summary>The shape that says a finding's sort again.</summary>
    public static Mark MarkOf(LedgerFindingKind kind) => kind switch
    {
        LedgerFindingKind.Meets => Mark.Full,
        LedgerFindingKind.Exceeds or LedgerFindingKind.Short => Mark.Half,
        LedgerFindingKind.Conflict => Mark.Disputed,
        LedgerFindingKind.MissingBatch => Mark.Late,
        _ => Mark.Open,
    };

    private static string Delivered(LedgerSide side) =>
        side.Delivered is { Low: 0, High: null } ? side.Withheld > 0 ? "withheld" : "not reported" : side.Delivered.ToString();

    private static int? Drawn(LedgerRange? range) => range is { } known && (known.High ?? known.Low) is > 0 and var count ? (int)Math.Min(int.MaxValue, count) : null;
}
