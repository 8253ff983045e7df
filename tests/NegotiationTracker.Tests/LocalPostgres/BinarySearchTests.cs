using System.Runtime.Versioning;
using NegotiationTracker.LocalPostgres;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class BinarySearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_in_PATH_come_first_and_are_followed_and_the_newest_package_next()
    {
        await using var home = new TemporaryHome();
        var linked = Scripts.Lay(Path.Combine(home.Path, "opt", "bin"), "15.1");
        var links = Directory.CreateDirectory(Path.Combine(home.Path, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "initdb"), Path.Combine(linked, "initdb"));
        var packages = new[] { "9", "16", "15" }.ToDictionary(v => v, v => Scripts.Lay(Path.Combine(home.Path, "lib", v, "bin"), v + ".1"));
        var red = Scripts.Lay(Path.Combine(home.Path, "pgsql-17", "bin"), "17.1");

        var search = new BinarySearch(links, [Path.Combine(home.Path, "lib", "*", "bin"), Path.Combine(home.Path, "pgsql-*", "bin"), Path.Combine(home.Path, "none", "*", "bin")]);
        search.Installed().ShouldBe([linked, packages["16"], packages["15"], packages["9"], red]);
    }

    [Fact]
    public async Task One_that_is_too_old_or_lacks_trigrams_is_passed_over()
    {
        await using var home = new TemporaryHome();
        Scripts.Lay(Path.Combine(home.Path, "19", "bin"), "19.1", trigrams: false);
        var fit = Scripts.Lay(Path.Combine(home.Path, "16", "bin"), "16.4 (Some packager)");
        Scripts.Lay(Path.Combine(home.Path, "17", "bin"), "14.9");
        (await FindAsync(home, clusterVersion: null)).ShouldBe(new PostgresBinaries(fit, 16));
    }

    [Fact]
    public async Task An_existing_cluster_gets_the_binaries_of_its_own_version()
    {
        await using var home = new TemporaryHome();
        Scripts.Lay(Path.Combine(home.Path, "17", "bin"), "17.1");
        var own = Scripts.Lay(Path.Combine(home.Path, "15", "bin"), "15.9");
        (await FindAsync(home, clusterVersion: 15)).Directory.ShouldBe(own);
    }

    private static async Task<PostgresBinaries> FindAsync(TemporaryHome home, int? clusterVersion)
    {
        var search = new BinarySearch("", [Path.Combine(home.Path, "*", "bin")]);
        var place = await Place.OpenAsync(home.Path, log: null, Ct);
        return await search.FindAsync(home.Options, clusterVersion, place, log: null, Ct);
    }
}
