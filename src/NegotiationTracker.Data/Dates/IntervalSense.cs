namespace NegotiationTracker.Data.Dates;

/// <summary>What an interval of days means, which only the field that holds it knows.</summary>
public enum IntervalSense
{
    /// <summary>It happened at some time in the interval: "between 23 and 25 May 2025".</summary>
    Between,

    /// <summary>It went on through the interval: "23 to 25 May 2025".</summary>
    Lasting,
}
