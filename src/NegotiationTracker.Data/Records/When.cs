using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Data.Records;

/// <summary>A time as it is known: EDTF as entered, the IANA zone of a local time, and how well it is known.</summary>
public sealed record When
{
    /// <summary>The date, period or clock time (EDTF, ISO 8601-2 level 0 and 1).</summary>
    public required Edtf Date { get; init; }

    /// <summary>IANA name of the zone in which people there read the time, such as <c>Europe/Istanbul</c>.</summary>
    public string? Zone { get; init; }

    /// <summary>How well it is known, or where the time comes from.</summary>
    public string? Note { get; init; }

    /// <summary>The time for people in English.</summary>
    public string Words() => Date.Words(Zone);

    /// <summary>Earliest and latest instants, UTC.</summary>
    public TimeBounds Bounds() => Date.Bounds(Zone);
}
