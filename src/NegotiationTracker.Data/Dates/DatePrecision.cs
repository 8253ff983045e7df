namespace NegotiationTracker.Data.Dates;

/// <summary>How finely a date is known, from coarse to fine. Unspecified digits count as not known: <c>2025-06-XX</c> is a <see cref="Month"/>.</summary>
public enum DatePrecision
{
    /// <summary>A hundred years: <c>20XX</c>.</summary>
    Century,

    /// <summary>Ten years: <c>202X</c>.</summary>
    Decade,

    /// <summary>A year: <c>2025</c>, <c>2025-XX</c>, <c>2025-XX-XX</c>.</summary>
    Year,

    /// <summary>A season of a year: <c>2025-21</c> (spring) to <c>2025-24</c> (winter).</summary>
    Season,

    /// <summary>A month: <c>2025-06</c>, <c>2025-06-XX</c>.</summary>
    Month,

    /// <summary>A calendar day: <c>2025-06-01</c>.</summary>
    Day,

    /// <summary>A clock time, with or without seconds: <c>2025-06-01T20:25+03:00</c>.</summary>
    Minute,
}
