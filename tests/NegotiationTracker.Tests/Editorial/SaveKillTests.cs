using NegotiationTracker.KillDrill;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class SaveKillTests
{
    // The command in tests/NegotiationTracker.KillDrill does the same 200 times.
    [Fact]
    public async Task Every_acknowledged_save_survives_twenty_kills_of_the_program_and_of_PostgreSQL()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The drill finds the server's process through /proc.");
        var report = await Drill.RunAsync(20, Environment.TickCount, TextWriter.Null, TestContext.Current.CancellationToken);
        report.Lost.ShouldBeEmpty();
        report.Acknowledged.ShouldBeGreaterThan(20, "the kills must come while saves are made");
        (report.ProgramKills, report.DatabaseKills).ShouldBe((10, 10));
    }
}
