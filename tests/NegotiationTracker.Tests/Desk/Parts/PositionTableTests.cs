using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Parts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Parts;

public sealed class PositionTableTests
{
    private static readonly JsonObject Proposal = JsonNode.Parse("""
        {"authors":["ukraine"],
         "versions":[{"provisions":[{"key":"1","number":"1","text":"A full ceasefire"},{"text":"No key yet"},{"key":"2"}]},{"provisions":[{"key":"1","text":"The same again"},5]}],
         "positions":[{"party":"russia","provision":"1","stance":"Rejects"},{"party":"russia","stance":"Silent"},{"stance":"Accepts"},{"party":"russia","provision":"1","stance":"Accepts"},{"party":"usa","provision":"9"}]}
        """)!.AsObject();

    [Fact]
    public void A_row_stands_for_the_whole_for_each_keyed_provision_once_and_for_what_no_version_holds() =>
        PositionTable.Of(Proposal, []).Rows.ShouldBe([new("", "The whole proposal"), new("1", "1. A full ceasefire"), new("2", "2"), new("9", "“9”, in no version")]);

    [Fact]
    public void A_column_stands_for_who_spoke_who_wrote_and_who_is_asked_for() => PositionTable.Of(Proposal, ["tuerkiye", "usa"]).Parties.ShouldBe(["russia", "usa", "ukraine", "tuerkiye"]);

    [Fact]
    public void Every_position_is_in_its_cell_or_named_as_without_one()
    {
        var table = PositionTable.Of(Proposal, []);
        table.At("russia", "1").ShouldBe([0, 3]);
        table.At("russia", "").ShouldBe([1]);
        table.At("ukraine", "1").ShouldBeEmpty();
        table.Unplaced.ShouldBe([2]);
        table.Placed.ShouldBe([0, 1, 3, 4]);
    }

    [Fact]
    public void An_empty_draft_has_a_row_and_no_column() => PositionTable.Of([], []).Rows.ShouldHaveSingleItem();
}
