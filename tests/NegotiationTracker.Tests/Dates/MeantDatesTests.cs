using NegotiationTracker.Data.Dates;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Dates;

public sealed class MeantDatesTests
{
    [Theory]
    [InlineData("16 May 2025", "2025-05-16")]
    [InlineData("May 16, 2025", "2025-05-16")]
    [InlineData("2nd Sept. 2025", "2025-09-02")]
    [InlineData("16th of May 2025", "2025-05-16")]
    [InlineData("May 2025", "2025-05")]
    [InlineData("16 мая 2025", "2025-05-16")]
    [InlineData("16 мая 2025 г.", "2025-05-16")]
    [InlineData("2 червня 2025 року", "2025-06-02")]
    [InlineData("23–25 May 2025", "2025-05-23/2025-05-25")]
    [InlineData("between 23 and 25 May 2025", "2025-05-23/2025-05-25")]
    [InlineData("30 May to 2 June 2025", "2025-05-30/2025-06-02")]
    [InlineData("end of May 2025", "2025-05-21/2025-05-31")]
    [InlineData("mid-June 2025", "2025-06-11/2025-06-20")]
    [InlineData("early June 2025", "2025-06-01/2025-06-10")]
    [InlineData("late February 2024", "2024-02-21/2024-02-29")]
    [InlineData("about 5 May 2025", "2025-05-05~")]
    [InlineData("13.06.2025", "2025-06-13")]
    [InlineData("2025/06/01", "2025-06-01")]
    [InlineData("2025-6", "2025-06")]
    [InlineData("20250601", "2025-06-01")]
    [InlineData("2 June 2025, 13:00", "2025-06-02T13:00")]
    [InlineData("2025-06-02 13:00", "2025-06-02T13:00")]
    [InlineData("2 June 2025 at 9:05", "2025-06-02T09:05")]
    public void What_people_type_is_offered_as_the_date_that_it_means(string typed, string meant) => MeantDates.Of(typed).ShouldBe([meant]);

    [Theory]
    [InlineData("June 1", "2025-06-01")]
    [InlineData("on Sunday, June 1, at 20:25 (Kyiv time)", "2025-06-01T20:25")]
    [InlineData("On Saturday, 24 May", "2025-05-24")]
    [InlineData("June 2 at 13:00", "2025-06-02T13:00")]
    [InlineData("on the evening of June 1", "2025-06-01")]
    [InlineData("June 1 in the evening", "2025-06-01")]
    [InlineData("в воскресенье, 1 июня", "2025-06-01")]
    [InlineData("у п’ятницю 16 травня", "2025-05-16")]
    [InlineData("1 июня, 20:25", "2025-06-01T20:25")]
    [InlineData("23-25 May", "2025-05-23/2025-05-25")]
    [InlineData("end of May", "2025-05-21/2025-05-31")]
    [InlineData("1 June 2024", "2024-06-01")]
    [InlineData("02.06.25, 01:12", "2025-06-02T01:12")]
    public void A_day_as_a_report_prints_it_is_offered_with_the_year_that_is_meant(string printed, string meant) => MeantDates.Of(printed, 2025).ShouldBe([meant]);

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("evening")]
    [InlineData("Sunday")]
    [InlineData("32 June")]
    [InlineData("in the next few days")]
    public void A_year_alone_makes_no_date_of_what_is_none(string printed) => MeantDates.Of(printed, 2025).ShouldBeEmpty();

    [Fact]
    public void A_text_of_two_meanings_is_offered_as_both() => MeantDates.Of("01.06.2025").ShouldBe(["2025-06-01", "2025-01-06"]);

    [Theory]
    [InlineData("2025-06-02")]
    [InlineData("2025-05-23/2025-05-25")]
    [InlineData("16 May")]
    [InlineData("31 June 2025")]
    [InlineData("31.31.2025")]
    [InlineData("tomorrow")]
    [InlineData("the last days of something 2025")]
    [InlineData("99 May 2025 at 25:61")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_is_offered_for_a_date_for_half_a_date_and_for_what_is_none(string? typed) => MeantDates.Of(typed).ShouldBeEmpty();
}
