using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;
using static NegotiationTracker.Data.Exchanges.LedgerFindingKind;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>Says in words what is found when the sums of an exchange are held against its figures.</summary>
internal static partial class LedgerFindings
{
    public static IReadOnlyList<LedgerFinding> Of(ExchangeDocument exchange, IReadOnlyList<LedgerSide> sides, Func<string, string> nameOf) =>
        [
            .. sides.SelectMany(side => Side(exchange, side, nameOf(side.Party))),
            .. exchange.Agreed.SelectMany(f => Agreed(exchange, f, sides, nameOf)),
            .. exchange.Totals.SelectMany(f => Total(exchange, f, sides, nameOf)),
            .. exchange.Claims.SelectMany(c => LeftOut(exchange, c, sides)),
        ];

    private static IEnumerable<LedgerFinding> Side(ExchangeDocument exchange, LedgerSide side, string name)
    {
        var counted = side.Batches.Where(b => b.State is LedgerBatchState.Counted or LedgerBatchState.Rival).ToList();
        if (counted.Count > 1 && counted.TrueForAll(b => b.Count.IsExact) && counted.Count == side.Batches.Count)
            yield return new(Meets, $"To {name}: {string.Join(" + ", counted.Select(b => LedgerRange.Number(b.Count.Low)))} = {side.Delivered}.", []);
        foreach (var batch in counted.Where(b => b.State == LedgerBatchState.Rival))
            yield return new(Conflict, $"To {name} {DayOf(batch.Batch)}, sources differ: {string.Join("; ", batch.Rivals.Select(r => $"{r.Count} ({Who(r.Claimant)})"))}. The sum takes the whole range.", batch.Batch.Figures);
        foreach (var batch in side.Batches) foreach (var finding in Composition(batch, side.Party, name)) yield return finding;
        if (side.Withheld > 0)
        {
            yield return new(Withheld, $"To {name}: the number was withheld for {Batches(side, LedgerBatchState.Withheld, exchange)}. "
                + (side.Delivered.Low > 0 ? $"What is known adds up to {side.Delivered}: a lower bound. " : "") + "Withheld is not zero.", []);
        }
        if (side.NotReported > 0 && side.NotReported < side.Batches.Count)
            yield return new(CannotSay, $"To {name}: nobody reports a number for {Batches(side, LedgerBatchState.NotReported, exchange)}; that is not zero either.", []);
    }

    // The same number with another composition is worth a word, though no sum changes.
    private static IEnumerable<LedgerFinding> Composition(LedgerBatch batch, string party, string name)
    {
        if (batch.State != LedgerBatchState.Counted) yield break;
        var accounts = batch.Batch.Figures.Where(f => f.To == party && f.Rank != Rank.Deprecated && LedgerRange.Of(f) is not null).GroupBy(f => f.Claimant ?? "").ToList();
        if (accounts.Count < 2 || accounts.Select(a => string.Join(' ', a.Select(f => f.Category).Order())).Distinct().Count() == 1) yield break;
        var words = accounts.Select(a => $"{string.Join(" and ", a.Select(f => $"{LedgerRange.Of(f)} {f.Words ?? f.Category.ToString()}"))} ({Who(a.Key)})");
        yield return new(Conflict, $"To {name} {DayOf(batch.Batch)}: {string.Join("; ", words)}. The sum is {batch.Count}; who they were is told differently.", batch.Batch.Figures);
    }

    private static IEnumerable<LedgerFinding> Agreed(ExchangeDocument exchange, Figure figure, IReadOnlyList<LedgerSide> sides, Func<string, string> nameOf)
    {
        if (LedgerRange.Of(figure) is not { } agreed || exchange.Batches.Count == 0 || figure.InsideAgreement == false) yield break;
        var words = $"the {Word(figure, agreed)} agreed{Says(figure)}";
        if (figure.Counting == Counting.BothSides)
        {
            var half = exchange.Agreed.FirstOrDefault(f => f.To is null && f.Counting == Counting.PerSide && f.Best * 2 == figure.Best);
            if (half is not null) yield return new(Meets, $"“{figure.Words ?? agreed.ToString()}” and “{half.Words ?? $"{half.Best}"}” are one agreement in two notations: twice {LedgerRange.Number(half.Best!.Value)} is {LedgerRange.Number(figure.Best!.Value)}.", [figure, half]);
            yield return Compare(sides.Aggregate(LedgerRange.Zero, (sum, s) => sum + s.Delivered), agreed, $"Both ways together", words, figure);
            yield break;
        }
        foreach (var side in sides.Where(s => figure.To is null || s.Party == figure.To))
            yield return Compare(side.Delivered, agreed, $"To {nameOf(side.Party)}", words, figure);
    }

