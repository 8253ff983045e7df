using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Incidents;

public sealed class IncidentRulesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void Precision_is_one_to_seven(int precision) => (Documents.Incident with { Places = [new() { Name = "Bryansk", Precision = precision }] }).ShouldBeFaultyAt("places[0].precision");

    [Fact]
    public void A_place_has_a_name_and_a_time_a_known_zone()
    {
        (Documents.Incident with { Places = [new() { Name = "Bryansk", Precision = 7 }, new() { Name = "" }] }).ShouldBeFaultyAt("places[1].name");
        (Documents.Incident with { When = Documents.On("2025-05-31", "Bryansk") }).ShouldBeFaultyAt("when.zone");
    }
}
