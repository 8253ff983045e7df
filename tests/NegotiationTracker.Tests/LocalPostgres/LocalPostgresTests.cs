using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.Versioning;
using NegotiationTracker.LocalPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class LocalPostgresTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_start_makes_a_database_with_checksums_that_knows_every_script()
    {
        await using var home = new TemporaryHome();
        await using var postgres = await home.StartAsync(new LocalPostgresOptions(home.Path) { Database = "a \"quoted\" name" });

        postgres.MajorVersion.ShouldBeGreaterThanOrEqualTo(15);
        File.Exists(Path.Combine(postgres.BinDirectory, "pg_ctl")).ShouldBeTrue();
        (await TemporaryHome.AskAsync(postgres, "SELECT current_database()")).ShouldBe("a \"quoted\" name");
        (await TemporaryHome.AskAsync(postgres, "SHOW data_checksums")).ShouldBe("on");
        (await TemporaryHome.AskAsync(postgres, "SHOW server_encoding")).ShouldBe("UTF8");
        (await TemporaryHome.AskAsync(postgres, "SELECT lower('МЕДИНСЬКИЙ')")).ShouldBe("мединський");
        (await TemporaryHome.AskAsync(postgres, "SHOW fsync")).ShouldBe("on");
        (await TemporaryHome.AskAsync(postgres, "SHOW synchronous_commit")).ShouldBe("on");
    }

    [Fact]
    public async Task The_owner_is_no_superuser_and_may_do_all_that_the_program_needs()
    {
        await using var home = new TemporaryHome();
        await using var postgres = await home.StartAsync();

        (await TemporaryHome.AskAsync(postgres, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        await TemporaryHome.AskAsync(postgres, "CREATE EXTENSION pg_trgm");
        await TemporaryHome.AskAsync(postgres, "CREATE SCHEMA record; CREATE ROLE only_reads LOGIN PASSWORD 'x'; ALTER ROLE only_reads PASSWORD 'y'; GRANT USAGE ON SCHEMA record TO only_reads");
        await TemporaryHome.AskAsync(postgres, "CREATE DATABASE copy TEMPLATE tracker");
        await using var copy = new NpgsqlConnection(postgres.ConnectionStringFor("copy") + ";Pooling=false");
        await copy.OpenAsync(Ct);
        await TemporaryHome.AskAsync(postgres, "DROP DATABASE copy WITH (FORCE)");
    }

    [Fact]
    public async Task Only_this_machine_gets_in_and_only_with_the_password()
    {
        await using var home = new TemporaryHome();
        await using var postgres = await home.StartAsync();

        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == postgres.Port)
            .ShouldHaveSingleItem().Address.ShouldBe(IPAddress.Loopback);
        (await TemporaryHome.AskAsync(postgres, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        (await TemporaryHome.AskAsync(postgres, "SHOW unix_socket_directories")).ShouldBe("");
        foreach (var role in new[] { "tracker", "postgres" })
        {
            var guess = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = role, Password = "postgres", Pooling = false };
            await using var connection = new NpgsqlConnection(guess.ConnectionString);
            (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        }
    }

    [Fact]
    public async Task Only_the_owner_reads_the_password_and_the_data()
    {
        await using var home = new TemporaryHome();
        await using var postgres = await home.StartAsync();

        var secret = Path.Combine(home.Place, "password");
        (await File.ReadAllTextAsync(secret, Ct)).Trim().Length.ShouldBe(64);
        File.GetUnixFileMode(secret).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var directory in new[] { home.Place, home.Data, Path.Combine(home.Place, "log") })
        {
            File.GetUnixFileMode(directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task The_server_never_runs_as_root()
    {
        await using var home = new TemporaryHome();
        await using var postgres = await home.StartAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{home.RunningPid()}/status", Ct);
        status.First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1].ShouldNotBe("0");
    }

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_by_halves()
    {
        await using var home = new TemporaryHome();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
        await Should.ThrowAsync<OperationCanceledException>(() => LocalPostgres.LocalPostgres.StartAsync(home.Options, log: null, soon.Token));

        Directory.EnumerateDirectories(home.Place, "data*").ShouldBeEmpty();
        await using var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
    }
}
