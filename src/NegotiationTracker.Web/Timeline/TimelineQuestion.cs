using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline;

/// <summary>What somebody who reads the timeline through the API asks for.</summary>
/// <param name="Filter">Filters, the period among them.</param>
/// <param name="AsOf">Day as known at the end of which (UTC) it is told; empty for now.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Limit">The most entries.</param>
internal sealed record TimelineQuestion(ListFilter Filter, DateOnly? AsOf, TimelineCursor? After, int Limit)
{
    private const int Usual = 50;

    /// <summary>The most entries of a page of the API.</summary>
    public const int MostOfPage = 200;

    /// <summary>Reads it: <c>from</c>, <c>to</c>, <c>after</c>, <c>limit</c>, <c>asof</c>, and the filters of lists.</summary>
    /// <returns>The question; null where the query has faults.</returns>
    public static TimelineQuestion? Read(ApiQuery query, int most = MostOfPage, int usual = Usual)
    {
        TimelineCursor? after = null;
        if (query.Has("after"))
        {
            if (TimelineCursor.TryParse(query.Text("after"), out var cursor)) after = cursor;
            else query.Faults["after"] = ["A place that an earlier page gave as its next."];
        }
        var question = new TimelineQuestion(query.Filter(), query.Day("asof"), after, query.Number("limit", 1, most, usual));
        if (question.Filter is { From: { } from, To: { } to } && from > to) query.Faults["to"] = ["The period ends before it begins."];
        return query.Faults.Count == 0 ? question : null;
    }

    /// <summary>The question as pairs for an address.</summary>
    public IEnumerable<(string Key, string? Value)> Pairs(TimelineCursor? after) =>
        [.. Filter.With().Where(p => p.Key is not ("size" or "sort")), ("asof", AsOf?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("after", after?.ToString())];
}
