using System.Collections.Concurrent;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Times as well or as badly known as those of a real record.</summary>
internal static class Times
{
    // Zones whose offset did not change in these years are written with it, the others as local times.
    private static readonly (string Zone, string Offset)[] Clocks =
        [("Europe/Istanbul", "+03:00"), ("Asia/Dubai", "+04:00"), ("Asia/Riyadh", "+03:00"), ("Europe/Kyiv", ""), ("Europe/Zurich", ""), ("Europe/Vienna", ""), ("America/New_York", "")];

    private static readonly string[] Notes = ["by the first report", "time of the announcement", "as one side says", "days, as reported later"];

    // The days of these years are few, and are named again and again.
    private static readonly ConcurrentDictionary<DateOnly, Edtf> Days = [];

    public static When On(DateOnly day) => new() { Date = Days.GetOrAdd(day, d => Edtf.Parse(Iso(d))) };

    /// <summary>Mostly a day or a clock time; also months, periods, open ends and doubtful dates.</summary>
    public static When Known(Dice dice, DateOnly day) => dice.Unit() switch
    {
        < 0.46 => On(day),
        < 0.76 => Clock(dice, day),
        < 0.81 => Of($"{Iso(day)}~", dice),
        < 0.85 => Of($"{Iso(day)}?", dice),
        < 0.90 => Of($"{day:yyyy-MM}", dice),
        < 0.92 => Of($"{day:yyyy-MM}~", dice),
        < 0.97 => Of($"{Iso(day)}/{Iso(day.AddDays(dice.Between(1, 9)))}", dice),
        < 0.98 => Of($"{Iso(day)}/..", dice),
        < 0.985 => Of($"../{Iso(day)}", dice),
        < 0.99 => Of($"{day:yyyy-MM}-XX", dice),
        < 0.995 => Of($"{day.Year}-{21 + ((day.Month + 9) % 12 / 3)}", dice),
        _ => Of($"{Iso(day)}%", dice),
    };

    /// <summary>A clock time with its zone.</summary>
    public static When Clock(Dice dice, DateOnly day)
    {
        var (zone, offset) = dice.Often(Clocks);
        var (hour, minute) = (dice.Between(6, 22), dice.Below(12) * 5);
        var start = $"{Iso(day)}T{hour:00}:{minute:00}{offset}";
        return new() { Date = Edtf.Parse(dice.Chance(0.1) ? $"{start}/{Iso(day)}T{hour + 1:00}:{minute:00}{offset}" : dice.Chance(0.08) ? start + "~" : start), Zone = zone };
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static When Of(string edtf, Dice dice) => new() { Date = Edtf.Parse(edtf), Note = dice.Chance(0.3) ? dice.One(Notes) : null };
}
