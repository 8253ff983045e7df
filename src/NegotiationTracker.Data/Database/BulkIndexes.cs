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

    // Storage that a transaction made itself needs no second copy in the log, and its rows are settled from the start. An append-only table refuses to be emptied, even while it is empty; put in the order of its key it has new storage too.
    private const string Renewed = $"""
        with {Filled}
        select name, schema || '.' || plain, case when exists (select from pg_trigger t where t.tgrelid = f.oid and t.tgtype & 32 > 0)
            then format('cluster %s using %I', name, (select k.conname from pg_constraint k where k.conrelid = f.oid and k.contype = 'p')) else format('truncate %s', name) end
        from filled f
        """;

    // The turn of foreign keys: put back last, taken off first.
    private const string ForeignKey = "3";

    // Turn by turn: a key can be taken off only when no foreign key leads to it any more, and a foreign key put back only when the key is there.
    private const string Definitions = $"""
        with {Filled}
        select format('alter table %s drop constraint %I', f.name, k.conname) as take, format('alter table %s add constraint %I %s', f.name, k.conname, pg_get_constraintdef(k.oid)) as put, case k.contype when 'f' then '{ForeignKey}' else '1' end as turn
            from pg_constraint k join filled f on f.oid = k.conrelid where k.contype in ('f', 'p', 'u')
        union all
        select format('drop index %I.%I', f.schema, c.relname), pg_get_indexdef(i.indexrelid), '2'
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
        // A table that a foreign key leads to can't be emptied alone, and one without its key can't be put in its order: so the renewing comes between.
        foreach (var (take, _, _) in definitions.Where(d => d.Third == ForeignKey)) await ExecuteAsync(connection, take, ct);
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, name, renew) in await RowsAsync(connection, Renewed, ct))
        {
            await using var command = new NpgsqlCommand($"select exists (select from {table})", connection);
            if ((bool)(await command.ExecuteScalarAsync(ct))!) continue;
            await ExecuteAsync(connection, renew, ct);
            fresh.Add(name);
        }
        foreach (var (take, _, _) in definitions.Where(d => d.Third != ForeignKey).Reverse()) await ExecuteAsync(connection, take, ct);
        return new BulkIndexes([.. definitions.Select(d => d.Second)], fresh);
    }

    /// <summary>Puts them back.</summary>
    public async Task PutBackAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var sql in _put) await ExecuteAsync(connection, sql, ct);
    }

    private static async Task<List<(string First, string Second, string Third)>> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, string, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return rows;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
