using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Slots of counted facets, kept in memory until something is published: who moves and zooms asks for the same stretches of the axis again and again.</summary>
internal sealed class KeptSlots(Publications publications, TimeProvider time)
{
    // Read and kept as a whole. A window of the usual width lies in two to four of them.
    private const int SlotsOfBlock = 128;

    // Some forty megabytes, eighty at most.
    private const int Most = 24_000;

    private readonly KeptUntilPublished<(int Facet, SlotUnit Unit, long Block), LaneSlot[]> _kept = new(publications, time, Most);

    /// <summary>Adds the slots of counted facets in a stretch of the axis to their lanes.</summary>
    public async Task AddAsync(NpgsqlConnection connection, IReadOnlyCollection<LaneFacet> facets, DateTimeOffset from, DateTimeOffset to, SlotLength length, LaneSet lanes, CancellationToken ct)
    {
        var ticks = length.Typical.Ticks * SlotsOfBlock;
        var (first, end) = (from.UtcTicks / ticks, (to.UtcTicks + ticks - 1) / ticks);
        var keys = facets.SelectMany(f => Enumerable.Range(0, (int)(end - first)).Select(i => (f.Id, length.Unit, first + i))).ToList();
        var found = await _kept.GetAsync(keys, missing => ReadAsync(connection, missing, ticks, ct));
        var laneOf = facets.ToDictionary(f => f.Id, f => f.Lane);
        foreach (var key in keys)
        {
            foreach (var slot in found[key])
                if (slot.Start >= from.UtcTicks && slot.Start < to.UtcTicks) lanes.Of(laneOf[key.Id]).Add(slot);
        }
    }

    // All that lies between the first and the last block that is missing; of what is kept already nothing is taken twice.
    private static async Task<IEnumerable<KeyValuePair<(int Facet, SlotUnit Unit, long Block), LaneSlot[]>>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyCollection<(int Facet, SlotUnit Unit, long Block)> missing, long ticks, CancellationToken ct)
    {
        var unit = missing.First().Unit;
        var read = missing.ToDictionary(m => m, _ => new List<LaneSlot>());
        await using var command = new NpgsqlCommand("select facet_id, start, entries, disputed, top from record.timeline_slots where facet_id = any($1) and unit = $2 and start >= $3 and start < $4", connection)
        {
            Parameters = { new() { Value = missing.Select(m => m.Facet).Distinct().ToArray() }, new() { Value = (short)unit }, new() { Value = At(missing.Min(m => m.Block)) }, new() { Value = At(missing.Max(m => m.Block) + 1) } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var start = reader.GetDateTime(1).Ticks;
            if (read.TryGetValue((reader.GetInt32(0), unit, start / ticks), out var slots)) slots.Add(new LaneSlot(start, start, reader.GetInt32(2), reader.GetInt32(3), reader.GetInt64(4)));
        }
        return read.Select(r => KeyValuePair.Create(r.Key, r.Value.ToArray()));

        DateTimeOffset At(long block) => new(Math.Min(block * ticks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
    }
}
