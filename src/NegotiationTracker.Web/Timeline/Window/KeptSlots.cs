using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>
/// Slots of facets, kept in memory until something is published: who moves and zooms asks for the same stretches of the axis again and again. A facet
/// too small to have slots has its marks counted here.
/// </summary>
internal sealed class KeptSlots(Publications publications, TimeProvider time)
{
    // Read and kept as a whole. A window of the usual width lies in two to four of them.
    private const int SlotsOfBlock = 128;

    // Some forty megabytes, eighty at most.
    private const int Most = 24_000;

    private readonly KeptUntilPublished<(int Facet, SlotUnit Unit, long Block), IReadOnlyList<LaneSlot>> _kept = new(publications, time, Most);

    /// <summary>Adds the slots of facets in a stretch of the axis to their lanes.</summary>
    public async Task AddAsync(NpgsqlConnection connection, IReadOnlyCollection<LaneFacet> facets, DateTimeOffset from, DateTimeOffset to, SlotLength length, LaneSet lanes, CancellationToken ct)
    {
        var ticks = length.Typical.Ticks * SlotsOfBlock;
        var (first, end) = (from.UtcTicks / ticks, (to.UtcTicks + ticks - 1) / ticks);
        var keys = facets.SelectMany(f => Enumerable.Range(0, (int)(end - first)).Select(i => (f.Id, length.Unit, first + i))).ToList();
        var facetOf = facets.ToDictionary(f => f.Id);
        var found = await _kept.GetAsync(keys, missing => ReadAsync(connection, missing, facetOf, length, ticks, ct));
        foreach (var key in keys)
        {
            foreach (var slot in found[key])
                if (slot.Start >= from.UtcTicks && slot.Start < to.UtcTicks) lanes.Of(facetOf[key.Id].Lane).Add(slot);
        }
    }

    // All that lies between the first and the last block that is missing; of what is kept already nothing is taken twice.
    private static async Task<IEnumerable<KeyValuePair<(int Facet, SlotUnit Unit, long Block), IReadOnlyList<LaneSlot>>>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyCollection<(int Facet, SlotUnit Unit, long Block)> missing, Dictionary<int, LaneFacet> facetOf, SlotLength length, long ticks, CancellationToken ct)
    {
        var read = missing.ToDictionary(m => m, _ => new LaneSlots(""));
        var (first, end) = (At(missing.Min(m => m.Block)), At(missing.Max(m => m.Block) + 1));
        await using var command = new NpgsqlCommand(
            """
            select facet_id, start, entries, disputed, top from record.timeline_slots where facet_id = any($1) and unit = $2 and start >= $3 and start < $4
            union all
            select facet_id, at, 1, disputed::int, worth from record.timeline_marks where facet_id = any($5) and at >= $3 and at < $6
            """, connection)
        {
            Parameters =
            {
                new() { Value = Ids(isCounted: true) }, new() { Value = (short)length.Unit }, new() { Value = first }, new() { Value = end },
                // A month begins in one block and ends in the next.
                new() { Value = Ids(isCounted: false) }, new() { Value = length.EndOf(length.StartOf(end)) },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var at = reader.GetDateTime(1).Ticks;
            var start = length.StartOf(new DateTimeOffset(at, TimeSpan.Zero)).UtcTicks;
            if (read.TryGetValue((reader.GetInt32(0), length.Unit, start / ticks), out var slots)) slots.Add(new LaneSlot(start, at, reader.GetInt32(2), reader.GetInt32(3), reader.GetInt64(4)));
        }
        return read.Select(r => KeyValuePair.Create(r.Key, r.Value.InOrder));

        int[] Ids(bool isCounted) => [.. missing.Select(m => m.Facet).Distinct().Where(id => facetOf[id].IsCounted == isCounted)];

        DateTimeOffset At(long block) => new(Math.Min(block * ticks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
    }
}
