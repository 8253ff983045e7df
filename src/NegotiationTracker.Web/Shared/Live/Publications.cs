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
    private long _surely;
    private volatile Announcement _latest = new(position: null, []);

    /// <summary>The newest announcement; the way to those that come.</summary>
    public Announcement Latest => _latest;

    /// <summary>The last publication that pages show; empty until the database was asked.</summary>
    public long? Position => _latest.Position;

    /// <summary>How many changes of the record were heard of, each before pages show it: what is kept in memory from before the last is no longer used.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>When the database was last asked and all that it told was heard: what is kept in memory was true then.</summary>
    public DateTimeOffset SureAt => new(Volatile.Read(ref _surely), TimeSpan.Zero);

    /// <summary>Calls back at every publication from now on, until disposed. The callback must be quick: a circuit's hands over with <c>InvokeAsync</c>.</summary>
    public IDisposable Subscribe(Action<Announcement> heard)
    {
        // A delegate of its own, so that the same method may subscribe twice.
        Action<Announcement> own = new(heard.Invoke);
        _subscribers[own] = own;
        return new Subscription(() => _subscribers.TryRemove(own, out _));
    }

    /// <summary>Notes a change before cached pages are thrown away, so that none is made anew from what is kept in memory.</summary>
    internal void Hear() => Interlocked.Increment(ref _heard);

    /// <summary>Notes that everything is heard that the database could tell at a moment.</summary>
    internal void BeSure(DateTimeOffset at) => Volatile.Write(ref _surely, at.UtcTicks);

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
