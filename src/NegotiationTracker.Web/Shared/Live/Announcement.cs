namespace NegotiationTracker.Web.Shared.Live;

/// <summary>
/// News of publications, and the way to the news after it. Whoever listens holds the last one that it dealt with, so nothing has to be kept in a
/// buffer for each listener, and a slow one finds everything that it has not seen yet.
/// </summary>
/// <param name="position">The last publication in it.</param>
/// <param name="changes">What changed since the announcement before.</param>
/// <param name="isPartial">Whether more changed than is listed.</param>
public sealed class Announcement(long? position, IReadOnlyList<PublicationChange> changes, bool isPartial = false)
{
    // Asynchronously, so that announcing takes no time, however many listen.
    private readonly TaskCompletionSource<Announcement> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Place in the order of publications, the same on every node: microseconds of Unix time. Empty until the database was asked.</summary>
    public long? Position => position;

    /// <summary>What changed since the announcement before.</summary>
    public IReadOnlyList<PublicationChange> Changes => changes;

    /// <summary>Whether so much changed at once that not everything is listed: ask <see cref="PublicationHistory"/>.</summary>
    public bool IsPartial => isPartial;

    /// <summary>The announcement after this one, when there is one.</summary>
    public Task<Announcement> Next => _next.Task;

    internal void Precede(Announcement next) => _next.SetResult(next);
}
