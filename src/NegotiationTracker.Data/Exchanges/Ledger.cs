using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>
/// The arithmetic of an exchange: batches summed for each side as far as they are known, held against what was agreed and what sources report
/// as totals. Nothing is averaged; rival numbers give a range; withheld is neither unknown nor zero.
/// </summary>
public static class Ledger
{
    // Categories that may be a part of another count rather than beside it: "22 wounded, in addition to the 175 or among them".
    private static readonly FigureCategory[] Parts = [FigureCategory.Wounded, FigureCategory.SeriouslyIll, FigureCategory.Under25];

    /// <summary>Adds up an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="nameOf">Short name of a party by its slug, for the sentences.</param>
    public static LedgerAccount Of(ExchangeDocument exchange, Func<string, string> nameOf)
    {
        var sides = exchange.Batches.SelectMany(b => b.Figures).Concat(exchange.Agreed).Concat(exchange.Totals)
            .Select(f => f.To).OfType<string>().Distinct().Select(party => Side(exchange, party)).ToList();
        return new LedgerAccount(sides, LedgerFindings.Of(exchange, sides, nameOf));
    }

    /// <summary>The sum to one side of the figures of one category alone; null when some batch has no number of it for certain.</summary>
    internal static LedgerRange? SumOf(ExchangeDocument exchange, string party, FigureCategory category)
    {
        var counts = exchange.Batches.Select(b => b.Figures.Where(f => f.To == party && f.Category == category && Counts(f)).Select(LedgerRange.Of).OfType<LedgerRange>().ToList()).ToList();
        return counts.TrueForAll(c => c.Count == 0) ? null : counts.Where(c => c.Count > 0).Aggregate(LedgerRange.Zero, (sum, c) => sum + c.Aggregate((a, b) => a.Or(b)));
    }

    private static LedgerSide Side(ExchangeDocument exchange, string party)
    {
        var batches = exchange.Batches.Select(b => BatchOf(b, party)).ToList();
        var agreed = exchange.Agreed.Where(f => Counts(f) && f.Counting == Counting.PerSide && (f.To == party || f.To is null) && f.Bound != Bound.Expected && f.InsideAgreement != false)
            .Select(LedgerRange.Of).OfType<LedgerRange>().ToList();
        var delivered = batches.Count == 0 ? LedgerRange.Unknown : batches.Aggregate(LedgerRange.Zero, (sum, b) => sum + b.Count);
        return new LedgerSide(party, agreed.Count == 0 ? null : agreed.Aggregate((a, b) => a.Or(b)), delivered, batches);
    }

    private static LedgerBatch BatchOf(Batch batch, string party)
    {
        var figures = Ranked([.. batch.Figures.Where(f => f.To == party && Counts(f) && f.Counting == Counting.PerSide)]);
        if (figures.Count == 0) return new LedgerBatch(batch, LedgerBatchState.NotReported, LedgerRange.Unknown, []);
        // What one claimant says is one account; accounts that share a category are rivals, others complete each other.
        var accounts = figures.GroupBy(f => f.Claimant ?? "").Select(g => new Account(g.Key, [.. g])).Where(a => a.Count is not null).ToList();
        if (accounts.Count == 0) return new LedgerBatch(batch, LedgerBatchState.Withheld, LedgerRange.Unknown, []);
        var sum = LedgerRange.Zero;
        var rivals = new List<(string, LedgerRange)>();
        foreach (var group in Rivals(accounts))
        {
            var counts = group.Select(a => a.Count!.Value).Distinct().ToList();
            if (counts.Count > 1) rivals.AddRange(group.Select(a => (a.Claimant, a.Count!.Value)));
            sum += counts.Aggregate((a, b) => a.Or(b));
        }
        return new LedgerBatch(batch, rivals.Count > 0 ? LedgerBatchState.Rival : LedgerBatchState.Counted, sum, rivals);
    }

    private static bool Counts(Figure figure) => figure.Rank != Rank.Deprecated && figure.Category is not (FigureCategory.HandOver or FigureCategory.Other);

    private static List<Figure> Ranked(List<Figure> figures) => figures.Exists(f => f.Rank == Rank.Preferred) ? figures.FindAll(f => f.Rank == Rank.Preferred) : figures;

    private static List<List<Account>> Rivals(List<Account> accounts)
    {
        var groups = new List<List<Account>>();
        foreach (var account in accounts)
        {
            var touching = groups.FindAll(g => g.Exists(a => a.Overlaps(account)));
            groups.RemoveAll(touching.Contains);
            groups.Add([.. touching.SelectMany(g => g), account]);
        }
        return groups;
    }

    private sealed class Account(string claimant, List<Figure> figures)
    {
        public string Claimant => claimant;

        public LedgerRange? Count { get; } = Sum(figures);

        public bool Overlaps(Account other) =>
            Covers(FigureCategory.Everyone) || other.Covers(FigureCategory.Everyone) || Categories.Intersect(other.Categories).Any();

        private IEnumerable<FigureCategory> Categories => figures.Select(f => f.Category);

        private bool Covers(FigureCategory category) => figures.Exists(f => f.Category == category);

        // Where one account gives a whole, its parts are not added; where it gives kinds of people, wounded may be among the others or beside them.
        private static LedgerRange? Sum(List<Figure> figures)
        {
            var known = figures.Where(f => LedgerRange.Of(f) is not null).ToList();
            if (known.Count == 0) return null;
            var whole = known.Where(f => f.Category == FigureCategory.Everyone).ToList();
            if (whole.Count > 0) return Total(whole);
            var beside = known.Where(f => !Parts.Contains(f.Category) || f.InsideAgreement == false).ToList();
            var within = known.Except(beside).ToList();
            if (beside.Count == 0) return Total(within);
            var sum = Total(beside);
            return within.Count == 0 ? sum : sum.Or(sum + Total(within));
        }

        private static LedgerRange Total(List<Figure> figures) =>
            figures.GroupBy(f => f.Category).Select(g => g.Select(f => LedgerRange.Of(f)!.Value).Aggregate((a, b) => a.Or(b))).Aggregate(LedgerRange.Zero, (a, b) => a + b);
    }
}
