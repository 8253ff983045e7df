using System.Globalization;
using Microsoft.Extensions.Logging;

namespace NegotiationTracker.LocalPostgres;

/// <summary>The files of a cluster: made once, whole or not at all.</summary>
internal static class Cluster
{
    /// <summary>Major version of the cluster in a data directory; null where there is none.</summary>
    public static int? MajorOf(string data)
    {
        var file = Path.Combine(data, "PG_VERSION");
        if (!File.Exists(file)) return null;
        var text = File.ReadAllText(file).Trim();
        return int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major
            : throw new LocalPostgresException($"{file} says \"{text}\", which is no version of PostgreSQL: move {data} aside and restore a backup.");
    }

    /// <summary>Makes a cluster whose superuser <c>postgres</c> has the password of the place.</summary>
    public static async Task CreateAsync(PostgresBinaries binaries, Place place, bool durable, ILogger? log, CancellationToken ct)
    {
        if (Directory.Exists(place.Data))
        {
            if (Directory.EnumerateFileSystemEntries(place.Data).Any())
            {
                throw new LocalPostgresException($"{place.Data} holds files but no cluster of PostgreSQL's: move it aside and start again.");
            }
            Directory.Delete(place.Data);
        }
        log?.LogInformation("Making a private database in {Place} with PostgreSQL {Version}", place.Root, binaries.MajorVersion);
        CommandResult made = new(0, "");
        try
        {
            foreach (var locale in Locales(binaries.MajorVersion))
            {
                RemoveUnfinished(place);
                made = await place.Account.RunAsync(binaries.InitDb,
                [
                    "-D", place.Unfinished, "--username=postgres", $"--pwfile={place.PasswordFile}", "--auth-local=scram-sha-256", "--auth-host=scram-sha-256",
                    "--data-checksums", "--encoding=UTF8", "--lc-messages=C", .. locale, .. durable ? Array.Empty<string>() : ["--no-sync"],
                ], place.Root, ct);
                if (made.Succeeded || !made.Output.Contains("invalid locale", StringComparison.Ordinal)) break;
            }
            if (!made.Succeeded) throw Fault.Of("Making the private database", made.Output, place);
            Directory.Move(place.Unfinished, place.Data);
        }
        catch
        {
            RemoveUnfinished(place);
            throw;
        }
    }

    // C.UTF-8 knows the letters of every script and sorts the same everywhere; where the system lacks it, PostgreSQL 17 has its own.
    private static IEnumerable<string[]> Locales(int version)
    {
        yield return ["--locale-provider=libc", "--locale=C.UTF-8"];
        if (version >= 17) yield return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
        yield return ["--locale-provider=libc", "--locale=C"];
    }

    private static void RemoveUnfinished(Place place)
    {
        foreach (var unfinished in Directory.EnumerateDirectories(place.Root, "data.new*")) Directory.Delete(unfinished, recursive: true);
    }
}
