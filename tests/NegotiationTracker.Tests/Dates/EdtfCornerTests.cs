using NegotiationTracker.Data.Dates;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Dates;

/// <summary>Dates at the edges: of the calendar, of the clock, of what a keyboard can send.</summary>
public sealed class EdtfCornerTests
{
    [Theory]
    [InlineData("09XX", "1000 to 9999")]
    [InlineData("000X", "1000 to 9999")]
    [InlineData("2025-06-01\n/2025-06-02", "is not a date")]
    [InlineData("2025-06-01T10:00+03:99", "minutes are 00 to 59")]
    [InlineData("2025-06-01T10:00/2025-06-01T12:00Z", "both")]
    public void What_only_looks_like_a_date_is_refused_with_a_reason(string text, string reason)
    {
        Edtf.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("2025-06-02\0")]
    [InlineData("2025\ud800")]
    [InlineData("2025-06-02 at noon, or so it is said🕛🕛🕛🕛🕛🕛")]
    [InlineData("a\r\nb")]
    public void A_reason_can_be_stored_and_logged_whatever_was_entered(string text)
    {
        Edtf.TryParse(text, out _, out var error).ShouldBeFalse();
        error!.Any(char.IsControl).ShouldBeFalse();
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(error!)).ShouldBe(error);
    }

    [Theory]
    [InlineData("9999-12-31T23:59-12:00", null)]
    [InlineData("9999-12-31T23:59", "America/New_York")]
    [InlineData("9999-24", null)]
    [InlineData("1000", "Asia/Tokyo")]
    public void The_edges_of_the_calendar_have_bounds(string text, string? zone)
    {
        var bounds = Edtf.Parse(text).Bounds(zone);
        bounds.Earliest.ShouldNotBeNull();
        bounds.Latest.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(bounds.Earliest.Value);
        bounds.Latest.Value.Ticks.ShouldBe(bounds.Latest.Value.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
    }

    [Fact]
    public void A_written_second_is_kept()
    {
        var date = Edtf.Parse("2025-06-02T13:00:00Z");
        date.Bounds().Latest.ShouldBe(date.Bounds().Earliest);
        date.Words().ShouldBe("2 June 2025, 13:00:00 UTC");
    }

    [Theory]
    [InlineData("2025-06-02T15:00+03:00%", "Europe/Istanbul", "2 June 2025, about 15:00 Istanbul time (uncertain)")]
    [InlineData("2025-05-16T10:45+03:00?/2025-05-16T12:00+03:00?", "Europe/Istanbul", "16 May 2025, 10:45 to 12:00 Istanbul time (uncertain)")]
    [InlineData("2025-10-26T03:30+03:00", "Europe/Kyiv", "26 October 2025, 03:30 Kyiv time")]
    [InlineData("2025-03-30T03:30+02:00", "Europe/Kyiv", "30 March 2025, 03:30 (UTC+2)")]
    [InlineData("2025-01-02T13:00Z", "Europe/London", "2 January 2025, 13:00 UTC")]
    [InlineData("2025-06-02T13:00+03", null, "2 June 2025, 13:00 (UTC+3)")]
    [InlineData("2025-05-23/2025-05-23", null, "23 May 2025")]
    [InlineData("200X", null, "2000 to 2009")]
    [InlineData("2025-06-02T13:00-05:30?", null, "2 June 2025, 13:00 (UTC−5:30, uncertain)")]
    [InlineData("2025-06-02T13:00", null, "2 June 2025, 13:00 local time")]
    [InlineData("2025-06-02T13:00+03:00", "Mars/Olympus", "2 June 2025, 13:00 (UTC+3)")]
    [InlineData("2025-05-16T22:45+03:00/2025-05-17T01:00+03:00", "Europe/Istanbul", "16 May 2025, 22:45 to 17 May 2025, 01:00 Istanbul time")]
    [InlineData("2025-05-16T10:45+03:00/2025-05-16T12:00Z", "Europe/Istanbul", "16 May 2025, 10:45 Istanbul time to 12:00 UTC")]
    [InlineData("2025-05/2025-06", null, "between May and June 2025")]
    [InlineData("2025-21/2025-23", null, "between spring and autumn 2025")]
    [InlineData("2024/2025", null, "between 2024 and 2025")]
    [InlineData("2025-05-18?/2025-05-23", null, "between 18 May 2025 (uncertain) and 23 May 2025")]
    [InlineData("2025-XX~", null, "some month of about 2025")]
    public void Words_keep_what_was_written(string text, string? zone, string words) => Edtf.Parse(text).Words(zone).ShouldBe(words);

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("../../../etc/hostname")]
    [InlineData("America/Argentina")]
    [InlineData("right/Europe/Kyiv")]
    [InlineData("Etc/GMT+3")]
    [InlineData("europe/kyiv")]
    [InlineData("Europe/Kyiv\0")]
    [InlineData("Europe/\ud800")]
    [InlineData("")]
    public void Names_that_are_no_place_are_no_zones(string name) => Zones.IsKnown(name).ShouldBeFalse();

    [Fact]
    public void Every_place_that_the_system_lists_is_a_zone() =>
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.Id.StartsWith("Europe/", StringComparison.Ordinal) || zone.Id.StartsWith("America/", StringComparison.Ordinal))
            .Select(zone => zone.Id).ShouldAllBe(id => Zones.IsKnown(id));

    [Theory]
    [InlineData("Asia/Beirut", "2025-03-30", "2025-03-29T22:00:00Z", "2025-03-30T20:59:59Z")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z", "2025-11-03T04:59:59Z")]
    public void A_day_whose_midnight_is_skipped_or_doubled_is_whole(string zone, string day, string earliest, string latest) =>
        Edtf.Parse(day).Bounds(zone).ShouldBe(new TimeBounds(DateTimeOffset.Parse(earliest), DateTimeOffset.Parse(latest)));

    [Fact]
    public void A_day_beside_a_clock_time_of_elsewhere_never_has_its_bounds_reversed()
    {
        var bounds = Edtf.Parse("2025-06-02/2025-06-02T01:00+03:00").Bounds("America/New_York");
        bounds.Earliest.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(bounds.Latest!.Value);
    }
}
