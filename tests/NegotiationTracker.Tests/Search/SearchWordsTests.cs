using NegotiationTracker.Web.Shared.Searching;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("prisoner exchange", "prisoner exchange")]
    [InlineData("\"prisoner exchange\" -istanbul", "\"prisoner exchange\" -istanbul")]
    [InlineData("Vatican OR Riyadh talks", "Vatican OR Riyadh talks")]
    [InlineData("«обмен пленными» -„zweite Runde“", "\"обмен пленными\" -\"zweite Runde\"")]
    [InlineData("OR istanbul OR", "istanbul")]
    [InlineData("a | b", "a OR b")]
    [InlineData("- istanbul --", "istanbul")]
    [InlineData("\"never closed", "\"never closed\"")]
    [InlineData("\"\" !!! & | ( ) :* <->", "")]
    [InlineData("':*&!~i5'::tsquery", "':*&!~i5'::tsquery")]
    public void What_is_typed_is_read_as_words_and_never_as_an_error(string typed, string read) => SearchWords.Read(typed).ToString().ShouldBe(read);

    [Fact]
    public void More_terms_than_are_used_are_cut_and_that_is_said()
    {
        var words = SearchWords.Read(string.Join(' ', Enumerable.Range(1, 40).Select(i => $"word{i}")));
        words.All.Count.ShouldBe(SearchWords.MostTerms);
        words.IsCut.ShouldBeTrue();
    }

    [Theory]
    [InlineData("16 May 2025", "2025-05-16", "")]
    [InlineData("May 2025", "2025-05", "")]
    [InlineData("2025-05-16", "2025-05-16", "")]
    [InlineData("16 мая 2025", "2025-05-16", "")]
    [InlineData("2025", "2025", "")]
    [InlineData("talks 16 May 2025", "2025-05-16", "talks")]
    [InlineData("what happened in May 2025 in Istanbul", "2025-05", "what happened in in Istanbul")]
    public void A_date_is_read_as_people_type_it(string typed, string date, string about)
    {
        var found = SearchDates.Find(typed).ShouldNotBeNull();
        found.Date.Text.ShouldBe(date);
        found.About.ShouldBe(about);
    }

    [Theory]
    [InlineData("prisoners")]
    [InlineData("30 days")]
    [InlineData("memorandum 2025")]
    public void What_is_no_date_is_read_as_words(string typed) => SearchDates.Find(typed).ShouldBeNull();
}
