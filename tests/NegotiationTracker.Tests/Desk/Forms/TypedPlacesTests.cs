using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Forms;

/// <summary>What a browser with a changed page may write into a draft: text where text is typed, and nothing else anywhere.</summary>
public sealed class TypedPlacesTests
{
    public static TheoryData<string> Foreign =>
    [
        "", ".", "[", "]", "[0]", "[0][0]", "..", "a.b", "__proto__", "constructor", "title.__proto__", "title.length", "title[0]", "Title", " title", "title ", "title\0", "ti\u0301tle", "kind", "origin", "formerSlugs", "formerSlugs[0]", "checks", "checks[0].note",
        "outcomes", "outcomes[0]", "outcomes[]", "outcomes[-1].text", "outcomes[+1].text", "outcomes[ 1].text", "outcomes[1e1].text", "outcomes[0x1].text", "outcomes[1000].text", "outcomes[99999999].text", "outcomes[99999999999999999999].text", "outcomes[٣].text",
        "outcomes[0][0].text", "outcomes.text", "outcomes[0]text", "outcomes[0]..text", "outcomes[0].text.text", "outcomes[0].citations", "citations[0]", "citations[0].source", "claims[0].rank", "claims[0].valueRecord", "planned", "planned.date.date", "places", "topics", "topics[0]", "processes[0]", "status", "form",
        string.Join('.', Enumerable.Repeat("a", 10_000)), string.Concat(Enumerable.Repeat("outcomes[0].", 10_000)) + "text", "title" + new string(' ', 1_000_000),
    ];

    [Theory, MemberData(nameof(Foreign))]
    public void A_place_where_no_text_is_typed_takes_none(string path)
    {
        TypedPlaces.TypeAt(Kinds.Get("talks"), path).ShouldBeNull();
        new TypedTexts(p => TypedPlaces.TypeAt(Kinds.Get("talks"), p)).Take([new("title", "Title", More: false), new(path, "text", More: false)]).ShouldSatisfyAllConditions(t => t.Refused.ShouldNotBeNull(), t => t.Whole.ShouldBeEmpty());
        var session = new EditSession(Guid.Empty, "talks", [], 1);
        (Offer.Of(new BrowserText(path, "text", null, DateTimeOffset.UnixEpoch), session)?.PutBack(session) ?? false).ShouldBeFalse();
        session.Document.Count.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Foreign))]
    public void What_a_citation_says_that_it_supports_can_be_put_in_words_whatever_it_is(string path)
    {
        Should.NotThrow(() => FieldWords.Of("talks", path));
        Should.NotThrow(() => DocumentPath.Get(new JsonObject { ["outcomes"] = new JsonArray() }, path));
    }

    [Fact]
    public void Every_text_box_of_every_form_takes_text()
    {
        var texts = new[] { Control.Line, Control.Key, Control.FieldName, Control.Slug, Control.Text, Control.Markdown, Control.Date, Control.Whole, Control.Lines };
        foreach (var place in FormFields.All())
            (TypedPlaces.TypeAt(Kinds.Get(place.Kind), place.Path) is not null).ShouldBe(texts.Contains(place.Field.Control), place.ToString());
    }

    [Theory]
    [InlineData("outcomes[500].text")]
    [InlineData("claims[1].note")]
    public void A_row_that_is_not_there_is_not_made_beyond_the_end(string path)
    {
        var session = new EditSession(Guid.Empty, "talks", JsonNode.Parse("""{"outcomes":[{"text":"one"}],"claims":"no list"}""")!.AsObject(), 1);
        Should.Throw<ArgumentException>(() => session.Type(path, "text"));
        session.Count("outcomes").ShouldBe(1);
        session.IsTyping.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"title\":5,\"outcomes\":\"text\",\"citations\":{\"a\":[]},\"claims\":[null,7,[]],\"planned\":[1],\"members\":{}}")]
    [InlineData("{\"outcomes\":[[],null,{\"text\":{}}],\"citations\":[[]],\"differences\":[{\"field\":null}],\"slug\":[]}")]
    public void A_document_that_holds_anything_can_still_be_worked_on(string json)
    {
        var session = new EditSession(Guid.Empty, "talks", JsonNode.Parse(json)!.AsObject(), 1) { Source = new SourceAtHand("agency-1", "Agency") };
        foreach (var path in new[] { "title", "outcomes[0].text", "outcomes[1].citations", "planned", "citations[0].quote", "claims[1]", "", "slug" })
        {
            Should.NotThrow(() => (session.Text(path), session.Count(path), TypedValue.Text(session.Get(path)), Web.Desk.Citing.Citing.Of(session, path).Count()), path);
            Should.NotThrow(() => Web.Desk.Citing.Citing.Attach(session, path), path);
        }
        foreach (var list in new[] { "outcomes", "citations", "claims" })
        {
            Should.NotThrow(() => session.Insert(list, new JsonObject()), list);
            Should.NotThrow(() => session.Move(list, 0, session.Count(list) - 1), list);
            Should.NotThrow(() => session.Remove(list, -1), list);
            Should.NotThrow(() => session.Remove(list, 0), list);
        }
    }
}
