using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>The public note on a conflict, in plain words: what differs, who says which, and what the file adds.</summary>
internal static class ConflictNote
{
    public static string Of(Conflict conflict, DifferenceKind kind, IReadOnlyList<ConflictValue> wrong, NameBook names)
    {
        var (field, values) = (names.Words(conflict.Field), Listed(conflict.Values));
        var sentence = kind switch
        {
            DifferenceKind.Slip when wrong.Count > 0 && wrong.Count < conflict.Values.Count => $"{Listed(wrong)} is an error in a source; {Listed([.. conflict.Values.Except(wrong)])} holds",
            DifferenceKind.Slip => $"An error in a source ({field}): {values}",
            DifferenceKind.Notation => $"The same {field}, written in different ways: {values}",
            DifferenceKind.Precision => $"The values for the {field} are compatible, one is more exact than the other: {values}",
            DifferenceKind.CountOverTime => $"Counts of different moments, not rival counts: {values}",
            DifferenceKind.Complementary => $"Accounts that stand beside each other: {values}",
            _ => conflict.Type == "who asked" ? $"Sources disagree on who asked: {values}" : $"Sources disagree ({field}): {values}",
        };
        return FactsText.Sentences(sentence, conflict.Note)!;
    }

    /// <summary>“about 2 hours”; “a little over an hour” (TASS).</summary>
    public static string Listed(IReadOnlyList<ConflictValue> values) => string.Join("; ", values.Select(v =>
    {
        var said = v.Citations.Select(c => c.Claimant).OfType<string>().Distinct().Where(c => !v.Value.Contains($"({c})", StringComparison.Ordinal)).ToList();
        return $"“{v.Value}”{(said.Count == 0 ? "" : $" ({FactsText.List(said)})")}{(v.Note is null ? "" : $" [{v.Note}]")}";
    }));
}
