using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry as windows show it.</summary>
/// <param name="RecordId">Its record.</param>
/// <param name="Answer">The entry in brief.</param>
internal sealed record BriefEntry(Guid RecordId, EntryAnswer Answer);

/// <summary>Entries in brief, kept in memory until something is published: who zooms and moves sees the important ones in every window.</summary>
internal sealed class KeptEntries(Publications publications, TimeProvider time)
{
    // Some twenty megabytes.
    private const int Most = 20_000;

    private readonly KeptUntilPublished<long, BriefEntry> _kept = new(publications, time, Most);

    /// <summary>Entries by their numbers, in the order of time.</summary>
    public async Task<List<BriefEntry>> LoadAsync(RecordContext context, IEnumerable<long> numbers, CancellationToken ct)
    {
        var found = await _kept.GetAsync(
            numbers,
            async missing => (await TimelineRows.NumberedAsync(context, [.. missing], ct)).Select(e => KeyValuePair.Create(e.Number, new BriefEntry(e.RecordId, EntryAnswers.Brief(e)))));
        return [.. found.Values.OrderBy(e => e.Answer.At).ThenBy(e => e.Answer.Number)];
    }
}
