using NegotiationTracker.Data.Dates;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Dates;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("2025", null, "2025")]
    [InlineData("2025-06", null, "June 2025")]
    [InlineData("2025-06-02", null, "2 June 2025")]
    [InlineData("2025-05~", null, "about May 2025")]
    [InlineData("2025-05-17?", null, "17 May 2025 (uncertain)")]
    [InlineData("2025-05-17%", null, "about 17 May 2025 (uncertain)")]
    [InlineData("2025-05-23/2025-05-25", null, "between 23 and 25 May 2025")]
    [InlineData("2025-05-30/2025-06-02", null, "between 30 May and 2 June 2025")]
    [InlineData("2024-12-30/2025-01-02", null, "between 30 December 2024 and 2 January 2025")]
    [InlineData("2025-10-16/2025-10-30~", null, "between 16 and about 30 October 2025")]
    [InlineData("../2025-06-02", null, "by 2 June 2025")]
    [InlineData("2025-06-02/..", null, "from 2 June 2025 on")]
    [InlineData("2025-06-02/", null, "from 2 June 2025, end unknown")]
    [InlineData("/2025-06-02", null, "until 2 June 2025, beginning unknown")]
    [InlineData("2025-06-02T13:00+03:00", "Europe/Istanbul", "2 June 2025, 13:00 Istanbul time")]
    [InlineData("2025-06-01T20:25+03:00", "Europe/Kyiv", "1 June 2025, 20:25 Kyiv time")]
    [InlineData("2025-06-02T13:00+03:00", "Europe/Berlin", "2 June 2025, 13:00 (UTC+3)")]
    [InlineData("2025-06-02T13:00+03:00", null, "2 June 2025, 13:00 (UTC+3)")]
    [InlineData("2025-06-02T13:00Z", null, "2 June 2025, 13:00 UTC")]
    [InlineData("2025-06-02T13:00", "Europe/Istanbul", "2 June 2025, 13:00 Istanbul time")]
    [InlineData("2025-06-02T15:00+03:00~", "Europe/Istanbul", "2 June 2025, about 15:00 Istanbul time")]
    [InlineData("2025-05-16T10:45+03:00/2025-05-16T12:00+03:00", "Europe/Istanbul", "16 May 2025, 10:45 to 12:00 Istanbul time")]
    [InlineData("2025-XX", null, "some month of 2025")]
    [InlineData("2025-06-XX", null, "some day of June 2025")]
    [InlineData("2025-XX-XX", null, "some day of 2025")]
    [InlineData("202X", null, "the 2020s")]
    [InlineData("20XX", null, "2000 to 2099")]
    [InlineData("2025-21", null, "spring 2025")]
    public void A_date_is_said_in_English(string text, string? zone, string words) => Edtf.Parse(text).Words(zone).ShouldBe(words);

    [Fact]
    public void An_interval_that_lasted_is_said_as_such() =>
        Edtf.Parse("2025-05-23/2025-05-25").Words(null, IntervalSense.Lasting).ShouldBe("23 to 25 May 2025");

    [Theory]
    [InlineData("2025-02-30", "February 2025 has 28 days")]
    [InlineData("2025-13", "there is no month 13")]
    [InlineData("2025-06-02T24:30", "hours are 00 to 23")]
    [InlineData("2025-06-02T13:00+15:00", "no place on Earth")]
    [InlineData("01/06/2025", "ambiguous: it can mean 1 June 2025 or 6 January 2025; write 2025-06-01 or 2025-01-06")]
    [InlineData("6.5.2025", "ambiguous: it can mean 6 May 2025 or 5 June 2025; write 2025-05-06 or 2025-06-05")]
    [InlineData("May 5, 2025", "written in words; write 2025-05-05")]
    [InlineData("2025-06-02/2025-06-01", "runs backwards")]
    [InlineData("../..", "at least one end")]
    [InlineData("2025-06-01/2025-06-02/2025-06-03", "more than one slash")]
    [InlineData("0025-01-01", "1000 to 9999")]
    [InlineData("2025-XX-05", "a month that is not known; write 2025-XX-XX")]
    [InlineData("", "missing")]
    [InlineData("nonsense", "is not a date")]
    [InlineData("2025-06-02\0", "is not a date")]
    public void What_is_no_date_is_refused_with_a_reason(string text, string reason)
    {
        Edtf.TryParse(text, out var value, out var error).ShouldBeFalse();
        value.ShouldBeNull();
        error.ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("2025-06-02", "Europe/Istanbul", "2025-06-01T21:00:00Z", "2025-06-02T20:59:59Z")]
    [InlineData("2025-06-02", null, "2025-06-01T10:00:00Z", "2025-06-03T11:59:59Z")]
    [InlineData("2025-06-02T13:00+03:00", null, "2025-06-02T10:00:00Z", "2025-06-02T10:00:59Z")]
    [InlineData("2025-03-30", "Europe/Kyiv", "2025-03-29T22:00:00Z", "2025-03-30T20:59:59Z")]
    [InlineData("2025-10-26", "Europe/Kyiv", "2025-10-25T21:00:00Z", "2025-10-26T21:59:59Z")]
    [InlineData("2025-10-26T03:30", "Europe/Kyiv", "2025-10-26T00:30:00Z", "2025-10-26T01:30:59Z")]
    [InlineData("2025-03-30T03:30", "Europe/Kyiv", "2025-03-30T01:30:00Z", "2025-03-30T01:30:59Z")]
    [InlineData("2025-02", "Europe/London", "2025-02-01T00:00:00Z", "2025-02-28T23:59:59Z")]
    public void Bounds_follow_the_zone_and_its_clock_changes(string text, string? zone, string earliest, string latest)
    {
        var bounds = Edtf.Parse(text).Bounds(zone);
        bounds.Earliest.ShouldBe(DateTimeOffset.Parse(earliest));
        bounds.Latest.ShouldBe(DateTimeOffset.Parse(latest));
    }

    [Fact]
    public void Open_ends_have_no_bound()
    {
        Edtf.Parse("../2025-06-02").Bounds().Earliest.ShouldBeNull();
        Edtf.Parse("2025-06-02/..").Bounds().Latest.ShouldBeNull();
        Edtf.Parse("2025-06-02/..").Days.ShouldBe((new DateOnly(2025, 6, 2), null));
    }

    [Fact]
    public void A_winter_runs_into_the_next_year() => Edtf.Parse("2024-24").Days.ShouldBe((new DateOnly(2024, 12, 1), new DateOnly(2025, 2, 28)));

    [Theory]
    [InlineData("Europe/Istanbul", true)]
    [InlineData("UTC", true)]
    [InlineData("Istanbul", false)]
    [InlineData("Mars/Olympus", false)]
    public void Zones_are_known_by_their_IANA_names(string name, bool known) => Zones.IsKnown(name).ShouldBe(known);
}
