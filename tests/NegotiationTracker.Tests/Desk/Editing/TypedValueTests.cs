using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

/// <summary>What a typed text becomes in a document.</summary>
public sealed class TypedValueTests
{
    [Theory]
    [InlineData("talks", "title", "Round", "\"Round\"")]
    [InlineData("talks", "places[0].variants", "Istanbul\n\n Стамбул ", "[\"Istanbul\",\"Стамбул\"]")]
    [InlineData("talks", "title", "", "null")]
    public void It_fits_the_member_that_it_is_typed_into(string kind, string path, string typed, string json)
    {
        var value = TypedValue.Of(TypedValue.TypeAt(Kinds.Get(kind), path)!, typed);
        JsonNode.DeepEquals(value, JsonNode.Parse(json)).ShouldBeTrue(value?.ToJsonString());
    }

    [Fact]
    public void A_number_is_a_number_and_what_is_none_stays_as_typed()
    {
        TypedValue.Of(typeof(int), " 1200 ")!.GetValue<long>().ShouldBe(1200);
        TypedValue.Of(typeof(int), "about 1,200")!.GetValue<string>().ShouldBe("about 1,200");
    }

    [Fact]
    public void Lines_are_shown_as_lines() => TypedValue.Text(new JsonArray("one", "two")).ShouldBe("one\ntwo");

    [Fact]
    public void An_unsaved_text_is_offered_only_where_the_draft_says_something_else()
    {
        var session = new EditSession(Guid.NewGuid(), "talks", new JsonObject { ["title"] = "As saved" }, 1);
        Offer.Of(new BrowserText("title", "As saved", "", DateTimeOffset.UnixEpoch), session).ShouldBeNull();
        var offer = Offer.Of(new BrowserText("title", "As typed", "As saved", DateTimeOffset.UnixEpoch), session)!;
        offer.IsUndisturbed.ShouldBeTrue();
        offer.PutBack(session).ShouldBeTrue();
        session.Text("title").ShouldBe("As typed");
        Offer.Of(new BrowserText("gone[2].text", "Lost?", null, DateTimeOffset.UnixEpoch), session)!.PutBack(session).ShouldBeFalse();
    }
}
