using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace NegotiationTracker.Web.Operations.Backups;

/// <summary>PostgreSQL's own programs <c>pg_dump</c> and <c>pg_restore</c>, found beside the server's or where Debian puts them.</summary>
internal sealed partial class PostgresTool(string path)
{
    /// <summary>Finds a program that is not older than the server.</summary>
    /// <param name="name"><c>pg_dump</c> or <c>pg_restore</c>.</param>
    /// <param name="serverMajor">Major version of the server.</param>
    /// <param name="beside">Directory of a private server's programs.</param>
    /// <exception cref="BackupException">There is none.</exception>
    public static PostgresTool Find(string name, int serverMajor, string? beside)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = new[] { beside }.OfType<string>().Concat(debian).Concat(path).Select(d => Path.Combine(d, file)).Where(File.Exists)
            .Select(p => (Path: p, Major: MajorOf(p))).Where(t => t.Major >= serverMajor).OrderBy(t => t.Major).FirstOrDefault();
        return found.Path is null
            ? throw new BackupException($"A backup needs {name} of PostgreSQL {serverMajor} or later, and there is none on this machine: apt-get install postgresql-client-{serverMajor}, or put its directory into PATH.")
            : new PostgresTool(found.Path);
    }

    /// <summary>Runs it over a database.</summary>
    /// <exception cref="BackupException">It fails; the message is its own last line.</exception>
    public async Task RunAsync(string connectionString, IEnumerable<string> arguments, CancellationToken ct)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(path, ["--host", target.Host!, "--port", target.Port.ToString(CultureInfo.InvariantCulture), "--username", target.Username!, "--no-password", .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.Environment["PGPASSWORD"] = target.Password;
        using var process = Process.Start(start)!;
        try
        {
            var said = process.StandardError.ReadToEndAsync(ct);
            await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) throw new BackupException($"{Path.GetFileName(path)} failed: {(await said).Trim().Split('\n')[^1]}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static int MajorOf(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Version().Match(said) is { Success: true } version ? int.Parse(version.Groups["major"].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"(?<major>\d+)(\.\d+)?", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Version();
}

/// <summary>A backup or a restore can't be done; the message says why in one line.</summary>
internal sealed class BackupException(string message, Exception? cause = null) : Exception(message, cause);
