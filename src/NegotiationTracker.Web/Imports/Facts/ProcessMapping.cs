using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>The processes themselves: the file names tracks only, so their records are made here and cite the first record on each.</summary>
internal static class ProcessMapping
{
    private static readonly (string Slug, string Title, string Summary)[] All =
    [
        (Tracks.Whole, "Russia-Ukraine ceasefire negotiations, 2025", "Talks, calls, proposals, exchanges and ceasefires of 2025 around the end of the war between Russia and Ukraine."),
        (Tracks.Direct, "Direct talks of Russia and Ukraine, 2025", "The Istanbul track: delegations of both sides in one room, with Türkiye as host."),
        (Tracks.UsRussia, "Talks of the United States and Russia, 2025", "Presidents, ministers and envoys of the United States and Russia."),
        (Tracks.UsUkraine, "Talks of the United States and Ukraine, 2025", "Presidents, ministers and envoys of the United States and Ukraine."),
        (Tracks.Exchanges, "Exchanges of prisoners and hand-overs of the dead, 2025", "What was agreed about prisoners, civilians and bodies, and what was handed over."),
        (Tracks.European, "European consultations, 2025", "Ukraine with its European partners, with and without the United States."),
    ];

    public static IEnumerable<ProcessDocument> Of(IReadOnlyCollection<RecordDocument> documents)
    {
        foreach (var (slug, title, summary) in All)
        {
            if (First(documents, slug) is not { } first) continue;
            yield return new ProcessDocument
            {
                Slug = slug,
                Title = title,
                Summary = summary,
                Names = [new Name { Value = title, Language = "en", Kind = NameKind.Primary }],
                Period = new When { Date = Edtf.Parse("2025") },
                Parent = slug == Tracks.Whole ? null : Tracks.Whole,
                Citations = first.Citations,
            };
        }
    }

    private static RecordDocument? First(IEnumerable<RecordDocument> documents, string process) =>
        documents.Where(d => d.Kind is "talks" or "exchanges" && d.Processes.Contains(process) && d.Citations.Count > 0)
            .MinBy(d => Kinds.Get(d.Kind).Headline(d).When?.Bounds().Earliest ?? DateTimeOffset.MaxValue);
}
