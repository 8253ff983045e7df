namespace NegotiationTracker.Web.Shared.Records;

/// <summary>The small shapes that say again, without colour, what a tag says in words.</summary>
public enum Mark
{
    None,

    /// <summary>Not yet: proposed, scheduled, agreed, announced.</summary>
    Open,

    /// <summary>In part: under way, partly accepted.</summary>
    Half,

    /// <summary>Done: held, completed, kept, signed.</summary>
    Full,

    /// <summary>It did not come to it: cancelled, refused, rejected, withdrawn, broken.</summary>
    Crossed,

    /// <summary>Late: overdue, stalled, postponed.</summary>
    Late,

    /// <summary>Sources disagree.</summary>
    Disputed,
}

/// <summary>Which shape a status of the domain gets.</summary>
public static class Marks
{
    public static Mark OfStatus(string? status) => status?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "PROPOSED" or "SCHEDULED" or "ANNOUNCED" or "PROMISED" or "AGREED" or "DECLARED" or "NOTINITIATED" or "DUE" or "APPOINTED" => Mark.Open,
        "UNDERWAY" or "UNDERDISCUSSION" or "PARTLYACCEPTED" or "MINIMAL" or "INTERMEDIATE" or "INFORCE" => Mark.Half,
        "HELD" or "COMPLETED" or "FULL" or "KEPT" or "SIGNED" or "ACCEPTED" or "HANDEDOVER" or "PUBLISHED" or "SEENINROOM" => Mark.Full,
        "CANCELLED" or "REFUSED" or "REJECTED" or "WITHDRAWN" or "BROKEN" or "SUPERSEDED" or "EXPIRED" or "ENDED" or "ABSENT" or "REPLACED" => Mark.Crossed,
        "POSTPONED" or "STALLED" or "OVERDUE" => Mark.Late,
        "CONFLICT" or "DISPUTED" => Mark.Disputed,
        _ => Mark.None,
    };
}
