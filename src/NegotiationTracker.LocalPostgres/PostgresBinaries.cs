using System.Globalization;

namespace NegotiationTracker.LocalPostgres;

/// <summary>A directory with the programs of one version of PostgreSQL, found fit for use.</summary>
internal sealed record PostgresBinaries(string Directory, int MajorVersion)
{
    public const int OldestMajorVersion = 15;

    public string InitDb => Program(Directory, "initdb");

    public string Control => Program(Directory, "pg_ctl");

    public static string Program(string directory, string name) => Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Asks the programs themselves, as the user that will run them. Returns them, or why they will not do.</summary>
    public static async Task<(PostgresBinaries? Binaries, string? Unfit)> ProbeAsync(string directory, ServerAccount account, CancellationToken ct)
    {
        var missing = Array.Find(["initdb", "pg_ctl", "postgres"], name => !File.Exists(Program(directory, name)));
        if (missing is not null) return (null, $"no {missing} in {directory}");

        // Prints its version and its directories without making anything; the data directory need not exist.
        var shown = await account.RunAsync(Program(directory, "initdb"), ["--show", "-D", Path.Combine(Path.GetTempPath(), "none")], Path.GetPathRoot(directory)!, ct);
        var version = Value(shown, "VERSION=");
        if (version is null || !int.TryParse(version.AsSpan(0, version.TakeWhile(char.IsAsciiDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var major))
        {
            return (null, $"initdb of {directory} does not run for the user {account.Name}: {shown.Output.Trim().ReplaceLineEndings(" ")}");
        }
        if (major < OldestMajorVersion) return (null, $"{directory} is PostgreSQL {major}, older than {OldestMajorVersion}");
        if (Value(shown, "share_path=") is not { } share || !File.Exists(Path.Combine(share, "extension", "pg_trgm.control")))
        {
            return (null, $"{directory} lacks the extension pg_trgm (package postgresql-contrib)");
        }
        return (new PostgresBinaries(directory, major), null);
    }

    private static string? Value(CommandResult shown, string name) =>
        shown.Output.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
}
