using System.Linq.Expressions;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Timeline entries as a window shows them.</summary>
internal static class WindowEntries
{
    /// <summary>What of an entry a window needs: all but its words and summary.</summary>
    public static readonly Expression<Func<TimelineEntry, TimelineEntry>> Needed = e => new TimelineEntry
    {
        Id = e.Id, Number = e.Number, RecordId = e.RecordId, RecordKind = e.RecordKind, RecordSlug = e.RecordSlug, Kind = e.Kind, At = e.At, Till = e.Till, Date = e.Date, Zone = e.Zone,
        Title = e.Title, Place = e.Place, Processes = e.Processes, Parties = e.Parties, People = e.People, Topics = e.Topics, Importance = e.Importance, Sources = e.Sources, Disputed = e.Disputed,
    };

    /// <summary>The entry in a window that begins at a moment.</summary>
    public static WindowEntry Of(TimelineEntry entry, DateTimeOffset from) => new()
    {
        Number = entry.Number, Kind = entry.Kind.ToString(), Said = Words.Of(entry.Kind), Mark = TimelineEntryView.MarkOf(entry.Kind).ToString(), Record = entry.RecordKind,
        Url = Links.To(entry.RecordKind, entry.RecordSlug), At = entry.At, Till = entry.Till, Date = entry.Date, When = Edtf.Parse(entry.Date).Short(entry.Zone), Title = entry.Title, Place = entry.Place,
        Processes = entry.Processes, Parties = entry.Parties, People = entry.People, Topics = entry.Topics, Importance = entry.Importance, Sources = entry.Sources.Length, Disputed = entry.Disputed,
        Reaches = entry.At < from,
    };
}
