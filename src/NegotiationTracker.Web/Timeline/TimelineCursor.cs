using System.Globalization;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A place in the timeline: a moment, and an entry that stands there. Pages go on from it, so a new entry shifts nothing.</summary>
/// <param name="At">Where the entry stands, UTC, to the microsecond.</param>
/// <param name="Worth">Its worth, which puts entries of one moment in order.</param>
public readonly record struct TimelineCursor(DateTimeOffset At, long Worth)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TicksPerMicrosecond}_{Worth}");

    public static bool TryParse(string? text, out TimelineCursor cursor)
    {
        cursor = default;
        if (text is not { Length: < 50 } || text.IndexOf('_') is not (> 0 and var middle)) return false;
        if (!long.TryParse(text.AsSpan(0, middle), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) || !long.TryParse(text.AsSpan(middle + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var worth)) return false;
        var ticks = (Int128)at * TicksPerMicrosecond + DateTimeOffset.UnixEpoch.UtcTicks;
        if (ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        cursor = new TimelineCursor(new DateTimeOffset((long)ticks, TimeSpan.Zero), worth);
        return true;
    }
}
