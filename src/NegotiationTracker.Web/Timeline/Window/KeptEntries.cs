using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry as windows show it. Many are kept, so of what is said of it nothing is but its JSON.</summary>
/// <param name="RecordId">Its record.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">Where it stands on the axis, UTC.</param>
/// <param name="Parties">Slugs.</param>
/// <param name="Promise">The promise that the record is; null for a record of another kind.</param>
/// <param name="Written">What is said of it, an <see cref="EntryAnswer"/> in brief.</param>
[JsonConverter(typeof(OnceWrittenConverter))]
internal sealed record BriefEntry(Guid RecordId, long Number, DateTimeOffset At, IReadOnlyList<string> Parties, OnceWritten<WindowSpan>? Promise, byte[] Written) : IOnceWritten
{
    byte[] IOnceWritten.Json(JsonSerializerOptions options) => Written;
}

/// <summary>
/// Entries in brief, kept in memory: who zooms and moves sees the important ones in every window. What an entry says never changes; a record that is
/// published anew has new ones, with numbers of their own.
/// </summary>
internal sealed class KeptEntries(IOptions<JsonOptions> json)
{
    // Some seventy megabytes.
    private const int Most = 120_000;

    // As many as are kept besides what is asked for afterwards.
    private const int MostFirst = Most / 2;
    private const int MostLasting = 12_000;
    private const int ReadAtOnce = 500;

    private readonly KeptForGood<long, BriefEntry> _kept = new(Most);

    /// <summary>Entries by their numbers, in the order of time.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<List<BriefEntry>> LoadAsync(NpgsqlConnection connection, IEnumerable<long> numbers, CancellationToken ct)
    {
        var found = await _kept.GetAsync(numbers, missing => ReadAsync(connection, missing, ct));
        return [.. found.Values.OrderBy(e => e.At).ThenBy(e => e.Number)];
    }

    /// <summary>Reads what most windows show: of each kind the most important entry of each day, of the lanes most seen that of each week, and the most important of those that last and reach into windows.</summary>
    public async Task LoadFirstAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var numbers = new List<long>();
        await using (var command = new NpgsqlCommand(
            $"""
            select top from (
                select s.top from record.timeline_facets f join record.timeline_slots s on s.facet_id = f.id and s.unit = {(short)SlotUnit.Day}
                where f.dimension = {(short)FacetKind.Everything} and f.key = '' and f.record_kind <> ''
                union
                select s.top from unnest($1) d (dimension)
                    cross join lateral (select f.id from record.timeline_facets f where f.dimension = d.dimension and f.record_kind = '' order by f.entries desc limit {CountedFacets.MostLanes}) f
                    join record.timeline_slots s on s.facet_id = f.id and s.unit = {(short)SlotUnit.Week}
                union
                (select worth from record.timeline_entries where until is null and till - at > interval '1 day' order by worth desc limit {MostLasting})) t
            order by top desc limit {MostFirst}
            """, connection) { Parameters = { new() { Value = new[] { (short)FacetKind.Process, (short)FacetKind.Party, (short)FacetKind.Person, (short)FacetKind.Topic } } } })
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) numbers.Add(EntryWorth.Number(reader.GetInt64(0)));
        }
        foreach (var some in numbers.Chunk(ReadAtOnce)) await LoadAsync(connection, some, ct);
    }

    // A promise comes with its entries: a question more costs as much as the rows.
    private async Task<IEnumerable<KeyValuePair<long, BriefEntry>>> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<long> numbers, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select e.number, e.record_id, e.record_kind, e.record_slug, e.kind, e.at, e.till, e.date, e.zone, e.title, case when e.kind = $2 then e.summary end, e.place, e.processes, e.parties, e.people, e.topics,
                e.importance, e.disputed, cardinality(e.sources), {WindowSpans.Columns}
            from record.timeline_entries e
            left join record.timeline_spans s on s.form = 1 and s.record_id = case when e.record_kind = 'commitments' then e.record_id end
            where e.number = any($1)
            """, connection)
        {
            Parameters = { new() { Value = numbers.ToArray() }, new() { Value = nameof(EntryKind.BatchDelivered) } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<KeyValuePair<long, BriefEntry>>(numbers.Count);
        while (await reader.ReadAsync(ct))
        {
            var entry = Read(reader);
            var written = JsonSerializer.SerializeToUtf8Bytes(EntryAnswers.Brief(entry, reader.GetInt32(18)), json.Value.SerializerOptions);
            // Parties are few, and every entry has some.
            entries.Add(KeyValuePair.Create(entry.Number, new BriefEntry(
                entry.RecordId, entry.Number, entry.At, [.. entry.Parties.Select(string.Intern)], reader.IsDBNull(19) ? null : new OnceWritten<WindowSpan>(WindowSpans.Read(reader, 19)), written)));
        }
        return entries;
    }

    private static TimelineEntry Read(NpgsqlDataReader reader) => new()
    {
        Number = reader.GetInt64(0), RecordId = reader.GetGuid(1), RecordKind = reader.GetString(2), RecordSlug = reader.GetString(3), Kind = Enum.Parse<EntryKind>(reader.GetString(4)), At = reader.GetFieldValue<DateTimeOffset>(5),
        Till = reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6), Date = reader.GetString(7), Zone = Text(reader, 8), Title = reader.GetString(9), Summary = Text(reader, 10), Place = Text(reader, 11),
        Processes = reader.GetFieldValue<string[]>(12), Parties = reader.GetFieldValue<string[]>(13), People = reader.GetFieldValue<string[]>(14), Topics = reader.GetFieldValue<string[]>(15),
        Importance = reader.GetInt16(16), Disputed = reader.GetBoolean(17),
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
