using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Timeline;
using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>The newest 50 entries as the API gives them, read by the same statements with Npgsql and nothing else: what the program's way is held against.</summary>
internal static class BareTimeline
{
    private const int Limit = 50;

    private const string Entries = """
        select number, worth, record_kind, record_slug, kind, at, till, date, zone, date_note, title, summary, place, processes, parties, people, topics, importance, sources, disputed
        from record.timeline_entries where until is null order by at desc, worth desc limit $1
        """;

    private const string Sources = """
        select s.slug, r.title, r.place, r.date, r.document ->> 'url', r.slug
        from record.slugs s join record.records r on r.id = s.record_id where s.kind = 'sources' and s.slug = any($1) and r.document is not null
        """;

    private const string Names = """
        select s.kind, s.slug, r.slug, r.title, r.short_title, r.mark, r.retracted_at is not null
        from record.slugs s join record.records r on s.record_id = r.id where s.kind = any($1) and s.slug = any($2)
        """;

    public static async Task<TimelineAnswer> ReadAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = new List<TimelineEntry>(Limit + 1);
        await using (var command = new NpgsqlCommand(Entries, connection) { Parameters = { new NpgsqlParameter<int> { TypedValue = Limit + 1 } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) rows.Add(Entry(reader));
        }
        rows.RemoveAt(rows.Count - 1);
        var wanted = rows.SelectMany(r => r.Sources).Distinct().ToArray();
        var sources = new Dictionary<string, SourceAnswer>(wanted.Length);
        await using (var command = new NpgsqlCommand(Sources, connection) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = wanted } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) sources[reader.GetString(0)] = new CitedSource(reader.GetString(0), reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), reader.GetString(5)).Answer;
        }
        var (parties, people, processes) = (rows.SelectMany(r => r.Parties).ToHashSet(), rows.SelectMany(r => r.People).ToHashSet(), rows.SelectMany(r => r.Processes).ToHashSet());
        var names = new Dictionary<(string, string), (string Title, string Short)>();
        await using (var command = new NpgsqlCommand(Names, connection) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = ["parties", "people", "processes"] }, new NpgsqlParameter<string[]> { TypedValue = [.. parties, .. people, .. processes] } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) names[(reader.GetString(0), reader.GetString(1))] = (reader.GetString(3), Text(reader, 4) ?? reader.GetString(3));
        }
        var last = rows[^1];
        return new TimelineAnswer(
            rows.ConvertAll(EntryAnswers.Whole), $"/api/v1/timeline?after={new TimelineCursor(last.At, last.Worth)}&limit={Limit}",
            new NamesAnswer(parties.ToDictionary(p => p, p => names[("parties", p)].Short), people.ToDictionary(p => p, p => names[("people", p)].Title), processes.ToDictionary(p => p, p => names[("processes", p)].Title)),
            [.. wanted.Select(s => sources[s])]);
    }

    private static TimelineEntry Entry(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt64(0), Worth = row.GetInt64(1), RecordKind = row.GetString(2), RecordSlug = row.GetString(3), Kind = Enum.Parse<EntryKind>(row.GetString(4)),
        At = row.GetFieldValue<DateTimeOffset>(5), Till = row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6), Date = row.GetString(7), Zone = Text(row, 8), DateNote = Text(row, 9),
        Title = row.GetString(10), Summary = Text(row, 11), Place = Text(row, 12), Processes = row.GetFieldValue<string[]>(13), Parties = row.GetFieldValue<string[]>(14), People = row.GetFieldValue<string[]>(15),
        Topics = row.GetFieldValue<string[]>(16), Importance = row.GetInt16(17), Sources = row.GetFieldValue<string[]>(18), Disputed = row.GetBoolean(19),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
