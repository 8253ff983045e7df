using System.Globalization;
using NegotiationTracker.Data;
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

    /// <summary>Reads it from an address.</summary>
    /// <param name="query">Parameters <c>from</c> and <c>to</c> (days or moments), <c>width</c>, <c>lanes</c>, <c>asof</c>, and the filters of lists.</param>
    /// <param name="faults">What can't be used, by parameter.</param>
    public static WindowQuestion? Read(IQueryCollection query, out Dictionary<string, string[]> faults)
    {
        faults = [];
        var from = Moment(query, "from", faults);
        var to = Moment(query, "to", faults);
        if (from >= to) faults["to"] = ["The window ends before it begins."];
        var width = 1200;
        if (query["width"].ToString() is { Length: > 0 } wide && (!int.TryParse(wide, NumberStyles.None, CultureInfo.InvariantCulture, out width) || width is < LeastWidth or > MostWidth))
            faults["width"] = [$"A whole number from {LeastWidth} to {MostWidth}."];
        var lanes = LaneKind.Kind;
        if (query["lanes"].ToString() is { Length: > 0 } by && (int.TryParse(by, out _) || !Enum.TryParse(by, ignoreCase: true, out lanes)))
            faults["lanes"] = [$"One of {string.Join(", ", Enum.GetNames<LaneKind>().Select(n => n.ToLowerInvariant()))}."];
        DateOnly? asOf = null;
        if (query["asof"].ToString() is { Length: > 0 } known)
        {
            if (DateOnly.TryParseExact(known, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) asOf = day;
            else faults["asof"] = ["A day, such as 2025-06-02."];
        }
        var filter = ListFilter.Read(query) with { From = null, To = null };
        foreach (var notice in filter.Notices.Where(n => !n.Contains("'from'", StringComparison.Ordinal) && !n.Contains("'to'", StringComparison.Ordinal))) faults.TryAdd("filter", [notice]);
        if (filter.Kind is { } kind && Kinds.Find(kind) is null) faults["kind"] = [$"There is no kind '{kind}'."];
        return faults.Count > 0 ? null : new WindowQuestion(from!.Value, to!.Value, width, lanes, filter, asOf);
    }

    private static DateTimeOffset? Moment(IQueryCollection query, string name, Dictionary<string, string[]> faults)
    {
        if (DateTimeOffset.TryParse(query[name].ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) return moment;
        faults[name] = ["A day or a moment in ISO 8601, such as 2025-06-02 or 2025-06-02T13:00:00Z."];
        return null;
    }
}

/// <summary>By what the timeline's entries are put into lanes.</summary>
internal enum LaneKind { Kind, Party, Process, Person, Topic }
