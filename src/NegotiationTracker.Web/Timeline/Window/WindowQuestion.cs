using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>What somebody who looks at the timeline asks for: a stretch of the axis, how wide it is drawn, in which lanes, through which filters.</summary>
/// <param name="From">Where it begins, UTC.</param>
/// <param name="To">Where it ends, UTC.</param>
/// <param name="Width">How many CSS pixels it is drawn over, 64 to 4,096.</param>
/// <param name="Lanes">By what entries are put into lanes.</param>
/// <param name="Filter">Filters; its period is not used, the window is one.</param>
/// <param name="AsOf">Day as known at the end of which (UTC) it is shown; empty for now.</param>
internal sealed record WindowQuestion(DateTimeOffset From, DateTimeOffset To, int Width, LaneKind Lanes, ListFilter Filter, DateOnly? AsOf)
{
    private const int LeastWidth = 64;
    private const int MostWidth = 4096;
    private const int UsualWidth = 1200;

    /// <summary>Reads it: parameters <c>from</c> and <c>to</c> (days or moments), <c>width</c>, <c>lanes</c>, <c>asof</c>, and the filters of lists.</summary>
    /// <returns>The question; null where the query has faults.</returns>
    public static WindowQuestion? Read(ApiQuery query)
    {
        var (from, to) = (query.Moment("from"), query.Moment("to"));
        if (query.Faults.Count == 0 && from >= to) query.Faults["to"] = ["The window ends before it begins."];
        var question = new WindowQuestion(
            from, to, query.Number("width", LeastWidth, MostWidth, UsualWidth), query.OneOf("lanes", LaneKind.Kind), query.Filter("from", "to") with { From = null, To = null }, query.Day("asof"));
        return query.Faults.Count == 0 ? question : null;
    }
}

/// <summary>By what the timeline's entries are put into lanes.</summary>
internal enum LaneKind { Kind, Party, Process, Person, Topic }
