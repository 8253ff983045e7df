namespace NegotiationTracker.Web.Timeline;

/// <summary>How far the timeline reaches.</summary>
/// <param name="From">Where its first current entry stands, UTC.</param>
/// <param name="To">Where its last one does, UTC.</param>
/// <param name="Newest">The number of the entry that was recorded last.</param>
public sealed record TimelineRange(DateTimeOffset From, DateTimeOffset To, long Newest)
{
    /// <summary>The same in whole days with some room at both ends.</summary>
    public TimelineRange Wider()
    {
        var room = (To - From) / 50;
        var (from, to) = (From - DateTimeOffset.MinValue > room ? From - room : From, DateTimeOffset.MaxValue - To > room + TimeSpan.FromDays(2) ? To + room + TimeSpan.FromDays(2) : To);
        return this with { From = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero), To = new DateTimeOffset(to.UtcDateTime.Date, TimeSpan.Zero) };
    }
}
