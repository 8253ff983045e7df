namespace NegotiationTracker.Data.Exchanges;

/// <summary>What an exchange's figures add up to, and what is found when they are held against each other.</summary>
/// <param name="Sides">One for each direction, in the order in which they first appear.</param>
/// <param name="Findings">What the arithmetic shows, in words.</param>
public sealed record LedgerAccount(IReadOnlyList<LedgerSide> Sides, IReadOnlyList<LedgerFinding> Findings)
{
    /// <summary>What went both ways together.</summary>
    public LedgerRange Both => Sides.Aggregate(LedgerRange.Zero, (sum, side) => sum + side.Delivered);
}

/// <summary>One direction of an exchange.</summary>
/// <param name="Party">Slug of the party to which they went.</param>
/// <param name="Agreed">What was agreed for this side: the range over all that sources say of it; null when nothing.</param>
/// <param name="Delivered">The sum of the batches. A withheld or unreported batch leaves it without an upper bound; it is not zero.</param>
/// <param name="Batches">What each batch gives.</param>
public sealed record LedgerSide(string Party, LedgerRange? Agreed, LedgerRange Delivered, IReadOnlyList<LedgerBatch> Batches)
{
    /// <summary>Batches whose number was withheld.</summary>
    public int Withheld => Batches.Count(b => b.State == LedgerBatchState.Withheld);

    /// <summary>Batches for which nobody reports a number to this side.</summary>
    public int NotReported => Batches.Count(b => b.State == LedgerBatchState.NotReported);
}

/// <summary>What one batch gives to one side.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="State">Whether there is a number, and whether sources agree on it.</param>
/// <param name="Count">The number, or the range over rival numbers.</param>
/// <param name="Rivals">Each account's own number where several differ, with who says it.</param>
public sealed record LedgerBatch(Batch Batch, LedgerBatchState State, LedgerRange Count, IReadOnlyList<(string Claimant, LedgerRange Count)> Rivals);

/// <summary>What is known of a batch.</summary>
public enum LedgerBatchState { Counted, Rival, Withheld, NotReported }

/// <summary>Something that the arithmetic shows.</summary>
/// <param name="Kind">What sort of finding.</param>
/// <param name="Sentence">The finding in plain English.</param>
/// <param name="Figures">The reported figures that it is about.</param>
public sealed record LedgerFinding(LedgerFindingKind Kind, string Sentence, IReadOnlyList<Figure> Figures);

/// <summary>Sorts of finding.</summary>
public enum LedgerFindingKind
{
    /// <summary>The numbers meet.</summary>
    Meets,

    /// <summary>More than agreed or reported.</summary>
    Exceeds,

    /// <summary>Less than agreed.</summary>
    Short,

    /// <summary>Two reported numbers contradict each other.</summary>
    Conflict,

    /// <summary>A number was withheld on purpose.</summary>
    Withheld,

    /// <summary>A list leaves a batch out.</summary>
    MissingBatch,

    /// <summary>A running total that is not part of this exchange.</summary>
    RunningTotal,

    /// <summary>The number can't be checked with what is reported.</summary>
    CannotSay,
}
