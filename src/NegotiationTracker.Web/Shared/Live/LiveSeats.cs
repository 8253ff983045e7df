using Microsoft.Extensions.Options;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>So many readers listen at a time and no more.</summary>
internal sealed class LiveSeats(IOptions<LiveOptions> options)
{
    private int _taken;

    /// <summary>Readers who listen now.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>A seat, to be given back; null when all are taken.</summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref _taken) <= options.Value.Readers) return new Seat(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    private sealed class Seat(LiveSeats seats) : IDisposable
    {
        private bool _given;

        public void Dispose()
        {
            if (_given) return;
            _given = true;
            Interlocked.Decrement(ref seats._taken);
        }
    }
}
