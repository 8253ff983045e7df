namespace NegotiationTracker.Web.Shared.Live;

/// <summary>What a publication did to a record, as readers see it.</summary>
public enum PublicationAct
{
    /// <summary>It was not public before.</summary>
    Published,

    /// <summary>Another revision is public now.</summary>
    Amended,

    /// <summary>It was taken back; a tombstone is left.</summary>
    Retracted,
}

/// <summary>A record that a publication changed.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Slug">Its slug now.</param>
/// <param name="Act">What was done.</param>
public sealed record PublicationChange(string Kind, string Slug, PublicationAct Act)
{
    /// <summary>What both did together: new and amended is still new for somebody who knew neither.</summary>
    public PublicationChange Then(PublicationChange later) =>
        Act == PublicationAct.Published && later.Act == PublicationAct.Amended ? later with { Act = PublicationAct.Published } : later;
}
