using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>
/// Takes keys, indexes and foreign keys off the record's tables while very much is written, and puts the very same back: built at once they
/// cost a fraction of what they cost row by row, and a foreign key is then checked by one join. All within the caller's transaction: killed in between, nothing has changed.
/// </summary>
internal sealed class BulkIndexes
{
    private const string Filled = $"""
        filled as (
            select c.oid, format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema, c.relname as plain from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and ((n.nspname = '{RecordContext.Schema}' and c.relname not in ('topics', '{DatabaseOptions.HistoryTable}')) or (n.nspname = '{DeskContext.Schema}' and c.relname in ('revisions', 'audit'))))
        """;

    // Append-only tables refuse to be emptied, even while they are empty.
    private const string Emptiable = $"with {Filled} select name, schema || '.' || plain from filled f where not exists (select from pg_trigger t where t.tgrelid = f.oid and t.tgtype & 32 > 0)";

    // Turn by turn: a key can be taken off only when no foreign key leads to it any more, and a foreign key put back only when the key is there.
    private const string Definitions = $"""
        with {Filled}
        select format('alter table %s drop constraint %I', f.name, k.conname) as take, format('alter table %s add constraint %I %s', f.name, k.conname, pg_get_constraintdef(k.oid)) as put, case k.contype when 'f' then 3 else 1 end as turn
            from pg_constraint k join filled f on f.oid = k.conrelid where k.contype in ('f', 'p', 'u')
        union all
        select format('drop index %I.%I', f.schema, c.relname), pg_get_indexdef(i.indexrelid), 2
            from pg_index i join filled f on f.oid = i.indrelid join pg_class c on c.oid = i.indexrelid where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
        order by turn, put
        """;

    private readonly List<string> _put;

    private BulkIndexes(List<string> put, HashSet<string> fresh) => (_put, Fresh) = (put, fresh);

    /// <summary>Tables (<c>schema.name</c>) that were empty and were emptied again: what this transaction writes there can be written as settled for ever.</summary>
    public IReadOnlySet<string> Fresh { get; }

    /// <summary>Takes them off. Until the transaction ends, nobody else reads the tables.</summary>
    public static async Task<BulkIndexes> TakeOffAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var definitions = await RowsAsync(connection, Definitions, ct);
        foreach (var (take, _) in definitions.AsEnumerable().Reverse()) await ExecuteAsync(connection, take, ct);
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, name) in await RowsAsync(connection, Emptiable, ct))
        {
            await using var command = new NpgsqlCommand($"select exists (select from {table})", connection);
            if ((bool)(await command.ExecuteScalarAsync(ct))!) continue;
            await ExecuteAsync(connection, $"truncate {table}", ct);
            fresh.Add(name);
        }
        return new BulkIndexes([.. definitions.Select(d => d.Second)], fresh);
    }

    /// <summary>Puts them back.</summary>
    public async Task PutBackAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var sql in _put) await ExecuteAsync(connection, sql, ct);
    }

    private static async Task<List<(string First, string Second)>> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
