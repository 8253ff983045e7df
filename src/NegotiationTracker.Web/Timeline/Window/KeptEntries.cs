using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>An entry as windows show it. Many are kept, so of what is said of it nothing is but its JSON, as soon as that is written.</summary>
/// <param name="recordId">Its record.</param>
/// <param name="answer">The entry in brief.</param>
/// <param name="promise">The promise that the record is; null for a record of another kind.</param>
[JsonConverter(typeof(OnceWrittenConverter))]
internal sealed class BriefEntry(Guid recordId, EntryAnswer answer, WindowSpan? promise) : OnceWritten
{
    private EntryAnswer? _answer = answer;

    public Guid RecordId => recordId;

    public long Number { get; } = answer.Number;

    public DateTimeOffset At { get; } = answer.At;

    // They are few, and every entry has some.
    public IReadOnlyList<string> Parties { get; } = [.. answer.Parties.Select(string.Intern)];

    public OnceWritten<WindowSpan>? Promise { get; } = promise is null ? null : new(promise);

    protected override byte[]? Write(JsonSerializerOptions options) => _answer is { } told ? JsonSerializer.SerializeToUtf8Bytes(told, options) : null;

    protected override void Forget() => _answer = null;
}

/// <summary>Entries in brief, kept in memory until something is published: who zooms and moves sees the important ones in every window.</summary>
internal sealed class KeptEntries(Publications publications, TimeProvider time)
{
    // Some sixty megabytes: what is kept of each is its JSON.
    private const int Most = 100_000;

    private readonly KeptUntilPublished<long, BriefEntry> _kept = new(publications, time, Most);

    /// <summary>Entries by their numbers, in the order of time.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<List<BriefEntry>> LoadAsync(NpgsqlConnection connection, IEnumerable<long> numbers, CancellationToken ct)
    {
        var found = await _kept.GetAsync(numbers, missing => ReadAsync(connection, missing, ct));
        return [.. found.Values.OrderBy(e => e.At).ThenBy(e => e.Number)];
    }

    // A promise comes with its entries: a question more costs as much as the rows.
    private static async Task<IEnumerable<KeyValuePair<long, BriefEntry>>> ReadAsync(NpgsqlConnection connection, IReadOnlyCollection<long> numbers, CancellationToken ct)
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
            entries.Add(KeyValuePair.Create(entry.Number, new BriefEntry(entry.RecordId, EntryAnswers.Brief(entry, reader.GetInt32(18)), reader.IsDBNull(19) ? null : WindowSpans.Read(reader, 19))));
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
