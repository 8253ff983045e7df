using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class PublishKillTests(TestDatabases databases)
{
    private const int Kills = 4;

    // The program itself, killed while its one transaction runs: seen from outside, from the first row written to just before the end.
    [Fact]
    public async Task A_program_killed_while_it_publishes_leaves_all_or_nothing()
    {
        var stop = TestContext.Current.CancellationToken;
        var killedAtWork = 0;
        await using var database = await databases.CreateAsync();
        for (var i = 0; i < Kills; i++)
        {
            using var program = Import(database.OwnerConnectionString);
            if (await IsAtWorkAsync(database, program, stop))
            {
                await Task.Delay(40 + (i * 250), stop);
                if (!program.HasExited) killedAtWork++;
            }
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(stop);

            var report = await new Verification(database.Desk).RunAsync(stop);
            report.Findings.ShouldBeEmpty();
            await using var record = new RecordContext(database.ReaderOptions);
            (await record.Records.CountAsync(stop)).ShouldBeOneOf(0, 727);
            (await record.Search.CountAsync(stop)).ShouldBe(report.Records);
        }
        killedAtWork.ShouldBeGreaterThan(0, "at least one kill hit the transaction");
    }

    private static Process Import(string owner)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TrackerApp).Assembly.Location, "import", Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ConnectionStrings__Tracker"] = owner;
        return Process.Start(start)!;
    }

    private static async Task<bool> IsAtWorkAsync(TestDatabase database, Process program, CancellationToken stop)
    {
        while (!program.HasExited)
        {
            var writing = await TestDatabase.AskAsync(database.Owner, "select count(*) from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'record' and l.mode = 'RowExclusiveLock'");
            if (writing is > 0L) return true;
            await Task.Delay(15, stop);
        }
        return false;
    }
}
