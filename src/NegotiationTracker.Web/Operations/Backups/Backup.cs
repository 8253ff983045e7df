using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace NegotiationTracker.Web.Operations.Backups;

/// <summary>
/// The command <c>backup</c>: one file with a dump of both schemas and a manifest of what it holds, both of one snapshot. The file gets its name
/// when it is whole, so that a backup that was killed never looks like one.
/// </summary>
internal static class Backup
{
    public const string Manifest = "manifest.json";
    public const string Dump = "database.dump";

    /// <summary>Makes a backup.</summary>
    /// <returns>0; every failure is an exception with one line.</returns>
    public static async Task<int> MakeAsync(string owner, string? toolsBeside, string file, TextWriter output, CancellationToken ct)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file)) throw new BackupException($"'{file}' is there already; a backup overwrites nothing.");
        if (!Directory.Exists(Path.GetDirectoryName(file))) throw new BackupException($"There is no directory '{Path.GetDirectoryName(file)}'.");
        var part = $"{file}.{Guid.NewGuid():n}.part";
        var dump = $"{part}.dump";
        try
        {
            var manifest = await DumpAsync(owner, toolsBeside, dump, ct);
            await using (var stream = new FileStream(part, FileStreamOptionsOf()))
            {
                await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    await using (var entry = await zip.CreateEntry(Manifest).OpenAsync(ct)) await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, ct);
                    // Compressed already, by pg_dump.
                    await using var body = await zip.CreateEntry(Dump, CompressionLevel.NoCompression).OpenAsync(ct);
                    await using var from = File.OpenRead(dump);
                    await from.CopyToAsync(body, ct);
                }
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file, overwrite: false);
            await output.WriteLineAsync($"Backed up {manifest.Tables.Sum(t => t.Rows):N0} rows of {manifest.Tables.Count} tables to '{file}' ({new FileInfo(file).Length / 1024:N0} KB).");
            return 0;
        }
        finally
        {
            File.Delete(part);
            File.Delete(dump);
        }
    }

    private static async Task<BackupManifest> DumpAsync(string owner, string? toolsBeside, string dump, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        var major = connection.PostgreSqlVersion.Major;
        var tool = PostgresTool.Find("pg_dump", major, toolsBeside);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", connection, transaction);
        var snapshot = (string)(await export.ExecuteScalarAsync(ct))!;
        await using (File.Open(dump, FileStreamOptionsOf()))
        {
            // Made here, so that nobody else may read what pg_dump writes into it.
        }
        await tool.RunAsync(owner, ["--dbname", connection.Database, "--format=custom", "--schema=record", "--schema=desk", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={dump}"], ct);
        var tables = await BackupManifest.TablesAsync(connection, ct);
        await using var written = File.OpenRead(dump);
        return new BackupManifest(DateTimeOffset.UtcNow, typeof(Backup).Assembly.GetName().Version!.ToString(), major, Convert.ToHexStringLower(await SHA256.HashDataAsync(written, ct)), tables);
    }

    private static FileStreamOptions FileStreamOptionsOf()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
