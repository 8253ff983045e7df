using System.Globalization;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>A time at which something is to be published, as a reviewer enters it: day, clock, zone.</summary>
internal static class PublishTime
{
    /// <summary>Zones that are offered; the first is the one set.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["UTC", "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow", "Europe/London", "Europe/Berlin", "Asia/Riyadh", "America/New_York"];

    /// <summary>The instant, or what is wrong in words.</summary>
    public static (DateTimeOffset? At, string? Fault) Read(string? day, string? clock, string? zone, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return (null, "Give the day on which it is to be published.");
        if (!TimeOnly.TryParseExact(clock, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return (null, "Give the time at which it is to be published.");
        if (!Zones.IsKnown(zone)) return (null, "Choose the zone in which the time is meant.");
        var local = date.ToDateTime(time);
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        if (place.IsInvalidTime(local)) return (null, "There is no such time on that day in that zone: the clocks go forward over it.");
        var at = new DateTimeOffset(local, place.GetUtcOffset(local)).ToUniversalTime();
        return at <= now ? (null, "That time has passed: publish it now, or choose a later one.") : (at, null);
    }
}
