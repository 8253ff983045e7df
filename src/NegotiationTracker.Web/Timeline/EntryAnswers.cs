using System.Linq.Expressions;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline;

/// <summary>Makes timeline entries into answers of the API.</summary>
internal static class EntryAnswers
{
    /// <summary>What of an entry the API gives: all but the words that the database keeps for filtering.</summary>
    public static readonly Expression<Func<TimelineEntry, TimelineEntry>> Needed = e => new TimelineEntry
    {
        Id = e.Id, Number = e.Number, Worth = e.Worth, RecordId = e.RecordId, RecordKind = e.RecordKind, RecordSlug = e.RecordSlug, Kind = e.Kind, At = e.At, Till = e.Till, Date = e.Date, Zone = e.Zone,
        DateNote = e.DateNote, Title = e.Title, Summary = e.Summary, Place = e.Place, Processes = e.Processes, Parties = e.Parties, People = e.People, Topics = e.Topics, Importance = e.Importance,
        Sources = e.Sources, Disputed = e.Disputed, From = e.From, Until = e.Until,
    };

    /// <summary>An entry as it is.</summary>
    public static EntryAnswer Whole(TimelineEntry entry) => Brief(entry, entry.Sources.Length) with { Zone = entry.Zone, Note = entry.DateNote, Summary = entry.Summary, CitedSources = entry.Sources };

    /// <summary>An entry in brief.</summary>
    /// <param name="entry">The entry; neither its sources nor the words of its date are needed, and its summary only where a batch was delivered.</param>
    /// <param name="sources">How many sources its record rests on.</param>
    public static EntryAnswer Brief(TimelineEntry entry, int sources) => new()
    {
        Number = entry.Number, Kind = entry.Kind.ToString(), Said = Words.Of(entry.Kind), Mark = TimelineEntryView.MarkOf(entry.Kind).ToString(), Record = entry.RecordKind,
        Url = Links.To(entry.RecordKind, entry.RecordSlug), At = entry.At, Till = entry.Till, Date = entry.Date, When = Edtf.Parse(entry.Date).Short(entry.Zone), Title = entry.Title, Place = entry.Place,
        Processes = entry.Processes, Parties = entry.Parties, People = entry.People, Topics = entry.Topics,
        Importance = entry.Importance, Size = entry.Kind == EntryKind.BatchDelivered ? ExchangeSize.Of(entry.Summary) : null, Sources = sources, Disputed = entry.Disputed,
    };
}
