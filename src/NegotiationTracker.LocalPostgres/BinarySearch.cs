using System.Globalization;
using Microsoft.Extensions.Logging;

namespace NegotiationTracker.LocalPostgres;

/// <summary>Looks for PostgreSQL: in PATH, where packages of the usual systems put it, in the cache, and at last with npm.</summary>
/// <param name="SearchPath">Directories, written as PATH is.</param>
/// <param name="Patterns">Directories in which one segment may hold a <c>*</c>; of what matches, the newest version comes first.</param>
internal sealed record BinarySearch(string SearchPath, IReadOnlyList<string> Patterns)
{
    public static BinarySearch OfThisMachine() => new(Environment.GetEnvironmentVariable("PATH") ?? "", OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
        :
        [
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/usr/libexec/postgresql*",
            "/opt/homebrew/opt/postgresql*/bin",
            "/usr/local/opt/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin",
        ]);

    /// <summary>Finds binaries of version 15 or later; for an existing cluster, of exactly its major version.</summary>
    public async Task<PostgresBinaries> FindAsync(LocalPostgresOptions options, int? clusterVersion, Place place, ILogger? log, CancellationToken ct)
    {
        if (options.BinDirectory is { } chosen)
        {
            var (binaries, unfit) = await PostgresBinaries.ProbeAsync(Path.GetFullPath(chosen), place.Account, ct);
            if (binaries is null) throw new LocalPostgresException($"The PostgreSQL that was asked for will not do: {unfit}.");
            return clusterVersion is null || clusterVersion == binaries.MajorVersion ? binaries : throw OtherVersion(clusterVersion.Value, [binaries.MajorVersion], place);
        }

        var cache = await EmbeddedBinaries.CacheReachableAsync(options.CacheDirectory, place.Account, ct);
        var others = new SortedSet<int>();
        foreach (var directory in Installed().Append(EmbeddedBinaries.DirectoryIn(cache)).Distinct(StringComparer.Ordinal))
        {
            if (!File.Exists(PostgresBinaries.Program(directory, "initdb"))) continue;
            var (binaries, unfit) = await PostgresBinaries.ProbeAsync(directory, place.Account, ct);
            if (binaries is null) log?.LogInformation("Passed over a PostgreSQL: {Reason}", unfit);
            else if (clusterVersion is null || clusterVersion == binaries.MajorVersion) return binaries;
            else others.Add(binaries.MajorVersion);
        }
        if (clusterVersion is not null && clusterVersion != EmbeddedBinaries.MajorVersion) throw OtherVersion(clusterVersion.Value, others, place);
        return await FetchAsync(cache, place, log, ct);
    }

    /// <summary>Directories of this machine that hold an initdb, in order of preference, links resolved.</summary>
    public IEnumerable<string> Installed()
    {
        var initdb = Command.Find("initdb", SearchPath);
        if (initdb is not null) yield return Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
        foreach (var directory in Patterns.SelectMany(Matches))
        {
            if (File.Exists(PostgresBinaries.Program(directory, "initdb"))) yield return directory;
        }
    }

    private async Task<PostgresBinaries> FetchAsync(string cache, Place place, ILogger? log, CancellationToken ct)
    {
        string? unfit;
        try
        {
            (var binaries, unfit) = await PostgresBinaries.ProbeAsync(await EmbeddedBinaries.FetchAsync(cache, SearchPath, log, ct), place.Account, ct);
            if (binaries is not null) return binaries;
        }
        catch (LocalPostgresException e)
        {
            unfit = e.Message.TrimEnd('.');
        }
        throw new LocalPostgresException($"No PostgreSQL {PostgresBinaries.OldestMajorVersion} or later with pg_trgm was found, and none could be fetched with npm ({unfit}): "
            + "install one (apt install postgresql, or brew install postgresql) and start again, or run everything with docker compose up.");
    }

    private static LocalPostgresException OtherVersion(int cluster, SortedSet<int> found, Place place) => new(
        $"The private database in {place.Data} was made by PostgreSQL {cluster}, which is not installed here (found: {(found.Count == 0 ? "none" : string.Join(", ", found))}): "
        + (cluster < PostgresBinaries.OldestMajorVersion
            ? $"export its record with the version of this program that made it, then move {place.Root} aside and import that into the new database made at the next start."
            : $"install PostgreSQL {cluster} (apt install postgresql-{cluster}, or brew install postgresql@{cluster}) and start again; or move {place.Root} aside to begin with an empty database and restore a backup into it."));

    private static IEnumerable<string> Matches(string pattern)
    {
        var segments = pattern.Split('*', 2);
        if (segments.Length == 1) return [pattern];
        var slash = segments[0].LastIndexOfAny(['/', '\\']);
        var parent = segments[0][..slash];
        var rest = segments[1].TrimStart('/', '\\');
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, segments[0][(slash + 1)..] + "*")
                .OrderByDescending(VersionIn).ThenByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, rest).TrimEnd('/', '\\'))
            : [];
    }

    private static int VersionIn(string directory)
    {
        var digits = string.Concat(Path.GetFileName(directory).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
