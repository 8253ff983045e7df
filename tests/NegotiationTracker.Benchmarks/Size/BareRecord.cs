using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>What a list of talks and a page of talks show, read by Npgsql and nothing else.</summary>
internal static class BareRecord
{
    private const string List = """
        select id, slug, title, summary, form, status, date, zone, first_day, parties, people, place, source_count, disputed, document
        from record.records where kind = 'talks' and document is not null order by sort_day desc, id desc limit 50
        """;

    private const string Names = "select s.slug, r.title, r.short_title, r.mark from record.slugs s join record.records r on r.id = s.record_id where s.kind = 'parties' and s.slug = any($1)";

    private const string Head = "select r.id, r.title, r.summary, r.first_day, r.processes, r.parties, r.people, r.document from record.slugs s join record.records r on r.id = s.record_id where s.kind = 'talks' and s.slug = $1";

    private const string Cited = "select distinct r.slug, r.document::text from record.citations c join record.records r on r.id = c.source_id where c.record_id = $1 and r.document is not null";

    private const string Related = """
        select r.kind, r.slug, r.title, r.summary, r.form, r.status, r.date, r.zone, r.first_day, f.role, f.field
        from record.references f join record.records r on r.id = f.record_id where f.to_id = $1 and r.document is not null order by r.first_day, r.id, f.position limit 5000
        """;

    private const string Before = "select slug, title from record.records where kind = 'talks' and document is not null and processes && $1 and (first_day, slug) < ($2, $3) order by first_day desc, slug desc limit 1";

    private const string After = "select slug, title from record.records where kind = 'talks' and document is not null and processes && $1 and (first_day, slug) > ($2, $3) order by first_day, slug limit 1";

    public static async Task ReadListAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await RowsAsync(connection, List, ct);
        await RowsAsync(connection, Names, ct, new NpgsqlParameter<string[]> { TypedValue = [.. rows.SelectMany(r => (string[])r[9]).Distinct()] });
    }

    public static async Task ReadAsync(NpgsqlDataSource database, string slug, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var head = (await RowsAsync(connection, Head, ct, new NpgsqlParameter<string> { TypedValue = slug })).Single();
        var id = new NpgsqlParameter<Guid> { TypedValue = (Guid)head[0] };
        await RowsAsync(connection, Names, ct, new NpgsqlParameter<string[]> { TypedValue = (string[])head[5] });
        await RowsAsync(connection, Cited, ct, id.Clone());
        await RowsAsync(connection, Related, ct, id.Clone());
        foreach (var beside in new[] { Before, After })
            await RowsAsync(connection, beside, ct, new NpgsqlParameter<string[]> { TypedValue = (string[])head[4] }, new NpgsqlParameter { Value = head[3], NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date }, new NpgsqlParameter<string> { TypedValue = slug });
    }

    private static async Task<List<object[]>> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(ct))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
