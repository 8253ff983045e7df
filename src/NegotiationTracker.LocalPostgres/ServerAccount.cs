using System.Globalization;

namespace NegotiationTracker.LocalPostgres;

/// <summary>
/// The user that the server runs as. PostgreSQL refuses to run as root, so a program of root's hands its commands to another user:
/// the owner of an existing cluster, else <c>postgres</c>, else <c>nobody</c>.
/// </summary>
internal sealed class ServerAccount
{
    private readonly IReadOnlyList<string> _prefix;

    private ServerAccount(string name, string owner, IReadOnlyList<string> prefix)
    {
        Name = name;
        Owner = owner;
        _prefix = prefix;
    }

    public string Name { get; }

    /// <summary>"uid:gid", as chown takes it.</summary>
    public string Owner { get; }

    public bool IsAnother => _prefix.Count > 0;

    public static async Task<ServerAccount> ChooseAsync(string data, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new ServerAccount(Environment.UserName, "", []);

        var accounts = (await File.ReadAllLinesAsync("/etc/passwd", ct)).Select(line => line.Split(':')).Where(f => f.Length > 3).ToList();
        var uid = await OwnerOfAsync(data, ct);
        var account = (uid is null or "0" ? null : accounts.Find(f => f[2] == uid))
            ?? accounts.Find(f => f[0] == "postgres") ?? accounts.Find(f => f[0] == "nobody")
            ?? throw new LocalPostgresException("PostgreSQL refuses to run as root and there is no user postgres or nobody to run it as: start the program as an ordinary user.");
        string[][] ways =
        [
            ["setpriv", $"--reuid={account[2]}", $"--regid={account[3]}", "--clear-groups", "--"],
            ["runuser", "-u", account[0], "--"],
            ["su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", account[0]],
        ];
        foreach (var way in ways)
        {
            if (Command.Find(way[0], Environment.GetEnvironmentVariable("PATH") ?? "") is null) continue;
            var drop = new ServerAccount(account[0], $"{account[2]}:{account[3]}", way);
            if ((await drop.RunAsync("true", [], "/", ct)).Succeeded) return drop;
        }
        throw new LocalPostgresException($"PostgreSQL refuses to run as root, and neither setpriv, runuser nor su could run it as {account[0]}: start the program as an ordinary user.");
    }

    /// <summary>Runs a program as the server's user.</summary>
    public Task<CommandResult> RunAsync(string file, IEnumerable<string> arguments, string directory, CancellationToken ct) =>
        IsAnother
            ? Command.RunAsync(_prefix[0], [.. _prefix.Skip(1), file, .. arguments], directory, ct)
            : Command.RunAsync(file, arguments, directory, ct);

    /// <summary>Whether the server's user gets into a directory; for ourselves, the file system says so soon enough.</summary>
    public async Task<bool> ReachesAsync(string directory, CancellationToken ct) =>
        !IsAnother || (await RunAsync("test", ["-x", directory], "/", ct)).Succeeded;

    /// <summary>Makes the server's user the owner of a file or directory, with everything in it when asked.</summary>
    public async Task OwnAsync(string path, bool everything, CancellationToken ct)
    {
        if (!IsAnother) return;
        var result = await Command.RunAsync("chown", everything ? ["-R", Owner, path] : [Owner, path], "/", ct);
        if (!result.Succeeded) throw new LocalPostgresException($"{path} cannot be handed to the user {Name}: {result.Output.Trim()}");
    }

    // ls is the one portable way to ask for an owner: .NET has none and stat(1) differs between systems.
    private static async Task<string?> OwnerOfAsync(string path, CancellationToken ct) =>
        Directory.Exists(path) && await Command.RunAsync("ls", ["-nd", path], "/", ct) is { Succeeded: true } listed
            && listed.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 3 } fields
            && int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? fields[2] : null;
}