    private static LedgerFinding Compare(LedgerRange delivered, LedgerRange agreed, string where, string words, Figure figure)
    {
        var expected = figure.Bound == Bound.Expected;
        if (expected) words = words.Replace(" agreed", " expected", StringComparison.Ordinal);
        if (delivered.IsExact && agreed.Low <= delivered.Low && (agreed.High is null || delivered.Low <= agreed.High)) return new(Meets, $"{where}: {delivered} delivered meets {words}.", [figure]);
        if (agreed.High is { } most && delivered.Low > most) return new(Exceeds, $"{where}: {delivered} delivered is {LedgerRange.Number(delivered.Low - most)} more than {words}.", [figure]);
        if (delivered.High is { } high && high < agreed.Low) return new(Short, $"{where}: {delivered} delivered falls {LedgerRange.Number(agreed.Low - high)} short of {words}.", [figure]);
        return new(CannotSay, $"{where}: {delivered} delivered can't be held against {words}: the sum is not exact.", [figure]);
    }

    private static IEnumerable<LedgerFinding> Total(ExchangeDocument exchange, Figure figure, IReadOnlyList<LedgerSide> sides, Func<string, string> nameOf)
    {
        if (LedgerRange.Of(figure) is not { } total || exchange.Batches.Count == 0) yield break;
        if (figure.Category == FigureCategory.HandOver)
        {
            yield return exchange.Batches.Count == total.Low && total.IsExact
                ? new(Meets, $"{total} hand-overs reported{Says(figure)}: as many as there are batches here.", [figure])
                : new(Conflict, $"{total} hand-overs reported{Says(figure)} ({Plain(figure.Words)}); there are {exchange.Batches.Count} batches here.", [figure]);
            yield break;
        }
        if (figure.Counting == Counting.Cumulative)
        {
            yield return new(RunningTotal, RunningTotalWords(figure, total, sides, nameOf), [figure]);
            yield break;
        }
        if (figure.Counting == Counting.BothSides)
        {
            yield return Against(total, sides.Aggregate(LedgerRange.Zero, (sum, s) => sum + s.Delivered), "Both ways together", figure, []);
            yield break;
        }
        foreach (var side in sides.Where(s => figure.To is null || s.Party == figure.To))
        {
            var all = figure.Category is FigureCategory.Everyone or FigureCategory.Body;
            var sum = all ? side.Delivered : Ledger.SumOf(exchange, side.Party, figure.Category);
            if (sum is { } known) yield return Against(total, known, $"To {nameOf(side.Party)}", figure, all || known == side.Delivered ? side.Batches : []);
        }
    }

    private static LedgerFinding Against(LedgerRange total, LedgerRange sum, string where, Figure figure, IReadOnlyList<LedgerBatch> batches)
    {
        var words = $"the total of {total}{Says(figure)}";
        if (!sum.IsExact || !total.IsExact)
        {
            var known = batches.Where(b => b.State is LedgerBatchState.NotReported or LedgerBatchState.Withheld).ToList();
            if (total.IsExact && known.Count > 0 && total.Low >= sum.Low)
                return new(CannotSay, $"{where}: {words} leaves {LedgerRange.Number(total.Low - sum.Low)} for the {(known.Count == 1 ? "batch" : "batches")} without a number ({string.Join(", ", known.Select(b => ShortDayOf(b.Batch)))}).", [figure]);
            return sum.Low <= (total.High ?? long.MaxValue) && total.Low <= (sum.High ?? long.MaxValue)
                ? new(CannotSay, $"{where}: {words} fits with what the batches give ({sum}); neither proves the other.", [figure])
                : new(Conflict, $"{where}: {words} does not fit with what the batches give ({sum}).", [figure]);
        }
        var difference = total.Low - sum.Low;
        if (difference == 0) return new(Meets, $"{where}: {words} is what the batches add up to.", [figure]);
        if (difference < 0 && Missing(batches, -difference) is { } missing)
            return new(MissingBatch, $"{where}: {words} is {LedgerRange.Number(-difference)} less than the batches add up to ({sum}), the size of {missing}: that list leaves it out.", [figure]);
        return new(Conflict, $"{where}: the batches add up to {sum}; {words} is {LedgerRange.Number(Math.Abs(difference))} {(difference > 0 ? "higher" : "lower")}.", [figure]);
    }

