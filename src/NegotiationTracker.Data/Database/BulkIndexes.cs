using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>
/// Takes keys, indexes and foreign keys off the record's tables while very much is written, and puts the very same back: built at once they
/// cost a fraction of what they cost row by row, and a foreign key is then checked by one join. All within the caller's transaction: killed in between, nothing has changed.
/// </summary>
internal sealed class BulkIndexes
{
    // Turn by turn: a key can be taken off only when no foreign key leads to it any more, and a foreign key put back only when the key is there.
    private const string Definitions = $"""
        with filled as (
            select c.oid, format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and ((n.nspname = '{RecordContext.Schema}' and c.relname not in ('topics', '{DatabaseOptions.HistoryTable}')) or (n.nspname = '{DeskContext.Schema}' and c.relname in ('revisions', 'audit'))))
        select format('alter table %s drop constraint %I', f.name, k.conname) as take, format('alter table %s add constraint %I %s', f.name, k.conname, pg_get_constraintdef(k.oid)) as put, case k.contype when 'f' then 3 else 1 end as turn
            from pg_constraint k join filled f on f.oid = k.conrelid where k.contype in ('f', 'p', 'u')
        union all
        select format('drop index %I.%I', f.schema, c.relname), pg_get_indexdef(i.indexrelid), 2
            from pg_index i join filled f on f.oid = i.indrelid join pg_class c on c.oid = i.indexrelid where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
        order by turn, put
        """;

    private readonly List<string> _put;

    private BulkIndexes(List<string> put) => _put = put;

    /// <summary>Takes them off. Until the transaction ends, nobody else reads the tables.</summary>
    public static async Task<BulkIndexes> TakeOffAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var (take, put) = (new List<string>(), new List<string>());
        await using (var command = new NpgsqlCommand(Definitions, connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                take.Add(reader.GetString(0));
                put.Add(reader.GetString(1));
            }
        }
        take.Reverse();
        foreach (var sql in take) await ExecuteAsync(connection, sql, ct);
        return new BulkIndexes(put);
    }

    /// <summary>Puts them back.</summary>
    public async Task PutBackAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var sql in _put) await ExecuteAsync(connection, sql, ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
