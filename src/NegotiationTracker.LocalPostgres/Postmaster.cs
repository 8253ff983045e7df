using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NegotiationTracker.LocalPostgres;

/// <summary>
/// Starts and stops the server with pg_ctl, which gives it a session of its own: Ctrl+C in the terminal reaches the program and not
/// the server, so the program can finish its work first.
/// </summary>
internal static class Postmaster
{
    private const long LargestLog = 16 * 1024 * 1024;

    /// <summary>Starts the server on a free port of this machine alone and waits until it is ready. Returns the port.</summary>
    public static async Task<int> StartAsync(PostgresBinaries binaries, Place place, LocalPostgresOptions options, CancellationToken ct)
    {
        TrimLogs(place);
        PostmasterPid.Disarm(place.Data);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var port = FreePort();
            var early = Path.Combine(place.Log, "start.log");
            File.Delete(early);
            var since = DateTime.UtcNow;
            var result = await place.Account.RunAsync(binaries.Control,
            [
                "start", "--silent", "--wait", "-t", options.StartTimeout.TotalSeconds.ToString("0", CultureInfo.InvariantCulture), "-D", place.Data, "-l", early,
                "-o", string.Join(' ', Settings(port, options.Durable).Select(s => "-c " + s)),
            ], place.Root, ct);
            if (result.Succeeded) return port;

            var printed = await PrintedAsync(place, since, ct) + result.Output;
            // Somebody took the port in between, or processes of a killed server are still on their way out.
            var passing = printed.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
                || printed.Contains("pre-existing shared memory block", StringComparison.Ordinal);
            if (!passing || TimeProvider.System.GetElapsedTime(started) > options.StartTimeout) throw Fault.Of("Starting the private database", printed, place);
            await Task.Delay(50, ct);
        }
    }

    /// <summary>Rolls back what is open, writes everything to disk and ends the server. False: it did not end, or was gone.</summary>
    public static async Task<bool> StopAsync(PostgresBinaries binaries, Place place, CancellationToken ct) =>
        (await place.Account.RunAsync(binaries.Control, ["stop", "--silent", "--wait", "-t", "60", "--mode=fast", "-D", place.Data], place.Root, ct)).Succeeded;

    // No value may need quoting: pg_ctl hands the whole line to a shell.
    private static IEnumerable<string> Settings(int port, bool durable)
    {
        yield return $"port={port.ToString(CultureInfo.InvariantCulture)}";
        yield return "listen_addresses=127.0.0.1";
        if (!OperatingSystem.IsWindows()) yield return "unix_socket_directories=";
        yield return "max_connections=100";
        // What is read often is in the system's own cache. Of a large memory shared by all its processes each would have to be shown every page anew, which costs more than a copy.
        yield return "shared_buffers=256MB";
        var megabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        yield return $"effective_cache_size={Math.Clamp(megabytes / 3, 512, 8192)}MB";
        yield return "work_mem=8MB";
        yield return "maintenance_work_mem=64MB";
        yield return "max_wal_size=512MB";
        // Nobody follows this server. What is written into a table that the same transaction emptied then goes to disk once, not twice.
        yield return "wal_level=minimal";
        yield return "max_wal_senders=0";
        yield return "random_page_cost=1.1";
        yield return "jit=off";
        yield return "timezone=UTC";
        // One file a weekday, emptied when its day comes round again: a week of logs and no more.
        yield return "log_timezone=UTC";
        yield return "log_destination=stderr";
        yield return "logging_collector=on";
        yield return "log_directory=../log";
        yield return "log_filename=server-%a.log";
        yield return "log_truncate_on_rotation=on";
        yield return "log_rotation_age=1d";
        yield return "log_rotation_size=0";
        yield return "log_checkpoints=off";
        if (durable) yield break;
        yield return "fsync=off";
        yield return "synchronous_commit=off";
        yield return "full_page_writes=off";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL empties a day's file only while it runs through midnight; a program started once a week would never see that.
    private static void TrimLogs(Place place)
    {
        foreach (var log in new DirectoryInfo(place.Log).EnumerateFiles("server-*.log"))
        {
            if (log.Length > LargestLog || log.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-6)) log.Delete();
        }
    }

    // What went wrong early is in start.log; from the moment the log collector runs, in the file of the day.
    private static async Task<string> PrintedAsync(Place place, DateTime since, CancellationToken ct)
    {
        var printed = "";
        foreach (var log in new DirectoryInfo(place.Log).EnumerateFiles("*.log").Where(f => f.LastWriteTimeUtc >= since.AddSeconds(-1)))
        {
            await using var file = new FileStream(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(-Math.Min(file.Length, 4096), SeekOrigin.End);
            using var reader = new StreamReader(file);
            printed += await reader.ReadToEndAsync(ct) + "\n";
        }
        return printed;
    }
}
