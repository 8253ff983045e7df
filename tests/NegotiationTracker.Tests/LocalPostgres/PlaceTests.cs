using System.Runtime.Versioning;
using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class PlaceTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_home_closed_to_the_server_s_user_keeps_its_database_elsewhere_and_remembers_where()
    {
        await using var home = new TemporaryHome();
        File.SetUnixFileMode(home.Path, OwnerOnly);
        var expected = Environment.IsPrivilegedProcess ? Place.Elsewhere(home.Path) : home.Place;
        try
        {
            await using (var first = await home.StartAsync()) await TemporaryHome.AskAsync(first, "CREATE TABLE said (words text)");
            File.Exists(Path.Combine(expected, "data", "PG_VERSION")).ShouldBeTrue();
            await using var again = await home.StartAsync();
            (await TemporaryHome.AskAsync(again, "SELECT count(*) FROM said")).ShouldBe(0L);
        }
        finally
        {
            Directory.Delete(expected, recursive: true);
        }
        if (expected != home.Place) (await home.RefusalAsync()).ShouldContain($"was kept in {expected}, which is gone");
    }

    [Fact]
    public async Task A_database_that_can_no_longer_be_reached_is_not_replaced_by_an_empty_one()
    {
        await using var home = new TemporaryHome();
        await using (await home.StartAsync())
        {
        }
        File.SetUnixFileMode(home.Path, Environment.IsPrivilegedProcess ? OwnerOnly : UnixFileMode.UserRead);
        try
        {
            (await home.RefusalAsync()).ShouldContain(home.Path);
        }
        finally
        {
            File.SetUnixFileMode(home.Path, OwnerOnly);
        }
    }

    [Fact]
    public async Task A_database_of_another_user_keeps_running_as_that_user_under_root()
    {
        await using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Data);
        var handed = await Command.RunAsync("chown", ["nobody", home.Data], "/", Ct);
        (await ServerAccount.ChooseAsync(home.Data, Ct)).Name.ShouldBe(handed.Succeeded ? "nobody" : Environment.UserName);
    }
}
