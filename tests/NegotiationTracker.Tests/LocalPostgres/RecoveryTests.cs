using System.Globalization;
using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

public sealed class RecoveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_committed_survives_a_killed_server()
    {
        await using var home = new TemporaryHome();
        var options = new LocalPostgresOptions(home.Path);
        await using var first = await home.StartAsync(options);
        await TemporaryHome.AskAsync(first, "CREATE TABLE said (words text)");
        await TemporaryHome.AskAsync(first, "INSERT INTO said VALUES ('acknowledged')");
        await TemporaryHome.KillAsync(home.RunningPid()!.Value);

        await using var next = await home.StartAsync(options);
        (await TemporaryHome.AskAsync(next, "SELECT words FROM said")).ShouldBe("acknowledged");
    }

    [Fact]
    public async Task A_stale_pid_file_does_not_stop_the_start()
    {
        await using var home = await StoppedAsync();
        await LeavePidFileAsync(home, int.MaxValue / 2);
        await using var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_pid_that_now_belongs_to_another_process_of_the_same_user_does_not_stop_the_start()
    {
        await using var home = await StoppedAsync();
        var account = await ServerAccount.ChooseAsync(home.Data, Ct);
        var mark = $"{home.Path}/bystander";
        await Command.RunAsync("chmod", ["a+rwx", home.Path], "/", Ct);
        var bystander = account.RunAsync("sh", ["-c", $"echo $$ > {mark}; exec sleep 60"], "/", Ct);
        while (!File.Exists(mark) || (await File.ReadAllTextAsync(mark, Ct)).Length == 0) await Task.Delay(20, Ct);
        var pid = int.Parse(await File.ReadAllTextAsync(mark, Ct), CultureInfo.InvariantCulture);
        await LeavePidFileAsync(home, pid);

        var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
        await postgres.DisposeAsync();
        bystander.IsCompleted.ShouldBeFalse();
        await TemporaryHome.KillAsync(pid);
        await bystander;
    }

    [Fact]
    public async Task A_pid_file_cut_short_does_not_stop_the_start()
    {
        await using var home = await StoppedAsync();
        await File.WriteAllTextAsync(home.PidFile, "", Ct);
        await using var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_that_a_killed_initdb_left_by_halves_is_made_anew()
    {
        await using var home = new TemporaryHome();
        var halves = Path.Combine(home.Place, "data.new.4711");
        Directory.CreateDirectory(Path.Combine(halves, "base"));
        await File.WriteAllTextAsync(Path.Combine(halves, "PG_VERSION"), "15", Ct);
        await using var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
        Directory.Exists(halves).ShouldBeFalse();
    }

    [Fact]
    public async Task Logs_beyond_a_bound_are_removed_at_the_next_start()
    {
        await using var home = await StoppedAsync();
        var log = Path.Combine(home.Place, "log", "server-Xyz.log");
        await using (var file = File.Create(log)) file.SetLength(17 * 1024 * 1024);
        await using var postgres = await home.StartAsync();
        File.Exists(log).ShouldBeFalse();
    }

    private static async Task<TemporaryHome> StoppedAsync()
    {
        var home = new TemporaryHome();
        await using var postgres = await home.StartAsync();
        return home;
    }

    // As PostgreSQL writes it: number, directory, start, port, socket, address, shared memory, status.
    private static async Task LeavePidFileAsync(TemporaryHome home, int pid)
    {
        await File.WriteAllTextAsync(home.PidFile, $"{pid}\n{home.Data}\n1748265600\n5432\n\n127.0.0.1\n   123456         7\nready   \n", Ct);
        var account = await ServerAccount.ChooseAsync(home.Data, Ct);
        await account.OwnAsync(home.PidFile, everything: false, Ct);
    }
}
