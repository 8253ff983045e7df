using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.LocalPostgres;
using Npgsql;
using PrivatePostgres = NegotiationTracker.LocalPostgres.LocalPostgres;

namespace NegotiationTracker.KillDrill;

/// <summary>Starts the program over a private PostgreSQL, lets editors save, kills one of the two, starts it again, and looks.</summary>
public static class Drill
{
    private const int Writers = 4;

    /// <summary>Runs a number of kills.</summary>
    /// <param name="moments">How many.</param>
    /// <param name="seed">Of the random moments and texts.</param>
    /// <param name="output">Told after every 20 kills.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<DrillReport> RunAsync(int moments, int seed, TextWriter output, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("nt-drill-").FullName;
        var random = new Random(seed);
        var postgres = await PrivatePostgres.StartAsync(new LocalPostgresOptions(home), null, ct);
        try
        {
            await DatabaseSetup.MigrateAsync(postgres.ConnectionString, null, ct);
            var writers = await WritersAsync(postgres, seed, ct);
            var lost = new List<string>();
            for (var moment = 1; moment <= moments; moment++)
            {
                var killsDatabase = moment % 2 == 0;
                await using (var program = await DrillProgram.StartAsync(postgres.ConnectionString, ct))
                {
                    using var client = new HttpClient { BaseAddress = program.Address, Timeout = TimeSpan.FromSeconds(10) };
                    using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
                    var writing = Task.WhenAll(writers.Select(w => w.WriteAsync(client, stop.Token)));
                    await WarmAsync(writers, writing, ct);
                    await Task.Delay(random.Next(0, 600), ct);
                    if (killsDatabase) await KillAsync(postgres, ct);
                    else program.Kill();
                    await stop.CancelAsync();
                    await writing;
                }
                if (killsDatabase)
                {
                    await postgres.DisposeAsync();
                    postgres = await PrivatePostgres.StartAsync(new LocalPostgresOptions(home), null, ct);
                }
                lost.AddRange(await LookAsync(postgres, writers, ct));
                if (moment % 20 == 0) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{moment} kills, {writers.Sum(w => w.Acknowledged)} saves acknowledged, {lost.Count} lost"));
            }
            return new DrillReport(moments - (moments / 2), moments / 2, writers.Sum(w => w.Acknowledged), writers.Sum(w => w.Unanswered), lost);
        }
        finally
        {
            await postgres.DisposeAsync();
            Directory.Delete(home, recursive: true);
        }
    }

    // The first save of a new process takes a second; the kill is to come while saves go through.
    private static async Task WarmAsync(List<Writer> writers, Task writing, CancellationToken ct)
    {
        var before = writers.Sum(w => w.Acknowledged);
        while (writers.Sum(w => w.Acknowledged) < before + Writers && !writing.IsCompleted) await Task.Delay(5, ct);
    }

    private static async Task<List<Writer>> WritersAsync(PrivatePostgres postgres, int seed, CancellationToken ct)
    {
        await using var desk = NpgsqlDataSource.Create(DatabaseRoles.DeskConnectionString(postgres.ConnectionString));
        var account = Guid.CreateVersion7();
        await using (var context = new DeskContext(new DbContextOptionsBuilder<DeskContext>().UseNpgsql(desk).Options))
        {
            context.Add(new Account { Id = account, Name = "Drill", Role = Role.Editor, CreatedAt = DateTimeOffset.UtcNow });
            await context.SaveChangesAsync(ct);
        }
        var drafts = new Drafts(desk, TimeProvider.System);
        var writers = new List<Writer>();
        for (var i = 0; i < Writers; i++)
            writers.Add(new Writer(account, ((DeskOutcome.Done)await drafts.CreateAsync(account, "talks", [], ct)).Draft.Id, seed + i));
        return writers;
    }

    private static async Task<List<string>> LookAsync(PrivatePostgres postgres, List<Writer> writers, CancellationToken ct)
    {
        await using var desk = NpgsqlDataSource.Create(DatabaseRoles.DeskConnectionString(postgres.ConnectionString));
        var drafts = new Drafts(desk, TimeProvider.System);
        var faults = new List<string>();
        foreach (var writer in writers)
        {
            var draft = await drafts.FindAsync(writer.Account, writer.Draft, ct);
            if (draft is null) faults.Add($"draft {writer.Draft} is gone.");
            else if (writer.Fault(draft.Document, draft.Version) is { } fault) faults.Add(fault);
        }
        return faults;
    }

    // The postmaster is the parent of any backend. Its children see it gone and end by themselves.
    private static async Task KillAsync(PrivatePostgres postgres, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(ct);
        var stat = await File.ReadAllTextAsync($"/proc/{connection.ProcessID}/stat", ct);
        var postmaster = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(postmaster);
        process.Kill();
        await process.WaitForExitAsync(ct);
    }
}
