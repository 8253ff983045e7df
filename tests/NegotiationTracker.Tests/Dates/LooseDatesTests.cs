using NegotiationTracker.Data.Dates;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Dates;

public sealed class LooseDatesTests
{
    [Theory]
    [InlineData("13/06/2025", "not written year first; write 2025-06-13.")]
    [InlineData("06-06-2025", "not written year first; write 2025-06-06.")]
    [InlineData("31/31/2025", "no date in any order")]
    [InlineData("01.06.25", "ambiguous: it does not show which number is the year")]
    [InlineData("2025/06/01", "write 2025-06-01.")]
    [InlineData("2025.6.1", "write 2025-06-01.")]
    [InlineData("2025-6-1", "write 2025-06-01.")]
    [InlineData("20250601", "write 2025-06-01.")]
    [InlineData("2025/02/30", "is not a date")]
    [InlineData("2025/06", "ambiguous: a slash stands between the two ends of an interval; write 2025-06 for the month.")]
    [InlineData("06.2025", "write 2025-06.")]
    [InlineData("2025-6", "write 2025-06.")]
    [InlineData("5/6", "ambiguous: it does not say the year")]
    [InlineData("2025-05-23/25", "both ends of an interval, in full")]
    [InlineData("2025-06-01 20:25+03:00", "write 2025-06-01T20:25+03:00.")]
    [InlineData("May 5", "ambiguous: it does not say the year in four digits; write it like 2025-05-05.")]
    [InlineData("5th of May", "is not a date")]
    [InlineData("2nd Sept. 2025", "written in words; write 2025-09-02.")]
    [InlineData("May 2025", "written in words; write 2025-05.")]
    [InlineData("may", "ambiguous")]
    [InlineData("2025-06x", "is not a date")]
    [InlineData("2025-0X", "X can stand for")]
    [InlineData("2025?-06", "at the end of the date")]
    [InlineData("-0044", "1000 to 9999")]
    [InlineData("{2025,2026}", "sets of dates")]
    public void What_people_write_is_refused_with_what_to_write_instead(string text, string reason)
    {
        Edtf.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().ShouldContain(reason);
    }
}
