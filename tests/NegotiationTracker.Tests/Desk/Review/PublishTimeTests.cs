using System.Globalization;
using NegotiationTracker.Web.Desk.Review;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Review;

public sealed class PublishTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-02", "09:30", "Europe/Istanbul", "2026-03-02T06:30:00Z")]
    [InlineData("2026-07-02", "09:30", "Europe/Kyiv", "2026-07-02T06:30:00Z")]
    [InlineData("2026-03-02", "09:30:15", "UTC", "2026-03-02T09:30:15Z")]
    public void A_local_time_becomes_an_instant(string day, string clock, string zone, string at) =>
        PublishTime.Read(day, clock, zone, Now).At.ShouldBe(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("", "09:30", "UTC", "Give the day")]
    [InlineData("2026-03-02", "", "UTC", "Give the time")]
    [InlineData("2026-03-02", "09:30", "EST", "Choose the zone")]
    [InlineData("2026-03-29", "03:30", "Europe/Kyiv", "clocks go forward")]
    [InlineData("2026-03-01", "09:30", "UTC", "has passed")]
    public void What_is_no_time_to_publish_is_said(string day, string clock, string zone, string words) =>
        PublishTime.Read(day, clock, zone, Now).Fault.ShouldNotBeNull().ShouldContain(words);
}
