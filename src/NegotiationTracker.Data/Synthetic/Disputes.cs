using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Adds rival values to documents, as sources contradict each other in one record of eight, and differ otherwise in some more.</summary>
internal static class Disputes
{
    private static readonly DifferenceKind[] Harmless = [DifferenceKind.Precision, DifferenceKind.CountOverTime, DifferenceKind.Notation, DifferenceKind.Slip, DifferenceKind.Complementary];
    private static readonly string[] Fields = ["initiative", "duration", "number of participants", "place", "what was agreed"];

    public static RecordDocument In(Scene scene, RecordDocument document)
    {
        var dice = scene.Dice;
        var chance = dice.Unit();
        if (chance > 0.2) return document;
        var (field, isConflict) = (dice.Often(Fields), chance < 0.12);
        Claim Reported(string value) => new() { Field = field, Value = value, Status = isConflict ? ClaimStatus.Conflict : ClaimStatus.Accepted, Citations = scene.Cite(1) };
        var (one, other) = field == "initiative" ? (dice.Often(scene.Cast.Parties).ShortName, dice.Often(Words.States)) : ($"{dice.Between(1, 40)}", $"{dice.Between(41, 80)}");
        return document with
        {
            Claims = [Reported(one), Reported(other)],
            Differences = [new Difference { Field = field, Kind = isConflict ? DifferenceKind.Disagreement : dice.One(Harmless), Note = Prose.Sentence(dice), Highlight = dice.Chance(0.4) }],
        };
    }
}
