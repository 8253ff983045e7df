using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Talks;

/// <summary>The timeline entries of talks: one when held; one for the plan where it is all there is, or where it differs from what came.</summary>
internal static class TalksChronology
{
    public static IEnumerable<TimelineDraft> Of(TalksDocument talks)
    {
        var place = PlaceOf(talks);
        if (talks.Actual is { } actual)
        {
            yield return new TimelineDraft
            {
                Kind = HeldAs(talks.Form), When = actual, Title = talks.Title, Place = place, Importance = Importance(talks),
                Summary = talks.Summary ?? talks.StatusWords ?? string.Join("; ", talks.Outcomes.Take(2).Select(o => o.Text)),
            };
        }
        if (talks.Planned is { } planned && talks.Status != TalksStatus.Held)
        {
            yield return new TimelineDraft
            {
                Kind = PlannedAs(talks.Status), When = planned, Title = talks.Title, Place = place, Importance = 2,
                Summary = talks.StatusWords ?? talks.Summary,
            };
        }
    }

    /// <summary>The first place in a line, or nothing for a call between places unknown.</summary>
    public static string? PlaceOf(TalksDocument talks) =>
        talks.Places.Count == 0 ? null : string.Join(", ", new[] { talks.Places[0].Venue, talks.Places[0].City }.Where(p => p is not null));

    private static EntryKind HeldAs(TalksKind form) => form switch
    {
        TalksKind.PhoneCall => EntryKind.PhoneCall,
        TalksKind.VideoCall => EntryKind.VideoCall,
        TalksKind.Visit or TalksKind.Shuttle => EntryKind.Visit,
        TalksKind.Correspondence => EntryKind.Letter,
        _ => EntryKind.Meeting,
    };

    private static EntryKind PlannedAs(TalksStatus status) => status switch
    {
        TalksStatus.Proposed => EntryKind.TalksProposed,
        TalksStatus.Postponed => EntryKind.TalksPostponed,
        TalksStatus.Cancelled => EntryKind.TalksCancelled,
        TalksStatus.Refused => EntryKind.TalksRefused,
        _ => EntryKind.TalksScheduled,
    };

    // A meeting outweighs a call; what made other records outweighs what ended in words.
    private static int Importance(TalksDocument talks)
    {
        var made = talks.Outcomes.Count(o => o.Made is not null);
        var start = talks.Form is TalksKind.Meeting or TalksKind.VideoCall ? 3 : 2;
        return Math.Min(5, start + Math.Min(2, made) + (talks.Participants.Count >= 8 && made == 0 ? 1 : 0));
    }
}
