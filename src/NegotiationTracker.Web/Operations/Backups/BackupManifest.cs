using Npgsql;

namespace NegotiationTracker.Web.Operations.Backups;

/// <summary>What a backup holds, so that a restore can be held against it.</summary>
/// <param name="Made">When, UTC.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="PostgresMajor">Major version of the server.</param>
/// <param name="DumpSha256">SHA-256 of the dump, 64 hexadecimal digits.</param>
/// <param name="Tables">Every table of both schemas.</param>
internal sealed record BackupManifest(DateTimeOffset Made, string Program, int PostgresMajor, string DumpSha256, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>Counts and hashes of all tables as a connection's transaction sees them. A table's hash does not depend on the order of its rows.</summary>
    public static async Task<List<BackupTable>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // The text of a row depends on these; they are the same wherever it is read again.
        await using (var settings = new NpgsqlCommand("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set bytea_output = 'hex'; set extra_float_digits = 1", connection)) await settings.ExecuteNonQueryAsync(ct);
        var names = new List<(string Schema, string Table)>();
        await using (var list = new NpgsqlCommand("select schemaname, tablename from pg_tables where schemaname in ('record', 'desk') order by 1, 2", connection))
        await using (var reader = await list.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) names.Add((reader.GetString(0), reader.GetString(1)));
        }
        var tables = new List<BackupTable>();
        foreach (var (schema, table) in names)
        {
            await using var ask = new NpgsqlCommand(
                $"""
                select count(*), encode(sha256(convert_to(coalesce(string_agg(r, '' order by r), ''), 'UTF8')), 'hex')
                from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') r from "{schema}"."{table}" t) rows
                """, connection)
            { CommandTimeout = 0 };
            await using var reader = await ask.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            tables.Add(new BackupTable($"{schema}.{table}", reader.GetInt64(0), reader.GetString(1)));
        }
        return tables;
    }
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">Schema and name.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">Hash over its rows.</param>
internal sealed record BackupTable(string Name, long Rows, string Sha256);
