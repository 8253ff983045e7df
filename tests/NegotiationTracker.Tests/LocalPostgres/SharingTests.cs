using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

public sealed class SharingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_starting_at_once_share_one_server_and_the_last_one_stops_it()
    {
        await using var home = new TemporaryHome();
        using var one = OtherProgram.Start(home.Path);
        using var other = OtherProgram.Start(home.Path);

        var ports = await Task.WhenAll(one.ReadyAsync(), other.ReadyAsync());
        ports[0].ShouldBe(ports[1]);
        var server = home.RunningPid().ShouldNotBeNull();

        (await one.FinishAsync()).ShouldBe(0);
        home.RunningPid().ShouldBe(server);
        (await other.FinishAsync()).ShouldBe(0);
        home.RunningPid().ShouldBeNull();
        File.Exists(home.PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task The_server_of_a_killed_program_is_joined_and_stopped_by_the_next()
    {
        await using var home = new TemporaryHome();
        using var killed = OtherProgram.Start(home.Path);
        var port = await killed.ReadyAsync();
        var server = home.RunningPid().ShouldNotBeNull();
        await TemporaryHome.KillAsync(killed.Pid);
        home.RunningPid().ShouldBe(server);

        var next = await home.StartAsync();
        next.Port.ShouldBe(port);
        (await TemporaryHome.AskAsync(next, "SELECT 1")).ShouldBe(1);
        await next.DisposeAsync();
        home.RunningPid().ShouldBeNull();
    }

    [Fact]
    public async Task Ctrl_C_reaches_the_program_and_not_the_server()
    {
        await using var home = new TemporaryHome();
        using var interrupted = OtherProgram.Start(home.Path);
        await interrupted.ReadyAsync();
        await using var stays = await home.StartAsync();

        // A terminal sends SIGINT to the whole process group.
        (await Command.RunAsync("kill", ["-INT", "--", $"-{interrupted.Pid}"], "/", Ct)).Succeeded.ShouldBeTrue();
        (await interrupted.ExitAsync()).ShouldBe(0);
        (await TemporaryHome.AskAsync(stays, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_without_durability_is_not_passed_off_as_a_durable_one()
    {
        await using var home = new TemporaryHome();
        var fast = await home.StartAsync();
        (await TemporaryHome.AskAsync(fast, "SHOW fsync")).ShouldBe("off");
        (await home.RefusalAsync(new LocalPostgresOptions(home.Path))).ShouldContain("without durability");
        await fast.DisposeAsync();

        using var killed = OtherProgram.Start(home.Path);
        await killed.ReadyAsync();
        await TemporaryHome.KillAsync(killed.Pid);
        await using var durable = await home.StartAsync(new LocalPostgresOptions(home.Path));
        (await TemporaryHome.AskAsync(durable, "SHOW fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task A_home_reached_through_a_link_is_the_same_home()
    {
        await using var home = new TemporaryHome();
        var link = home.Path + "-link";
        Directory.CreateSymbolicLink(link, home.Path);
        try
        {
            await using var one = await home.StartAsync();
            await using var other = await home.StartAsync(home.Options with { Home = link });
            other.Port.ShouldBe(one.Port);
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public async Task Letting_go_twice_is_letting_go_once()
    {
        await using var home = new TemporaryHome();
        var one = await home.StartAsync();
        await using var other = await home.StartAsync();
        await one.DisposeAsync();
        await one.DisposeAsync();
        (await TemporaryHome.AskAsync(other, "SELECT 1")).ShouldBe(1);
    }
}
