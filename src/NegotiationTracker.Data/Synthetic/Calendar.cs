namespace NegotiationTracker.Data.Synthetic;

/// <summary>Twelve years in which much happens in some months and little in most: from a share of all that happened to its day.</summary>
internal sealed class Calendar
{
    private const int Months = 144;

    private readonly double[] _sums;

    public Calendar(Dice dice)
    {
        var days = First.AddMonths(Months).DayNumber - First.DayNumber;
        _sums = new double[days];
        var (sum, month, weight, surge) = (0.0, -1, 1.0, 1.0);
        for (var i = 0; i < days; i++)
        {
            var day = First.AddDays(i);
            if (day.Month != month)
            {
                month = day.Month;
                weight = dice.Unit() switch { < 0.12 => 4 + (6 * dice.Unit()), < 0.35 => 0.15, _ => 0.5 + dice.Unit() };
            }
            // Within a month too: a round of talks brings a few days of everything.
            if (dice.Chance(0.15)) surge = dice.Chance(0.3) ? 4 : 1;
            sum += weight * surge * (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.4 : 1);
            _sums[i] = sum;
        }
    }

    /// <summary>The first day on which something happened.</summary>
    public static DateOnly First { get; } = new(2014, 3, 1);

    /// <summary>The day by which a share of everything (0 to 1) has happened.</summary>
    public DateOnly DayAt(double share)
    {
        var at = Array.BinarySearch(_sums, share * _sums[^1]);
        return First.AddDays(Math.Clamp(at < 0 ? ~at : at, 0, _sums.Length - 1));
    }
}
