using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>What the timeline must answer, computed in the plainest way from all entries.</summary>
internal static class NaiveTimeline
{
    public static IEnumerable<TimelineEntry> Passing(this IEnumerable<TimelineEntry> entries, ListFilter filter, DateOnly? asOf) =>
        from e in entries
        where asOf is { } day ? e.From < End(day) && (e.Until is null || e.Until >= End(day)) : e.Until is null
        where filter.Kind is null || e.RecordKind == filter.Kind
        where filter.Party is null || e.Parties.Contains(filter.Party)
        where filter.Person is null || e.People.Contains(filter.Person)
        where filter.Topic is null || e.Topics.Contains(filter.Topic)
        where filter.Process is null || e.Processes.Contains(filter.Process)
        where !filter.Disputed || e.Disputed
        where filter.Place is null || (e.Place?.Contains(filter.Place, StringComparison.OrdinalIgnoreCase) ?? false)
        where filter.From is not { } first || e.At >= Start(first) || (e.Till > Start(first) && e.Till - e.At > TimeSpan.FromDays(1))
        where filter.To is not { } last || e.At < End(last)
        select e;

    public static IEnumerable<string> LanesOf(this TimelineEntry entry, LaneKind by) => by switch
    {
        LaneKind.Party => entry.Parties,
        LaneKind.Person => entry.People,
        LaneKind.Topic => entry.Topics,
        LaneKind.Process => entry.Processes,
        _ => [entry.RecordKind],
    };

    public static ListFilter Filter(Random random) => new()
    {
        Kind = random.Next(4) == 0 ? "talks" : null,
        Party = random.Next(3) == 0 ? random.Next(4) == 0 ? "vatican" : "ukraine" : null,
        Person = random.Next(5) == 0 ? $"person-{random.Next(37)}" : null,
        Topic = random.Next(5) == 0 ? "prisoners" : null,
        Disputed = random.Next(6) == 0,
        Place = random.Next(8) == 0 ? "stan" : null,
    };

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateTimeOffset End(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
}
