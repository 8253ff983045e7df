using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;
using Cite = NegotiationTracker.Web.Desk.Citing.Citing;

namespace NegotiationTracker.Tests.Desk.Citing;

/// <summary>A source attached to a field stays with what it supports.</summary>
public sealed class CitingTests
{
    [Theory]
    [InlineData("title", "citations", "title")]
    [InlineData("", "citations", "")]
    [InlineData("planned", "citations", "planned")]
    [InlineData("planned.date", "citations", "planned")]
    [InlineData("planned.zone", "citations", "planned")]
    [InlineData("outcomes[1].text", "outcomes[1].citations", "text")]
    [InlineData("outcomes[1]", "outcomes[1].citations", "")]
    [InlineData("outcomes[9].text", "citations", "outcomes[9].text")]
    [InlineData("outcomes[1].citations[0].quote", "outcomes[1].citations", "")]
    [InlineData("citations[0].locator", "citations", "")]
    [InlineData("claims[0].value", "claims[0].citations", "value")]
    public void It_goes_to_the_innermost_part_that_has_citations(string field, string list, string named)
    {
        var session = Session();
        Cite.PlaceOf(session, field).ShouldBe((list, named));
        var before = session.Count(list);
        Cite.Attach(session, field).ShouldBeTrue();
        session.Count(list).ShouldBe(before + 1);
        var citation = session.Get($"{list}[{before}]")!;
        citation["source"]!.ToString().ShouldBe("agency-1");
        (citation["field"]?.ToString() ?? "").ShouldBe(named);
        // The same source is not cited twice for one thing.
        Cite.Attach(session, field).ShouldBeFalse();
    }

    [Theory]
    [InlineData("title", "citations[1].quote", "title")]
    [InlineData("planned.zone", "citations[1].quote", "planned")]
    [InlineData("outcomes[1].text", "outcomes[1].citations[1].quote", "outcomes[1].text")]
    public void From_a_field_the_way_leads_to_its_quotation_and_back(string field, string quotation, string back)
    {
        var session = Session();
        Cite.QuotationOf(session, field).ShouldBeNull();
        Cite.Attach(session, field);
        Cite.QuotationOf(session, field).ShouldBe(quotation);
        Cite.SupportedFrom(session, quotation).ShouldBe(back);
        Cite.SupportedFrom(session, field).ShouldBeNull();
    }

    [Fact]
    public void In_a_part_within_a_part_it_goes_to_the_inner_one()
    {
        var session = new EditSession(Guid.Empty, "proposals", JsonNode.Parse("""{"versions":[{"label":"one","provisions":[{"key":"1","deadline":{"date":"2025-06"},"quantities":[{"unit":"days"}]}]}]}""")!.AsObject(), 1) { Source = new SourceAtHand("agency-1", "Agency") };
        Cite.PlaceOf(session, "versions[0].provisions[0].deadline.date").ShouldBe(("versions[0].provisions[0].citations", "deadline"));
        Cite.PlaceOf(session, "versions[0].provisions[0].quantities[0].low").ShouldBe(("versions[0].provisions[0].citations", "quantities[0].low"));
        Cite.PlaceOf(session, "versions[0].label").ShouldBe(("versions[0].citations", "label"));
    }

    [Fact]
    public void Without_a_source_at_hand_nothing_is_cited()
    {
        var session = Session();
        session.Source = null;
        Cite.Attach(session, "title").ShouldBeFalse();
        session.Count("citations").ShouldBe(1);
    }

    [Fact]
    public void A_second_value_keeps_the_first_as_a_reported_one_with_its_sources_and_asks_for_an_explanation()
    {
        var session = Session();
        Cite.Attach(session, "place");
        session.Source = new SourceAtHand("agency-2", "Another");
        Cite.Dispute(session, "place", "Istanbul");
        var claims = session.Get("claims")!.AsArray();
        claims.Count.ShouldBe(3);
        JsonNode.DeepEquals(claims[1], JsonNode.Parse("""{"field":"place","value":"Istanbul","citations":[{"source":"agency-1"}]}""")).ShouldBeTrue(claims[1]!.ToJsonString());
        JsonNode.DeepEquals(claims[2], JsonNode.Parse("""{"field":"place","citations":[{"source":"agency-2"}]}""")).ShouldBeTrue(claims[2]!.ToJsonString());
        session.Get("differences")!.AsArray().ShouldHaveSingleItem()!["field"]!.ToString().ShouldBe("place");

        Cite.Dispute(session, "place", "Istanbul");
        session.Get("claims")!.AsArray().Select(c => c!["value"]?.ToString()).ShouldBe(["1", "Istanbul", null, null]);
        session.Count("differences").ShouldBe(1);
    }

