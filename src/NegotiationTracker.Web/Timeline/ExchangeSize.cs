using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Timeline;

/// <summary>How many a hand-over counts, read from the sentence that the exchange's chronology writes ("to Ukraine: 205 military; to Russia: 205 military").</summary>
internal static partial class ExchangeSize
{
    /// <summary>The first number of each direction, added up; null where none is told.</summary>
    public static int? Of(string? summary)
    {
        if (summary is null) return null;
        var sum = summary.Split("; ").Select(part => First().Match(part)).Where(m => m.Success && long.TryParse(m.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _))
            .Sum(m => long.Parse(m.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        return sum is > 0 and <= int.MaxValue ? (int)sum : null;
    }

    [GeneratedRegex(@"(?<=^|: )\d[\d,]*(?= )", RegexOptions.CultureInvariant, 200)]
    private static partial Regex First();
}
