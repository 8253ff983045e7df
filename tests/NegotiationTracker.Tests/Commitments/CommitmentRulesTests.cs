using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Commitments;

public sealed class CommitmentRulesTests
{
    [Fact]
    public void It_says_what_was_promised_and_by_whom()
    {
        (Documents.Commitment with { What = "" }).ShouldBeFaultyAt("what");
        (Documents.Commitment with { Promisers = [] }).ShouldBeFaultyAt("promisers");
    }

    [Fact]
    public void A_due_time_says_something_or_is_left_out()
    {
        (Documents.Commitment with { Due = new() }).ShouldBeFaultyAt("due");
        (Documents.Commitment with { Due = null }).Faults().ShouldBeEmpty();
        (Documents.Commitment with { Due = new() { Readings = [new() { Words = "soon" }] } }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Zones_are_known()
    {
        (Documents.Commitment with { Made = [Documents.On("2025-05-19"), Documents.On("2025-05-19", "Moscow")] }).ShouldBeFaultyAt("made[1].zone");
        (Documents.Commitment with { Steps = [new() { Level = Fulfilment.Full, When = Documents.On("2025-06-02", "Moscow") }] }).ShouldBeFaultyAt("steps[0].when.zone");
    }
}
