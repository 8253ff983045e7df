using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using Npgsql;

namespace NegotiationTracker.Web.Operations.Backups;

/// <summary>
/// The command <c>restore</c>: fills an empty database from a backup, holds it against the manifest, brings it up to this version, and verifies it. A
/// file that is not whole is refused before anything is touched; a restore that fails leaves the database empty.
/// </summary>
internal static class Restore
{
    /// <summary>Restores into a database that is migrated and holds nothing.</summary>
    /// <returns>0, or 1 when the verification finds something.</returns>
    public static async Task<int> RunAsync(TrackerDatabase database, string? toolsBeside, string file, TextWriter output, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new BackupException($"There is no file '{file}'.");
        var dump = Path.Combine(Path.GetTempPath(), $"nt-restore-{Guid.NewGuid():n}.dump");
        try
        {
            var manifest = await UnpackAsync(file, dump, ct);
            var owner = new NpgsqlConnectionStringBuilder(database.Owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString;
            await using var connection = new NpgsqlConnection(owner);
            await connection.OpenAsync(ct);
            var tool = PostgresTool.Find("pg_restore", Math.Max(manifest.PostgresMajor, connection.PostgreSqlVersion.Major), toolsBeside);
            // The codebook's topics come with the schema, and who adds one leaves an audit line.
            if ((await BackupManifest.TablesAsync(connection, ct)).FirstOrDefault(t => t.Rows > 0 && t.Name != "record.topics" && !t.Name.EndsWith(".migrations_history", StringComparison.Ordinal)) is { } full)
                throw new BackupException($"The database is not empty ({full.Name} has {full.Rows} rows): restore into an empty one. Nothing was changed.");
            try
            {
                await ExecuteAsync(connection, "drop schema if exists record cascade; drop schema if exists desk cascade", ct);
                await tool.RunAsync(owner, ["--dbname", connection.Database, "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", dump], ct);
                var restored = await BackupManifest.TablesAsync(connection, ct);
                if (manifest.Tables.Except(restored).FirstOrDefault() is { } wrong) throw new BackupException($"What was restored is not what the backup says it holds: {wrong.Name}.");
            }
            catch
            {
                await ExecuteAsync(connection, "drop schema if exists record cascade; drop schema if exists desk cascade", CancellationToken.None);
                await DatabaseSetup.MigrateAsync(database.Owner, null, CancellationToken.None);
                throw;
            }
            await DatabaseSetup.MigrateAsync(database.Owner, null, ct);
            NpgsqlConnection.ClearAllPools();
            var report = await new Verification(database.Desk).RunAsync(ct);
            foreach (var finding in report.Findings) await output.WriteLineAsync(finding);
            await output.WriteLineAsync($"Restored {manifest.Tables.Sum(t => t.Rows):N0} rows of {manifest.Tables.Count} tables, of {manifest.Made:u}; {report.Records} records and {report.Revisions} revisions verified: {(report.Findings.Count == 0 ? "all agree" : $"{report.Findings.Count} findings")}.");
            return report.Findings.Count == 0 ? 0 : 1;
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string file, string dump, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, ct);
            BackupManifest manifest;
            await using (var entry = await (zip.GetEntry(Backup.Manifest) ?? throw new InvalidDataException("no manifest")).OpenAsync(ct))
                manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(entry, JsonSerializerOptions.Web, ct) ?? throw new InvalidDataException("an empty manifest");
            await using var body = await (zip.GetEntry(Backup.Dump) ?? throw new InvalidDataException("no dump")).OpenAsync(ct);
            await using (var to = File.Create(dump)) await body.CopyToAsync(to, ct);
            await using var written = File.OpenRead(dump);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(written, ct)) != manifest.DumpSha256) throw new InvalidDataException("its dump does not have the hash that its manifest names");
            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new BackupException($"'{file}' is no whole backup ({e.Message}). Nothing was changed.", e);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
