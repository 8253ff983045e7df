namespace NegotiationTracker.Web.Shared.Live;

/// <summary>Bounds of the live channel (<c>Live:…</c> in the configuration).</summary>
public sealed class LiveOptions
{
    /// <summary>Readers with an open page at a time, on this node.</summary>
    public int Readers { get; set; } = 2_000;

    /// <summary>How often a silent connection says that it lives; proxies close what is silent for a minute.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long a reader may take to accept what is sent before it is dropped.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}
