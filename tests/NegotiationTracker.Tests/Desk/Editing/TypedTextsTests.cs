using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

/// <summary>What a browser may send to an editor, and what is refused whole.</summary>
public sealed class TypedTextsTests
{
    private readonly TypedTexts _texts = new(path => TypedValue.TypeAt(Kinds.Get("talks"), path));

    [Fact]
    public void A_long_text_is_put_together_from_its_parts()
    {
        var part = new string('ж', TypedTexts.MaxPart);
        _texts.Take([new("meetingRecord", part, More: true), new("meetingRecord", part, More: true)]).ShouldSatisfyAllConditions(t => t.Whole.ShouldBeEmpty(), t => t.Refused.ShouldBeNull());
        var (whole, refused) = _texts.Take([new("meetingRecord", "end", More: false)]);
        refused.ShouldBeNull();
        whole.ShouldHaveSingleItem().Text.ShouldBe(part + part + "end");
    }

    [Fact]
    public void A_short_text_may_come_between_the_parts_of_a_long_one()
    {
        _texts.Take([new("meetingRecord", "one ", More: true)]).Refused.ShouldBeNull();
        _texts.Take([new("title", "Title", More: false)]).Whole.ShouldHaveSingleItem().Text.ShouldBe("Title");
        _texts.Take([new("meetingRecord", "two", More: false)]).Whole.ShouldHaveSingleItem().Text.ShouldBe("one two");
    }

    [Theory]
    [InlineData("")]
    [InlineData("kind")]
    [InlineData("nothing")]
    [InlineData("title.length")]
    [InlineData("title[0]")]
    [InlineData("outcomes[-1].text")]
    [InlineData("outcomes[1000].text")]
    [InlineData("outcomes[1].text.__proto__")]
    [InlineData("outcomes[1")]
    public void A_place_that_the_document_does_not_have_is_refused_with_all_that_came_with_it(string path)
    {
        var (whole, refused) = _texts.Take([new("title", "Title", More: false), new(path, "text", More: false)]);
        refused.ShouldNotBeNull();
        whole.ShouldBeEmpty();
    }

    [Fact]
    public void Too_long_and_too_many_are_refused()
    {
        _texts.Take(null).Refused.ShouldNotBeNull();
        _texts.Take([null!]).Refused.ShouldNotBeNull();
        _texts.Take([new("title", null!, More: false)]).Refused.ShouldNotBeNull();
        _texts.Take([new("title", new string('a', TypedTexts.MaxPart + 1), More: false)]).Refused.ShouldNotBeNull();
        _texts.Take([.. Enumerable.Repeat(new TypedText("title", "a", More: false), TypedTexts.MaxParts + 1)]).Refused.ShouldNotBeNull();
        _texts.Take([.. Enumerable.Repeat(new TypedText("note", new string('a', TypedTexts.MaxPart), More: true), 4)]).Refused.ShouldNotBeNull();
        foreach (var member in new[] { "title", "summary", "note", "slug" }) _texts.Take([new(member, "a", More: true)]).Refused.ShouldBeNull();
        _texts.Take([new("origin", "a", More: true)]).Refused.ShouldNotBeNull();
    }

    [Fact]
    public void A_text_that_never_ends_is_refused_before_it_fills_the_memory()
    {
        string? refused = null;
        for (var i = 0; i < 10 && refused is null; i++) refused = _texts.Take([new("meetingRecord", new string('a', TypedTexts.MaxPart), More: true)]).Refused;
        refused.ShouldNotBeNull();
    }
}
