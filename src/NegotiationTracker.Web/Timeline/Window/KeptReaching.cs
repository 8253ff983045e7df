using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry that lasts longer than a day, as much of it as choosing needs.</summary>
/// <param name="At">Ticks of where it begins, UTC.</param>
/// <param name="Till">Ticks of where it ends, UTC.</param>
/// <param name="Worth">Importance and number in one, see <see cref="EntryWorth"/>.</param>
internal readonly record struct LastingEntry(long At, long Till, long Worth);

/// <summary>Entries that lasted in a month, by what windows are narrowed to, kept in memory until something is published: who moves and zooms stays in the same months.</summary>
internal sealed class KeptReaching(Publications publications, TimeProvider time)
{
    // Some thirty megabytes of a record of a million entries.
    private const int Most = 1_000;

    private static readonly SlotLength Month = SlotLength.Of(SlotUnit.Month);

    private readonly KeptUntilPublished<(FacetKind Dimension, string Key, string? Kind, DateTimeOffset Month), LastingEntry[]> _kept = new(publications, time, Most);

    /// <summary>Numbers of the entries that began before a window and reach into it: the most important, of these the latest.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="question">What is asked for; its filters name one facet.</param>
    /// <param name="facets">What answers it.</param>
    /// <param name="most">The most numbers.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IEnumerable<long>> ReadAsync(NpgsqlConnection connection, WindowQuestion question, IReadOnlyCollection<LaneFacet> facets, int most, CancellationToken ct)
    {
        var parts = facets.Where(f => !f.IsWhole).ToList();
        if (parts.Count == 0 || CountedFacets.Base(question.Filter, question.AsOf) is not var (dimension, key)) return [];
        var (from, kind, month) = (question.From.UtcTicks, question.Filter.Kind, Month.StartOf(question.From));
        var lasting = await _kept.GetAsync((dimension, key, kind, month), () => ReadAsync(connection, kind, dimension == FacetKind.Everything ? null : parts, month, ct));
        return lasting.Where(e => e.At < from && e.Till > from).Take(most).Select(e => EntryWorth.Number(e.Worth));
    }

    private static async Task<LastingEntry[]> ReadAsync(NpgsqlConnection connection, string? kind, List<LaneFacet>? parts, DateTimeOffset month, CancellationToken ct)
    {
        // Whether an entry is in a facet is seen at its mark, so that the wide rows are left alone.
        var marked = parts is null ? "" : "where exists (select from unnest($4, $5) p (id, kind) join record.timeline_marks m on m.facet_id = p.id where p.kind = e.record_kind and m.at = e.at and m.worth = e.worth offset 0)";
        await using var command = new NpgsqlCommand(
            $"""
                select e.at, e.till, e.worth from (
                    select e.record_kind, e.at, e.till, e.worth from record.timeline_entries e
                    where e.till - e.at > interval '1 day' and tstzrange(e.at, e.till) && tstzrange($1, $2) and e.until is null and ($3::text is null or e.record_kind = $3) offset 0) e
                {marked}
                """, connection)
        {
            Parameters =
            {
                new() { Value = month }, new() { Value = Month.EndOf(month) },
                new() { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
            },
        };
        if (parts is not null)
        {
            command.Parameters.Add(new() { Value = parts.Select(f => f.Id).ToArray() });
            command.Parameters.Add(new() { Value = parts.Select(f => f.Kind).ToArray() });
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<LastingEntry>();
        while (await reader.ReadAsync(ct)) entries.Add(new LastingEntry(reader.GetDateTime(0).Ticks, reader.GetDateTime(1).Ticks, reader.GetInt64(2)));
        // In the order in which windows choose among them.
        return [.. entries.OrderByDescending(e => EntryWorth.Importance(e.Worth)).ThenByDescending(e => e.At).ThenByDescending(e => e.Worth)];
    }
}
