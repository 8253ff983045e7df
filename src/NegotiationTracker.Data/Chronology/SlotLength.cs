namespace NegotiationTracker.Data.Chronology;

/// <summary>How slots of a unit lie on the axis, in SQL and in code. Each is filled whole by shorter ones: weeks and months both by days.</summary>
public sealed class SlotLength
{
    // A Monday.
    private const string Origin = "timestamptz '2001-01-01 00:00:00Z'";
    private static readonly DateTimeOffset OriginTime = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _interval;
    private readonly TimeSpan? _fixed;
    private readonly int _months;

    private SlotLength(SlotUnit unit, SlotUnit? from, string interval, TimeSpan? length, int months = 0) => (Unit, From, _interval, _fixed, _months) = (unit, from, interval, length, months);

    /// <summary>An hour, the shortest.</summary>
    public static SlotLength Hour { get; } = new(SlotUnit.Hour, null, "1 hour", TimeSpan.FromHours(1));

    /// <summary>All of them, shorter before longer.</summary>
    public static IReadOnlyList<SlotLength> All { get; } =
    [
        Hour,
        new(SlotUnit.SixHours, SlotUnit.Hour, "6 hours", TimeSpan.FromHours(6)),
        new(SlotUnit.Day, SlotUnit.SixHours, "1 day", TimeSpan.FromDays(1)),
        new(SlotUnit.Week, SlotUnit.Day, "7 days", TimeSpan.FromDays(7)),
        new(SlotUnit.Month, SlotUnit.Day, "1 month", null, 1),
        new(SlotUnit.Quarter, SlotUnit.Month, "3 months", null, 3),
        new(SlotUnit.Year, SlotUnit.Quarter, "12 months", null, 12),
    ];

    /// <summary>The unit.</summary>
    public SlotUnit Unit { get; }

    /// <summary>The unit whose slots fill one of this; empty for the shortest, which marks fill.</summary>
    public SlotUnit? From { get; }

    /// <summary>About how long one is.</summary>
    public TimeSpan Typical => _fixed ?? TimeSpan.FromDays(30.4375 * _months);

    /// <summary>The unit's length.</summary>
    public static SlotLength Of(SlotUnit unit) => All[(int)unit];

    /// <summary>The first moment of the slot in which a moment lies.</summary>
    public DateTimeOffset StartOf(DateTimeOffset moment)
    {
        if (_fixed is { } length)
        {
            var ticks = (moment - OriginTime).Ticks;
            return OriginTime.AddTicks((ticks >= 0 ? ticks / length.Ticks : -((-ticks + length.Ticks - 1) / length.Ticks)) * length.Ticks);
        }
        var utc = moment.UtcDateTime;
        return new DateTimeOffset(utc.Year, ((utc.Month - 1) / _months * _months) + 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>The first moment after the slot that begins at a moment; the end of year 9999 at the latest.</summary>
    public DateTimeOffset EndOf(DateTimeOffset start)
    {
        if (_fixed is { } length) return start > DateTimeOffset.MaxValue - length ? DateTimeOffset.MaxValue : start + length;
        return start.Year == 9999 && start.Month + _months > 12 ? DateTimeOffset.MaxValue : start.AddMonths(_months);
    }

    /// <summary>The same in SQL, of a column.</summary>
    internal string StartOf(string column) => _fixed is null ? $"date_trunc('{(_months == 1 ? "month" : _months == 3 ? "quarter" : "year")}', {column}, 'UTC')" : $"date_bin('{_interval}', {column}, {Origin})";

    /// <summary>The same in SQL, of a column that holds a slot's start. Months are counted in UTC, whatever zone the session has.</summary>
    internal string EndOf(string column) => _fixed is null ? $"(({column} at time zone 'UTC' + interval '{_interval}') at time zone 'UTC')" : $"{column} + interval '{_interval}'";
}
