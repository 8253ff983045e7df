using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Delegations;

public sealed class DelegationRulesTests
{
    [Fact]
    public void A_person_is_listed_once() => (Documents.Delegation with { Members = [.. Documents.Delegation.Members, new() { Person = "serhii-kyslytsia" }] }).ShouldBeFaultyAt("members");

    [Fact]
    public void One_head_at_a_time()
    {
        var second = new Member { Person = "andrii-yermak", Role = MemberRole.Head };
        (Documents.Delegation with { Members = [.. Documents.Delegation.Members, second] }).ShouldBeFaultyAt("members");
        (Documents.Delegation with { Members = [.. Documents.Delegation.Members, second with { Presence = Presence.Replaced }] }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Who_comes_or_goes_is_among_the_members()
    {
        (Documents.Delegation with { Amendments = [new() { Date = Documents.On("2025-06-10"), In = ["nobody"] }] }).ShouldBeFaultyAt("amendments[0]");
        (Documents.Delegation with { Amendments = [new() { Date = Documents.On("2025-06-10"), Out = ["nobody"] }] }).ShouldBeFaultyAt("amendments[0]");
    }

    [Fact]
    public void Zones_are_known()
    {
        (Documents.Delegation with { Instrument = Documents.Delegation.Instrument! with { Date = Documents.On("2025-06-01", "Kyiv") } }).ShouldBeFaultyAt("instrument.date.zone");
        (Documents.Delegation with { Amendments = [new() { Date = Documents.On("2025-06-01", "Kyiv") }] }).ShouldBeFaultyAt("amendments[0].date.zone");
        (Documents.Delegation with { Movements = [Documents.Delegation.Movements[0] with { When = Documents.On("2025-06-01", "Kyiv") }] }).ShouldBeFaultyAt("movements[0].when.zone");
    }
}
