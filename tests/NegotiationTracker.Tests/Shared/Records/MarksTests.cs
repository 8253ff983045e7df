using NegotiationTracker.Web.Shared.Records;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Records;

public sealed class MarksTests
{
    [Theory]
    [InlineData("Scheduled", Mark.Open)]
    [InlineData("Under way", Mark.Half)]
    [InlineData("UnderWay", Mark.Half)]
    [InlineData("Held", Mark.Full)]
    [InlineData("Cancelled", Mark.Crossed)]
    [InlineData("Overdue", Mark.Late)]
    [InlineData("Conflict", Mark.Disputed)]
    [InlineData("Memorandum", Mark.None)]
    [InlineData(null, Mark.None)]
    public void A_status_in_code_or_in_words_has_its_shape(string? status, Mark mark) => Marks.OfStatus(status).ShouldBe(mark);

    [Fact]
    public void The_four_parties_of_the_first_content_have_hatchings_of_their_own() =>
        ((string[])["UA", "RU", "US", "TR"]).Select(PartyMark.HatchOf).Distinct().Count().ShouldBe(4);
}
