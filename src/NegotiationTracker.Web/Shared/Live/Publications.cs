using System.Collections.Concurrent;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>
/// What this node knows to be public. It is told of every publication, on whichever node, once a page asked for anew shows it; readers' open
/// pages follow it through <c>/live</c>, the desk's circuits through <see cref="Subscribe"/>.
/// </summary>
public sealed class Publications(ILogger<Publications> log)
{
    private readonly ConcurrentDictionary<Action<Announcement>, Action<Announcement>> _subscribers = new();
    private long _heard;
    private volatile Announcement _latest = new(position: null, []);

    /// <summary>The newest announcement; the way to those that come.</summary>
    public Announcement Latest => _latest;

    /// <summary>The last publication that pages show; empty until the database was asked.</summary>
    public long? Position => _latest.Position;

    /// <summary>The last publication heard of, before pages show it: what is kept in memory of an earlier one is no longer used; 0 before the first.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>Calls back at every publication from now on, until disposed. The callback must be quick: a circuit's hands over with <c>InvokeAsync</c>.</summary>
    public IDisposable Subscribe(Action<Announcement> heard)
    {
        // A delegate of its own, so that the same method may subscribe twice.
        Action<Announcement> own = new(heard.Invoke);
        _subscribers[own] = own;
        return new Subscription(() => _subscribers.TryRemove(own, out _));
    }

    /// <summary>Notes a publication before cached pages are thrown away, so that none is made anew from what is kept in memory.</summary>
    internal void Hear(long position) => Volatile.Write(ref _heard, position);

    /// <summary>Tells everybody. Only the listener does, one at a time and in order.</summary>
    internal void Announce(Announcement next)
    {
        var last = _latest;
        _latest = next;
        last.Precede(next);
        foreach (var heard in _subscribers.Keys)
        {
            try
            {
                heard(next);
            }
#pragma warning disable CA1031 // Whatever goes wrong in one circuit, the others are told too.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogError(e, "A subscriber to publications failed.");
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