    private static string RunningTotalWords(Figure figure, LedgerRange total, IReadOnlyList<LedgerSide> sides, Func<string, string> nameOf)
    {
        var side = sides.FirstOrDefault(s => s.Party == figure.To);
        var to = figure.To is null ? "" : $" to {nameOf(figure.To)}";
        var sum = LedgerRange.Zero;
        foreach (var batch in side?.Batches ?? [])
        {
            sum += batch.Count;
            if (sum.IsExact && total.IsExact && sum.Low == total.Low && batch != side!.Batches[^1])
                return $"{total}{to}{Says(figure)} is the state up to {ShortDayOf(batch.Batch)}: the batches until then add up to it.";
        }
        return $"{total}{to} ({Plain(figure.Words)}){Says(figure)} is a running total over a longer time, not part of this sum.";
    }

    // A source's list that leaves days out: what it adds up to is computed, so that the number is recognised where it is printed.
    private static IEnumerable<LedgerFinding> LeftOut(ExchangeDocument exchange, Claim claim, IReadOnlyList<LedgerSide> sides)
    {
        if (claim.Field != "batch_missing") yield break;
        var days = DayNumbers().Matches(claim.Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToHashSet();
        foreach (var side in sides.Where(s => s.Delivered.IsExact))
        {
            var left = side.Batches.Where(b => b.Batch.When.Date.Days.First is { } day && days.Contains(day.Day) && claim.Value.Contains(day.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase)).ToList();
            if (left.Count == 0) continue;
            var missing = left.Aggregate(LedgerRange.Zero, (sum, b) => sum + b.Count).Low;
            yield return new(MissingBatch, $"A list that leaves out {string.Join(" and ", left.Select(b => ShortDayOf(b.Batch)))} adds up to {LedgerRange.Number(side.Delivered.Low - missing)}, {LedgerRange.Number(missing)} less than {side.Delivered}.", []);
        }
    }

    private static string? Missing(IReadOnlyList<LedgerBatch> batches, long difference)
    {
        var ofThatSize = batches.Where(b => b.Count.IsExact && b.Count.Low == difference).ToList();
        return ofThatSize.Count == 0 ? null : $"the batch of {string.Join(" or ", ofThatSize.Select(b => ShortDayOf(b.Batch)))}";
    }

    private static string Batches(LedgerSide side, LedgerBatchState state, ExchangeDocument exchange)
    {
        var names = side.Batches.Where(b => b.State == state).Select(b => b.Batch.Label ?? ShortDayOf(b.Batch)).ToList();
        return names.Count == side.Batches.Count ? names.Count == 1 ? "it" : $"all {names.Count} batches" : names.Count > 3 ? $"{names.Count} of {exchange.Batches.Count} batches ({names[0]} to {names[^1]})" : string.Join(", ", names);
    }

    private static string Word(Figure figure, LedgerRange range) => figure.Bound == Bound.AtLeast && range.High is null ? $"at least {LedgerRange.Number(range.Low)}" : range.ToString();

    private static string Says(Figure figure) => figure.Claimant is { } claimant ? $" ({claimant})" : "";

    private static string Who(string claimant) => claimant.Length == 0 ? "claimant not named" : claimant;

    private static string Plain(string? words) => (words ?? "").Replace('_', ' ');

    private static string DayOf(Batch batch) => batch.When.Date.Days.First is null ? $"in {ShortDayOf(batch)}" : $"on {ShortDayOf(batch)}";

    private static string ShortDayOf(Batch batch) => batch.When.Date.Days.First is { } day ? day.ToString("d MMMM", CultureInfo.InvariantCulture) : batch.Label ?? batch.When.Words();

    [GeneratedRegex(@"\b[0-9]{1,2}\b", RegexOptions.None, 500)]
    private static partial Regex DayNumbers();
}
