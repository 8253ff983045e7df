using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>
/// One part of a seed's record: all that happened in one stretch of its years. Stretches refer to the cast and to themselves, never to each other,
/// so they can be written one by one in bounded memory.
/// </summary>
internal static class Stretch
{
    /// <summary>Timeline entries of a full one.</summary>
    public const int Entries = 8_000;

    // What comes how often, by hundredths.
    private static readonly (int UpTo, Func<Scene, RecordDocument> Write)[] Mix =
        [
            (17, TalksAuthor.Talks), (32, s => s.Talks is { } talks ? TalksAuthor.Delegation(s, talks) : TalksAuthor.Talks(s)), (48, PaperAuthor.Proposal), (63, PaperAuthor.Commitment),
            (77, GroundAuthor.Exchange), (83, GroundAuthor.Ceasefire), (93, GroundAuthor.Statement), (100, GroundAuthor.Incident),
        ];

    /// <summary>How many stretches make up so many entries.</summary>
    public static int CountFor(int entries) => (entries + Entries - 1) / Entries;

    /// <summary>Writes the documents of a stretch, with exactly its share of the entries.</summary>
    /// <param name="cast">Who is in it.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Number of the stretch, from 0.</param>
    /// <param name="entries">Entries of the whole record.</param>
    public static List<PublishItem> Write(Cast cast, int seed, int number, int entries)
    {
        var (first, share) = (number * Entries, Math.Min(Entries, entries - (number * Entries)));
        var dice = Dice.For(seed, Cast.Part + 1 + number);
        var scene = new Scene(cast, dice, number + 1);
        for (var done = 0; done < share;)
        {
            scene.Day = cast.Calendar.DayAt((first + done) / (double)entries);
            var chance = dice.Below(100);
            var document = Disputes.In(scene, Mix.First(m => chance < m.UpTo).Write(scene));
            var count = EntriesOf(document);
            // The last ones must come out even, and statements have one entry each.
            if (done + count > share) (document, count) = (GroundAuthor.Statement(scene), 1);
            scene.Add(document);
            done += count;
        }
        return scene.Items;
    }

    private static int EntriesOf(RecordDocument document) => Kinds.Get(document.Kind).Chronology(document).Count();
}
