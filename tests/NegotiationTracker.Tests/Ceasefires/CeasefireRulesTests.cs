using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Ceasefires;

public sealed class CeasefireRulesTests
{
    [Fact]
    public void It_ends_after_it_begins()
    {
        (Documents.Ceasefire with { To = Documents.On("2025-04-18") }).ShouldBeFaultyAt("to");
        (Documents.Ceasefire with { To = Documents.On("2025-04-19") }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Its_length_is_a_number_in_order() => (Documents.Ceasefire with { Length = new() { Low = 48, High = 24, Unit = "hours" } }).ShouldBeFaultyAt("length");

    [Fact]
    public void Zones_are_known()
    {
        (Documents.Ceasefire with { Announced = Documents.On("2025-04-19", "Kremlin") }).ShouldBeFaultyAt("announced.zone");
        (Documents.Ceasefire with { From = Documents.On("2025-04-19", "Kremlin") }).ShouldBeFaultyAt("from.zone");
        (Documents.Ceasefire with { To = Documents.On("2025-04-21", "Kremlin") }).ShouldBeFaultyAt("to.zone");
    }
}
