using System.Globalization;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>The stretches into which a chart cuts a period: weeks that begin on Monday (ISO 8601) where they can still be told apart, otherwise months, otherwise years.</summary>
internal sealed class Periods
{
    private const int Most = 160;

    private readonly Func<DateOnly, DateOnly> _start;
    private readonly string _label;

    private Periods(string unit, string label, Func<DateOnly, DateOnly> start, IReadOnlyList<DateOnly> starts) => (Unit, _label, _start, Starts) = (unit, label, start, starts);

    /// <summary>What each is: "week".</summary>
    public string Unit { get; }

    /// <summary>Their first days.</summary>
    public IReadOnlyList<DateOnly> Starts { get; }

    public static Periods Over(DateOnly first, DateOnly last)
    {
        var weeks = Cut(first, last, "week", "d MMM yyyy", d => d.AddDays(-(((int)d.DayOfWeek + 6) % 7)), d => d.AddDays(7));
        if (weeks.Starts.Count <= Most) return weeks;
        var months = Cut(first, last, "month", "MMM yyyy", d => new DateOnly(d.Year, d.Month, 1), d => d.AddMonths(1));
        return months.Starts.Count <= Most ? months : Cut(first, last, "year", "yyyy", d => new DateOnly(d.Year, 1, 1), d => d.AddYears(1));
    }

    /// <summary>The place of the stretch in which a day lies.</summary>
    public int IndexOf(DateOnly day) => Starts.Index().First(s => s.Item == _start(day)).Index;

    public string Label(DateOnly start) => start.ToString(_label, CultureInfo.InvariantCulture);

    private static Periods Cut(DateOnly first, DateOnly last, string unit, string label, Func<DateOnly, DateOnly> start, Func<DateOnly, DateOnly> next)
    {
        var starts = new List<DateOnly>();
        for (var at = start(first); at <= last && starts.Count <= 10 * Most; at = next(at)) starts.Add(at);
        return new Periods(unit, label, start, starts);
    }
}
