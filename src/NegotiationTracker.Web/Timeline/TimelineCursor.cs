using System.Globalization;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A place in the timeline: a day and an entry on it. Pages go on from it, so a new entry shifts nothing.</summary>
public readonly record struct TimelineCursor(DateOnly Day, Guid Id)
{
    public override string ToString() => $"{Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}_{Id:N}";

    public static bool TryParse(string? text, out TimelineCursor cursor)
    {
        cursor = default;
        if (text is not { Length: 43 } || text[10] != '_') return false;
        if (!DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !Guid.TryParseExact(text[11..], "N", out var id)) return false;
        cursor = new TimelineCursor(day, id);
        return true;
    }
}
