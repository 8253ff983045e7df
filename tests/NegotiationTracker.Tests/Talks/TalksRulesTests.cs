using NegotiationTracker.Data.Talks;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Talks;

public sealed class TalksRulesTests
{
    [Fact]
    public void Talks_were_planned_or_held() => (Documents.Talks with { Status = TalksStatus.Proposed, Planned = null, Actual = null }).ShouldBeFaultyAt("planned");

    [Fact]
    public void Talks_that_were_held_have_a_time() => (Documents.Talks with { Actual = null }).ShouldBeFaultyAt("actual");

    [Theory]
    [InlineData(TalksStatus.Cancelled)]
    [InlineData(TalksStatus.Refused)]
    public void Talks_that_were_called_off_were_not_held(TalksStatus status)
    {
        (Documents.Talks with { Status = status }).ShouldBeFaultyAt("actual");
        (Documents.Talks with { Status = status, Actual = null }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Zones_are_known()
    {
        (Documents.Talks with { Planned = Documents.On("2025-06-02", "Istanbul") }).ShouldBeFaultyAt("planned.zone");
        (Documents.Talks with { Actual = Documents.On("2025-06-02", "Istanbul") }).ShouldBeFaultyAt("actual.zone");
    }

    [Fact]
    public void Nobody_takes_part_twice() => (Documents.Talks with { Participants = [new() { Person = "rustem-umerov" }, new() { Person = "rustem-umerov" }] }).ShouldBeFaultyAt("participants");

    [Fact]
    public void Points_and_outcomes_say_something()
    {
        (Documents.Talks with { Agenda = [new() { Text = "" }] }).ShouldBeFaultyAt("agenda[0].text");
        (Documents.Talks with { Agenda = [new() { Text = "Prisoners", Topic = "people" }] }).ShouldBeFaultyAt("agenda[0].topic");
        (Documents.Talks with { Outcomes = [new() { Text = "\t" }] }).ShouldBeFaultyAt("outcomes[0].text");
    }
}
