using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace NegotiationTracker.LocalPostgres;

/// <summary>The directory of a private cluster: <c>data</c>, <c>log</c>, <c>password</c> and the two lock files.</summary>
internal sealed class Place
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Traversable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private Place(string root, ServerAccount account)
    {
        Root = root;
        Account = account;
    }

    public string Root { get; }

    public ServerAccount Account { get; }

    public string Data => Path.Combine(Root, "data");

    /// <summary>
    /// A cluster in the making: renamed to <see cref="Data"/> when it is whole, so a killed initdb leaves none by halves. Each program
    /// has its own, since the initdb of a killed one may still be writing.
    /// </summary>
    public string Unfinished => Path.Combine(Root, $"data.new.{Environment.ProcessId}");

    public string Log => Path.Combine(Root, "log");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>Held exclusively by whoever starts or stops the server.</summary>
    public string StartLock => Path.Combine(Root, "start.lock");

    /// <summary>Held shared by every program that uses the server.</summary>
    public string Lease => Path.Combine(Root, "lease.lock");

    public static async Task<Place> OpenAsync(string home, ILogger? log, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(Path.GetFullPath(home), "postgres"));
        // A server is known by the directory in its command line, so every way to write one directory must come out the same.
        home = WithoutLinks(Path.GetFullPath(home));
        var root = Path.Combine(home, "postgres");
        var pointer = Path.Combine(root, "location");
        if (File.Exists(pointer))
        {
            root = (await File.ReadAllTextAsync(pointer, ct)).Trim();
            if (!Directory.Exists(root))
            {
                throw new LocalPostgresException($"The private database of {home} was kept in {root}, which is gone: put that directory back from a backup, "
                    + $"or remove {pointer} to begin with an empty database.");
            }
        }
        var account = await ServerAccount.ChooseAsync(Path.Combine(root, "data"), ct);
        if (!await account.ReachesAsync(Path.GetDirectoryName(root)!, ct))
        {
            if (File.Exists(Path.Combine(root, "data", "PG_VERSION")))
            {
                throw new LocalPostgresException($"The private database in {root} runs as the user {account.Name}, who can no longer get into that directory: "
                    + "open the directories above it to others (chmod o+x) and start again.");
            }
            root = Elsewhere(home);
            Directory.CreateDirectory(root);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.GetDirectoryName(root)!, OwnerOnly | Traversable);
            await File.WriteAllTextAsync(pointer, root + "\n", ct);
            log?.LogInformation("The user {Account} that PostgreSQL runs as cannot get into {Home}, so the private database is kept in {Place}", account.Name, home, root);
        }
        var place = new Place(root, account);
        await place.PrepareAsync(ct);
        return place;
    }

    /// <summary>The place for a home that the server's user cannot get into, such as one below /root.</summary>
    internal static string Elsewhere(string home) => Path.Combine("/var/lib/negotiationtracker",
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(home))))[..16]);

    /// <summary>The password of this cluster's roles, made at the first call. Call it under the start lock.</summary>
    public async Task<string> PasswordAsync(CancellationToken ct)
    {
        if (File.Exists(PasswordFile)) return (await File.ReadAllTextAsync(PasswordFile, ct)).Trim();
        if (Cluster.MajorOf(Data) is not null)
        {
            throw new LocalPostgresException($"{PasswordFile} is gone, and without it nobody gets into the private database in {Data}: put the file back from a backup, "
                + $"or move {Root} aside to begin with an empty database.");
        }
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var unfinished = PasswordFile + ".new";
        File.Delete(unfinished);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnerOnly;
        await using (var file = new FileStream(unfinished, how))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(password + "\n"), ct);
            file.Flush(flushToDisk: true);
        }
        await Account.OwnAsync(unfinished, everything: false, ct);
        File.Move(unfinished, PasswordFile);
        return password;
    }

    private static string WithoutLinks(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var full = Path.Combine(WithoutLinks(parent), Path.GetFileName(path));
        return Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? WithoutLinks(target.FullName) : full;
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Log);
        foreach (var directory in new[] { Root, Log })
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(directory, OwnerOnly | UnixFileMode.UserExecute);
            await Account.OwnAsync(directory, everything: false, ct);
        }
    }
}
