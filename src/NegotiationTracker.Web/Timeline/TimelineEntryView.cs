using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Lists;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Shared.Records;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A timeline entry as the list shows it.</summary>
public static class TimelineEntryView
{
    private const int MajorFrom = 4;
    private const int MostParties = 6;

    /// <summary>The entry in words.</summary>
    public static TimelineItemView Of(TimelineEntry entry, RecordNames names)
    {
        var date = Edtf.Parse(entry.Date);
        // "2 Jun 2025, 13:00 Istanbul time" is shown in two lines, the clock time under the day.
        var words = date.Short(entry.Zone);
        var comma = date.Precision == DatePrecision.Minute && !date.IsInterval ? words.IndexOf(", ", StringComparison.Ordinal) : -1;
        return new TimelineItemView(
            comma < 0 ? words : words[..comma], comma < 0 ? entry.DateNote : words[(comma + 2)..], Words.Of(entry.Kind), MarkOf(entry.Kind), entry.Title,
            Links.To(entry.RecordKind, entry.RecordSlug), entry.Summary is { Length: > 0 } summary ? summary : null,
            [.. entry.Parties.Take(MostParties).Select(p => names.Of("parties", p)).Select(p => new PartyView(p.Mark ?? p.Slug, p.ShortTitle))],
            entry.Place, entry.Sources.Length, entry.Disputed, entry.Importance >= MajorFrom);
    }

    /// <summary>How the entry's mark is drawn.</summary>
    public static Mark MarkOf(EntryKind kind) => kind switch
    {
        EntryKind.TalksProposed or EntryKind.TalksScheduled or EntryKind.CeasefireProposed or EntryKind.CommitmentDue or EntryKind.CommitmentMade => Mark.Open,
        EntryKind.TalksCancelled or EntryKind.TalksRefused or EntryKind.ProposalRejected or EntryKind.CeasefireRejected or EntryKind.CommitmentBroken or EntryKind.CeasefireEnded => Mark.Crossed,
        EntryKind.TalksPostponed => Mark.Late,
        EntryKind.BatchDelivered or EntryKind.CommitmentKept or EntryKind.ProposalSigned or EntryKind.ProposalAccepted => Mark.Full,
        _ => Mark.None,
    };
}
