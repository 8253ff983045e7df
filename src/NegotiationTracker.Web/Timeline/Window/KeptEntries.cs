using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry as windows show it.</summary>
/// <param name="RecordId">Its record.</param>
/// <param name="Answer">The entry in brief.</param>
/// <param name="Promise">The promise that the record is; null for a record of another kind.</param>
internal sealed record BriefEntry(Guid RecordId, EntryAnswer Answer, WindowSpan? Promise);

/// <summary>Entries in brief, kept in memory until something is published: who zooms and moves sees the important ones in every window.</summary>
internal sealed class KeptEntries(Publications publications, TimeProvider time)
{
    // Some forty megabytes.
    private const int Most = 40_000;

    private readonly KeptUntilPublished<long, BriefEntry> _kept = new(publications, time, Most);

    /// <summary>Entries by their numbers, in the order of time.</summary>
    /// <param name="context">Where to read; its connection is open.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<List<BriefEntry>> LoadAsync(RecordContext context, IEnumerable<long> numbers, CancellationToken ct)
    {
        var found = await _kept.GetAsync(numbers, async missing =>
        {
            var rows = await TimelineRows.NumberedAsync(context, [.. missing], ct);
            var promises = await WindowSpans.PromisesAsync((NpgsqlConnection)context.Database.GetDbConnection(), [.. rows.Where(e => e.RecordKind == "commitments").Select(e => e.RecordId).Distinct()], ct);
            return rows.Select(e => KeyValuePair.Create(e.Number, new BriefEntry(e.RecordId, EntryAnswers.Brief(e), promises.GetValueOrDefault(e.RecordId))));
        });
        return [.. found.Values.OrderBy(e => e.Answer.At).ThenBy(e => e.Answer.Number)];
    }
}
