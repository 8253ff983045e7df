using System.Diagnostics;
using System.Globalization;

namespace NegotiationTracker.LocalPostgres;

/// <summary>What a server wrote about itself in <c>postmaster.pid</c>; the file outlives a killed server.</summary>
internal sealed record PostmasterPid(int Pid, DateTimeOffset Started, int Port, string Status)
{
    /// <summary>Above every number that a system gives to a process.</summary>
    private const int Nobody = int.MaxValue - 1;

    public bool IsReady => Status == "ready";

    private static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>The server that runs on a data directory, or null.</summary>
    public static PostmasterPid? RunningOn(string data)
    {
        if (!File.Exists(FileIn(data))) return null;
        var lines = File.ReadAllLines(FileIn(data));
        if (lines.Length < 4 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            || !long.TryParse(lines[2], NumberStyles.None, CultureInfo.InvariantCulture, out var started)
            || !int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return null;
        var server = new PostmasterPid(pid, DateTimeOffset.FromUnixTimeSeconds(started), port, lines.ElementAtOrDefault(7)?.Trim() ?? "");
        return server.IsAlive(data) ? server : null;
    }

    /// <summary>
    /// Makes sure that a file left by a dead server does not stop the next one. PostgreSQL copes with most, but takes any living
    /// process of its own user with that number for a server, and stumbles over a file cut short by a full disk. The file is not
    /// removed: with its other lines PostgreSQL still checks that no process of the old server lives on.
    /// </summary>
    public static void Disarm(string data)
    {
        var file = FileIn(data);
        if (!File.Exists(file)) return;
        var lines = File.ReadAllLines(file);
        if (lines.Length == 0 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            File.Delete(file);
            return;
        }
        lines[0] = Nobody.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
    }

    // The number alone proves nothing: after a crash or a reboot it may be anybody's.
    private bool IsAlive(string data)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // A postmaster keeps its command line, which everybody may read; its children replace theirs.
                return File.ReadAllText($"/proc/{Pid}/cmdline").Split('\0').Contains(data, StringComparer.Ordinal);
            }
            using var process = Process.GetProcessById(Pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)
                && (process.StartTime.ToUniversalTime() - Started.UtcDateTime).Duration() < TimeSpan.FromSeconds(10);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
