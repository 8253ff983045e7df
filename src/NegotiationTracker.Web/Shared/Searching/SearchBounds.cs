namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>How much of what a search finds is looked at, in records.</summary>
/// <param name="Ranked">The most that are ranked.</param>
/// <param name="OfMany">The most that are ranked of more than are counted.</param>
/// <param name="Counted">Up to here all are looked at.</param>
/// <param name="Listed">Up to here all are listed, so that the important and latest of them need not be looked for.</param>
/// <param name="Looked">The most that are looked through for a phrase of words that very many have.</param>
public sealed record SearchBounds(int Ranked, int OfMany, int Counted, int Listed, int Looked)
{
    /// <summary>Those of the pages and the API.</summary>
    public static SearchBounds Usual { get; } = new(1_000, 500, 1_500, 2_500, 800);
}
