namespace NegotiationTracker.Data.Dates;

/// <summary>A date that stands alone, or one end of an interval.</summary>
internal sealed record EdtfPart(DatePrecision Precision, int Year, int Month = 0, int Day = 0)
{
    private const int MonthsInYear = 12;

    /// <summary>21 spring, 22 summer, 23 autumn, 24 winter; 0 when it is no season.</summary>
    public int Season { get; init; }

    public UnspecifiedDigits Unspecified { get; init; }

    public ClockTime? Clock { get; init; }

    public bool IsApproximate { get; init; }

    public bool IsUncertain { get; init; }

    public DateOnly First => Precision switch
    {
        DatePrecision.Century or DatePrecision.Decade or DatePrecision.Year => new(Year, 1, 1),
        DatePrecision.Season => new(Year, SeasonStart, 1),
        DatePrecision.Month => new(Year, Month, 1),
        _ => new(Year, Month, Day),
    };

    public DateOnly Last => Precision switch
    {
        DatePrecision.Century => new(Year + 99, MonthsInYear, 31),
        DatePrecision.Decade => new(Year + 9, MonthsInYear, 31),
        DatePrecision.Year => new(Year, MonthsInYear, 31),
        DatePrecision.Season => SeasonEnd,
        DatePrecision.Month => new(Year, Month, DateTime.DaysInMonth(Year, Month)),
        _ => new(Year, Month, Day),
    };

    /// <summary>The first second on the wall clock of wherever it is.</summary>
    public DateTime FirstLocal => First.ToDateTime(Clock?.Time ?? TimeOnly.MinValue);

    /// <summary>The last second on the wall clock of wherever it is.</summary>
    public DateTime LastLocal => Clock is { } clock
        ? Last.ToDateTime(clock.Time).AddSeconds(clock.HasSeconds ? 0 : 59)
        : Last.ToDateTime(new TimeOnly(23, 59, 59));

    private int SeasonStart => (Season - 20) * 3;

    // The winter of 9999 would end in a year that no calendar type of .NET has.
    private DateOnly SeasonEnd =>
        First.Year == DateOnly.MaxValue.Year && SeasonStart == MonthsInYear ? DateOnly.MaxValue : First.AddMonths(3).AddDays(-1);
}

/// <summary>The finest thing that is said to exist but not which: <c>2025-XX</c> a month, <c>2025-06-XX</c> a day.</summary>
internal enum UnspecifiedDigits
{
    None,
    Month,
    Day,
}

/// <summary>A time of day as written; without an offset it is local to a place that the text does not name.</summary>
internal readonly record struct ClockTime(TimeOnly Time, bool HasSeconds, TimeSpan? Offset, bool IsZulu);
