using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Timeline;

/// <summary>The filters of the timeline as conditions on its entries: the list, the window and the counts narrow by the same.</summary>
internal static class TimelineNarrowing
{
    /// <summary>Entries that were current at the end of a day (UTC); those that are current now where there is none.</summary>
    public static IQueryable<TimelineEntry> KnownOn(this IQueryable<TimelineEntry> entries, DateOnly? day)
    {
        if (day is not { } known) return entries.Where(e => e.Until == null);
        var end = new DateTimeOffset(known.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return entries.Where(e => e.From < end && (e.Until == null || e.Until >= end));
    }

    /// <summary>Entries that pass all filters.</summary>
    public static IQueryable<TimelineEntry> Narrowed(this IQueryable<TimelineEntry> entries, RecordContext context, ListFilter filter)
    {
        if (filter.Kind is { } kind) entries = entries.Where(e => e.RecordKind == kind);
        if (filter.Process is { } process) entries = entries.Where(e => e.Processes.Contains(process));
        if (filter.Party is { } party) entries = entries.Where(e => e.Parties.Contains(party));
        if (filter.Person is { } person) entries = entries.Where(e => e.People.Contains(person));
        if (filter.Topic is { } topic) entries = entries.Where(e => e.Topics.Contains(topic));
        // A period is one of the axis, in UTC, as the window is. What lasts longer than a day is in it as long as it lasts.
        if (filter.From is { } first)
        {
            var from = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
            entries = entries.Where(e => e.At >= from || (e.Till - e.At > TimeSpan.FromDays(1) && e.Till > from));
        }
        if (filter.To is { } last && last < DateOnly.MaxValue)
        {
            var to = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            entries = entries.Where(e => e.At < to);
        }
        if (filter.Disputed) entries = entries.Where(e => e.Disputed);
        if (filter.Place is { } place) entries = entries.Where(e => e.Place != null && EF.Functions.ILike(e.Place, $"%{Literal(place)}%", "\\"));
        if (filter.Text is { } text)
        {
            // What the search finds of the record, its entries' words and names in any spelling or script too; of a former entry also its own words.
            var found = SearchQuery.Matching(context, text);
            entries = entries.Where(e => (e.Until != null && e.Words!.Matches(EF.Functions.WebSearchToTsQuery("english", text))) || found.Any(s => s.RecordId == e.RecordId));
        }
        return entries;
    }

    private static string Literal(string text) => text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
