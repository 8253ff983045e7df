using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Proposals;

public sealed class ProposalRulesTests
{
    private static readonly ProposalVersion Version = Documents.Proposal.Versions[0];
    private static readonly Provision Provision = Version.Provisions[0];

    [Fact]
    public void A_version_has_a_label_and_a_sound_number_of_points()
    {
        With(Version with { Label = "" }).ShouldBeFaultyAt("versions[0].label");
        With(Version with { Points = new() { Unit = "points" } }).ShouldBeFaultyAt("versions[0].points");
        With(Version with { Points = new() { Low = 28, Best = 27, Unit = "points" } }).ShouldBeFaultyAt("versions[0].points");
        With(Version with { When = Documents.On("2025-06-02", "Nowhere") }).ShouldBeFaultyAt("versions[0].when.zone");
    }

    [Fact]
    public void A_provision_has_a_text_known_topics_and_sound_quantities()
    {
        With(Provision with { Text = "" }).ShouldBeFaultyAt("versions[0].provisions[0].text");
        With(Provision with { Topics = ["weather"] }).ShouldBeFaultyAt("versions[0].provisions[0].topics[0]");
        With(Provision with { Quantities = [new() { Best = 30, High = 20, Unit = "days" }] }).ShouldBeFaultyAt("versions[0].provisions[0].quantities[0]");
        With(Provision with { Deadline = Documents.On("2025-06-02", "Nowhere") }).ShouldBeFaultyAt("versions[0].provisions[0].deadline.zone");
    }

    [Fact]
    public void A_key_stands_once_in_a_version_and_may_stand_in_the_next()
    {
        With(Version with { Provisions = [Provision, Provision] }).ShouldBeFaultyAt("versions[0].provisions");
        (Documents.Proposal with { Versions = [Version, Version with { Label = "as leaked" }] }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_position_is_on_a_provision_that_is_there_or_on_the_whole()
    {
        (Documents.Proposal with { Positions = [new() { Party = "ukraine", Provision = "neutrality", Stance = Stance.Rejects }] }).ShouldBeFaultyAt("positions[0].provision");
        (Documents.Proposal with { Positions = [new() { Party = "ukraine", Stance = Stance.Rejects }] }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_step_is_timed_in_a_known_zone() =>
        (Documents.Proposal with { Statuses = [new() { Status = ProposalStatus.Signed, When = Documents.On("2025-06-02", "Nowhere") }] }).ShouldBeFaultyAt("statuses[0].when.zone");

    private static ProposalDocument With(ProposalVersion version) => Documents.Proposal with { Versions = [version] };

    private static ProposalDocument With(Provision provision) => With(Version with { Provisions = [provision] });
}
