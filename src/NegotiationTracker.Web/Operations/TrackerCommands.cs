using System.CommandLine;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.LocalPostgres;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Imports;
using NegotiationTracker.Web.Operations.Backups;
using Npgsql;

namespace NegotiationTracker.Web.Operations;

/// <summary>
/// The commands of the executable. Settings follow in ASP.NET's own way (<c>--Tracker:Home=...</c>, <c>--urls ...</c>). Every command ends
/// with 0, or with another number and one clear line.
/// </summary>
internal static class TrackerCommands
{
    /// <summary>Runs the command that <paramref name="args"/> name; without one, <c>serve</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Root(args);
        if (args is [{ Length: > 0 } word, ..] && word[0] != '-' && root.Subcommands.All(c => c.Name != word))
        {
            await Console.Error.WriteLineAsync($"There is no command '{word}': say one of {string.Join(", ", root.Subcommands.Select(c => c.Name))}.");
            return 2;
        }
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is LocalPostgresException or DatabaseSetupException or ContentException or BackupException or NpgsqlException or IOException)
        {
            await Console.Error.WriteLineAsync(e is NpgsqlException ? $"The database does not answer as it should: {e.Message}" : e.Message);
            return 1;
        }
    }

    private static RootCommand Root(string[] args)
    {
        var root = new RootCommand("NegotiationTracker keeps the public record of a ceasefire negotiation.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, ct) => ServeAsync(args, ct));
        root.Add(Command("serve", "Runs the web app (the default).", (_, ct) => ServeAsync(args, ct)));
        root.Add(Command("migrate", "Brings the database's schemas and roles up to date.", (parsed, ct) => WithDatabase(parsed, _ => Task.FromResult(0), ct)));
        root.Add(Command("verify", "Checks every hash chain and every published record against its revision.", (parsed, ct) => WithDatabase(parsed, db => VerifyAsync(db, ct), ct)));
        root.Add(Import());
        root.Add(Generate());
        root.Add(User());
        root.Add(Archive("backup", "Writes the whole database into one file.", (db, file, ct) => Backup.MakeAsync(db.Owner, db.ToolsBeside, file, Console.Out, ct)));
        root.Add(Archive("restore", "Fills an empty database from a backup, and verifies it.", (db, file, ct) => Restore.RunAsync(db, db.ToolsBeside, file, Console.Out, ct)));
        return root;
    }

    private static Command Archive(string name, string description, Func<TrackerDatabase, string, CancellationToken, Task<int>> act)
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var command = Command(name, description, (parsed, ct) => WithDatabase(parsed, db => act(db, parsed.GetRequiredValue(file), ct), ct));
        command.Add(file);
        return command;
    }

    private static Command Generate()
    {
        var entries = new Option<int>("--entries") { Description = "How many timeline entries, from 1 to 5,000,000.", Required = true };
        var seed = new Option<int>("--seed") { Description = "A whole number: the same one gives the same record.", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Write even into a database that holds records or drafts that people wrote." };
        var command = Command("generate", "Writes a made-up published record, for measuring. Refuses a database that holds anything but shipped and generated content.", (parsed, ct) => WithDatabase(
            parsed, db => GenerateCommand.RunAsync(db.Owner, parsed.GetRequiredValue(entries), parsed.GetRequiredValue(seed), parsed.GetValue(yes), Console.Out, ct), ct));
        foreach (var option in new Option[] { entries, seed, yes }) command.Add(option);
        return command;
    }

    private static Command User()
    {
        var email = new Option<string>("--email") { Description = "E-mail address.", Required = true };
        var role = new Option<Role>("--role") { Description = "reader, analyst, editor, reviewer or admin.", Required = true };
        var name = new Option<string?>("--name") { Description = "Name that colleagues see." };
        var stdin = new Option<bool>("--password-stdin") { Description = "Take the password from standard input; otherwise a one-time link is printed." };
        var add = Command("add", "Makes an account, or a link by which its owner makes it.", (parsed, ct) => WithDatabase(
            parsed, db => UserCommands.AddAsync(db, parsed.GetRequiredValue(email), parsed.GetRequiredValue(role), parsed.GetValue(name), parsed.GetValue(stdin), Console.In, Console.Out, ct), ct));
        foreach (var option in new Option[] { email, role, name, stdin }) add.Add(option);
        var list = Command("list", "Lists the accounts.", (parsed, ct) => WithDatabase(parsed, db => UserCommands.ListAsync(db, Console.Out, ct), ct));
        var disable = Command("disable", "Disables an account and ends its sessions.", (parsed, ct) => WithDatabase(parsed, db => UserCommands.DisableAsync(db, parsed.GetRequiredValue(email), Console.Out, ct), ct));
        var reset = Command("reset", "Ends the sessions of an account and prints a link for a new password.", (parsed, ct) => WithDatabase(parsed, db => UserCommands.ResetAsync(db, parsed.GetRequiredValue(email), Console.Out, ct), ct));
        disable.Add(email);
        reset.Add(email);
        var user = new Command("user", "Accounts: add, list, disable, reset.");
        foreach (var command in new[] { add, list, disable, reset }) user.Add(command);
        return user;
    }

    private static Command Import()
    {
        var path = new Argument<string>("path") { Description = "A .json or .jsonl file of documents, a facts file, or a directory of them." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, write nothing." };
        var command = Command("import", "Publishes documents: all or none.", (parsed, ct) => WithDatabase(
            parsed, db => ImportCommand.RunAsync(new Publisher(db.Desk, TimeProvider.System), parsed.GetRequiredValue(path), parsed.GetValue(dryRun), $"import by {Environment.UserName}", Console.Out, ct), ct));
        command.Add(path);
        command.Add(dryRun);
        return command;
    }

    private static async Task<int> ServeAsync(string[] args, CancellationToken ct)
    {
        await TrackerApp.RunAsync(args, ct);
        return 0;
    }

    private static async Task<int> VerifyAsync(TrackerDatabase database, CancellationToken ct)
    {
        var report = await new Verification(database.Desk).RunAsync(ct);
        foreach (var finding in report.Findings) Console.WriteLine(finding);
        Console.WriteLine($"{report.Records} records and {report.Revisions} revisions checked: {(report.Findings.Count == 0 ? "all agree" : $"{report.Findings.Count} findings")}.");
        return report.Findings.Count == 0 ? 0 : 1;
    }

    private static async Task<int> WithDatabase(ParseResult parsed, Func<TrackerDatabase, Task<int>> act, CancellationToken ct)
    {
        var configuration = TrackerConfiguration.Of([.. parsed.UnmatchedTokens]);
        using var logs = LoggerFactory.Create(b => b.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        await using var database = await TrackerDatabase.OpenAsync(configuration, logs.CreateLogger("NegotiationTracker"), ct);
        return await act(database);
    }

    private static Command Command(string name, string description, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(act);
        return command;
    }
}