    [Fact]
    public void A_disputed_time_brings_the_sources_that_were_cited_in_its_date()
    {
        var session = Session();
        Cite.Attach(session, "planned.date");
        Cite.Dispute(session, "planned", "2025-06-02");
        session.Text("claims[1].citations[0].source").ShouldBe("agency-1");
    }

    [Theory]
    [InlineData("insert", "outcomes[2].text", "outcomes[3].text", "outcomes[0].text")]
    [InlineData("remove", "outcomes[1].text", "outcomes", "outcomes[0].text")]
    [InlineData("move", "outcomes[0].text", "outcomes[2].text", "outcomes[1].text")]
    public void Fields_that_are_named_follow_their_row(string deed, string second, string third, string first)
    {
        var session = Session();
        session.Set("claims", JsonNode.Parse("""[{"field":"outcomes[1].text"}]"""));
        session.Set("citations", JsonNode.Parse("""[{"field":"outcomes[2].text"}]"""));
        session.Set("differences", JsonNode.Parse("""[{"field":"outcomes[0].text"},{"field":"outcomes"},{"field":"outcomesX[1]"},{"field":5}]"""));
        if (deed == "insert") session.Insert("outcomes", new JsonObject(), 1);
        else if (deed == "remove") session.Remove("outcomes", 2);
        else session.Move("outcomes", 2, 0);
        (second, third, first) = deed == "move" ? (third, second, first) : (second, third, first);
        session.Text("claims[0].field").ShouldBe(second);
        session.Text("citations[0].field").ShouldBe(third);
        session.Text("differences[0].field").ShouldBe(first);
        session.Text("differences[1].field").ShouldBe("outcomes");
        session.Text("differences[2].field").ShouldBe("outcomesX[1]");
        session.Text("differences[3].field").ShouldBe("5");
    }

    [Fact]
    public void Fields_that_a_part_names_from_itself_on_follow_too()
    {
        var session = new EditSession(Guid.Empty, "proposals", JsonNode.Parse("""{"versions":[{"provisions":[{"quantities":[{"low":1},{"low":2}],"citations":[{"field":"quantities[1].low"}]},{"citations":[{"field":"quantities[1].low"}]}]}]}""")!.AsObject(), 1);
        session.Remove("versions[0].provisions[0].quantities", 0);
        session.Text("versions[0].provisions[0].citations[0].field").ShouldBe("quantities[0].low");
        session.Text("versions[0].provisions[1].citations[0].field").ShouldBe("quantities[1].low");
        // Taking a citation away renames no field.
        session.Remove("versions[0].provisions[1].citations", 0);
        session.Text("versions[0].provisions[0].citations[0].field").ShouldBe("quantities[0].low");
    }

    [Fact]
    public void The_citations_of_a_row_move_with_it()
    {
        var session = Session();
        Cite.Attach(session, "outcomes[2].text");
        session.Move("outcomes", 2, 0);
        session.Text("outcomes[0].citations[0].field").ShouldBe("text");
        session.Remove("outcomes", 1);
        session.Text("outcomes[0].citations[0].source").ShouldBe("agency-1");
    }

    private static EditSession Session() => new(Guid.Empty, "talks", JsonNode.Parse("""
        {"planned":{"date":"2025-06-02"},"outcomes":[{"text":"a"},{"text":"b","citations":[{"source":"other"}]},{"text":"c"}],"citations":[{"source":"other","quote":"q"}],"claims":[{"field":"title","value":"1"}]}
        """)!.AsObject(), 1)
    {
        Source = new SourceAtHand("agency-1", "Agency"),
    };
}
