using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>Reads the clock time of a date whose shape is already known to be right.</summary>
internal static class ClockParser
{
    /// <returns>Null when the time exists; else what is wrong with it.</returns>
    public static string? Read(string text, Match match, out ClockTime clock)
    {
        clock = default;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour == 24) return $"{DateFault.Quote(text)} is not a time: hours are 00 to 23; midnight is 00:00 of the next day.";
        if (hour > 23) return $"{DateFault.Quote(text)} is not a time: there is no hour {hour:00}; hours are 00 to 23.";
        if (minute > 59) return $"{DateFault.Quote(text)} is not a time: there is no minute {minute:00}; minutes are 00 to 59.";
        if (second > 59) return $"{DateFault.Quote(text)} is not a time: there is no second {second:00} here; seconds are 00 to 59.";

        var fault = ReadOffset(text, match, out var offset);
        clock = new ClockTime(new TimeOnly(hour, minute, second), match.Groups["second"].Success, offset, match.Groups["offset"].Value == "Z");
        return fault;
    }

    private static string? ReadOffset(string text, Match match, out TimeSpan? offset)
    {
        offset = null;
        var written = match.Groups["offset"].Value;
        if (written.Length == 0) return null;

        var (hours, minutes) = (Number(match, "offsetHours"), Number(match, "offsetMinutes"));
        if (minutes > 59) return $"{DateFault.Quote(text)} has an offset with {minutes} minutes; minutes are 00 to 59.";

        var distance = new TimeSpan(hours, minutes, 0);
        offset = written[0] == '-' ? -distance : distance;
        if (written[0] == '-' && distance == TimeSpan.Zero) return $"{DateFault.Quote(text)} has an offset that is none: UTC is written Z or +00:00.";

        return offset < TimeSpan.FromHours(-12) || offset > TimeSpan.FromHours(14)
            ? $"{DateFault.Quote(text)} has an offset that no place on Earth keeps; offsets are -12:00 to +14:00."
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
