namespace NegotiationTracker.Data.Dates;

/// <summary>
/// Places what is written on an axis of instants for drawing and counting. A clock time stands where it is; a day is nobody's midnight, so it stands from
/// 00:00 to 24:00 UTC wherever it was, and in the order in which it is written.
/// </summary>
internal static class EdtfAxis
{
    public static (DateTimeOffset? At, DateTimeOffset? Till) Of(EdtfExpression expression, TimeZoneInfo? zone)
    {
        var (start, end) = (expression.Start ?? expression.End, expression.End);
        var at = start is null ? (DateTimeOffset?)null : Begin(start, zone);
        var till = end is null ? (DateTimeOffset?)null : End(end, zone);
        // A day beside a clock time in another zone may end before it begins.
        return (at, till < at ? at : till);
    }

    private static DateTimeOffset Begin(EdtfPart part, TimeZoneInfo? zone) =>
        IsPlaced(part, zone) ? EdtfBounds.Of(part, zone).Earliest!.Value : new DateTimeOffset(part.FirstLocal, TimeSpan.Zero);

    private static DateTimeOffset End(EdtfPart part, TimeZoneInfo? zone)
    {
        var last = IsPlaced(part, zone) ? EdtfBounds.Of(part, zone).Latest!.Value : new DateTimeOffset(part.LastLocal, TimeSpan.Zero);
        return part.Clock is { HasSeconds: true } || last.UtcDateTime > DateTime.MaxValue.AddSeconds(-1) ? last : last.AddSeconds(1);
    }

    private static bool IsPlaced(EdtfPart part, TimeZoneInfo? zone) => part.Clock is { } clock && (clock.Offset is not null || zone is not null);
}
