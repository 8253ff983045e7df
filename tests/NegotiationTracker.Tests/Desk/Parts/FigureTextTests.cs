using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Parts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Parts;

/// <summary>Numbers as news print them. A number is read as it is meant or not at all.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("390", 390, Bound.Exactly)]
    [InlineData(" 390 prisoners of war ", 390, Bound.Exactly)]
    [InlineData("390 military and civilians", 390, Bound.Exactly)]
    [InlineData("a total of 390", 390, Bound.Exactly)]
    [InlineData("1,000", 1000, Bound.Exactly)]
    [InlineData("1.000", 1000, Bound.Exactly)]
    [InlineData("1 000", 1000, Bound.Exactly)]
    [InlineData("1\u00a0000", 1000, Bound.Exactly)]
    [InlineData("1\u202f000\u2009000", 1_000_000, Bound.Exactly)]
    [InlineData("0", 0, Bound.Exactly)]
    [InlineData("about 300", 300, Bound.About)]
    [InlineData("About\u00a01,200", 1200, Bound.About)]
    [InlineData("~1,200", 1200, Bound.About)]
    [InlineData("ca. 300", 300, Bound.About)]
    [InlineData("близько 300", 300, Bound.About)]
    [InlineData("Около 300 человек", 300, Bound.About)]
    [InlineData("more than 390", 390, Bound.AtLeast)]
    [InlineData("at least 390", 390, Bound.AtLeast)]
    [InlineData("no fewer than 390", 390, Bound.AtLeast)]
    [InlineData("no less than 390", 390, Bound.AtLeast)]
    [InlineData("390+", 390, Bound.AtLeast)]
    [InlineData("390 or more", 390, Bound.AtLeast)]
    [InlineData(">= 390", 390, Bound.AtLeast)]
    [InlineData("понад 390 осіб", 390, Bound.AtLeast)]
    [InlineData("не менее 390", 390, Bound.AtLeast)]
    [InlineData("up to 1,000", 1000, Bound.AtMost)]
    [InlineData("not more than 390", 390, Bound.AtMost)]
    [InlineData("до 1000", 1000, Bound.AtMost)]
    [InlineData("не більше 390", 390, Bound.AtMost)]
    [InlineData("expected 390", 390, Bound.Expected)]
    public void A_number_is_read_with_how_it_bounds_the_truth(string printed, long number, Bound bound) =>
        FigureText.Read(printed).ShouldBe(new TypedFigure(null, number, null, bound, Withheld: false));

    [Theory]
    [InlineData("270–307", Bound.About)]
    [InlineData("270-307 prisoners", Bound.About)]
    [InlineData("270 to 307", Bound.About)]
    [InlineData("from 270 to 307", Bound.About)]
    [InlineData("between 270 and 307", Bound.About)]
    [InlineData("від 270 до 307", Bound.About)]
    [InlineData("expected 270 to 307", Bound.Expected)]
    public void A_range_keeps_both_ends(string printed, Bound bound) =>
        FigureText.Read(printed).ShouldBe(new TypedFigure(270, null, 307, bound, Withheld: false));

    [Theory]
    [InlineData("withheld")]
    [InlineData("Not disclosed by either side")]
    [InlineData("не розголошується")]
    public void A_number_that_is_kept_back_is_withheld(string printed) => FigureText.Read(printed)!.ShouldSatisfyAllConditions(f => f.Withheld.ShouldBeTrue(), f => f.Best.ShouldBeNull());

    [Fact]
    public void A_number_beside_the_word_withheld_is_not_lost() => FigureText.Read("at least 390, names withheld")!.Best.ShouldBe(390);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("several hundred")]
    [InlineData("dozens")]
    [InlineData("2 million")]
    [InlineData("около 1 тыс.")]
    [InlineData("понад 1 тисячу")]
    [InlineData("1.5 thousand")]
    [InlineData("3k")]
    [InlineData("50%")]
    [InlineData("50 percent")]
    [InlineData("1/3")]
    [InlineData("2.5")]
    [InlineData("-5")]
    [InlineData("not quite 390")]
    [InlineData("twice 390")]
    [InlineData("390 or fewer")]
    [InlineData("390 for 390")]
    [InlineData("307-270")]
    [InlineData("390, then 410, then 420")]
    [InlineData("1,00,000")]
    [InlineData("12345678901234567890")]
    [InlineData("999,999,999,999,999,999,999")]
    [InlineData("٣٩٠")]
    [InlineData("３９０")]
    [InlineData("390²")]
    [InlineData("\u202e390")]
    [InlineData("\0\ud83d")]
    public void What_would_be_a_guess_is_not_read(string printed) => FigureText.Read(printed).ShouldBeNull();

    [Fact]
    public void A_text_is_bounded() => FigureText.Read(new string('1', 250_000)).ShouldBeNull();

    [Fact]
    public void Its_words_say_what_will_be_entered()
    {
        FigureText.Read("no fewer than 1 200")!.Words().ShouldBe("at least 1,200");
        FigureText.Read("270–307")!.Words().ShouldBe("about 270 to 307");
    }
}
