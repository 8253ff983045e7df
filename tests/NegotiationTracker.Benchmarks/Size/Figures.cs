using System.Globalization;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>Medians, 95th percentiles, and the lines that say them.</summary>
internal static class Figures
{
    private const int WidthOfName = 66;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>The 95th percentile.</summary>
    public static double Late(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1];
    }

    /// <summary>A heading.</summary>
    public static void Head(string text) => Console.WriteLine($"\n{text}\n{"",-WidthOfName} {"is",8}  {"target",-10}");

    /// <summary>A figure that is to be at least a target.</summary>
    public static void AtLeast(string what, double value, double target, string beside) => Print(what, value, string.Create(CultureInfo.InvariantCulture, $">= {target:0.##}"), value >= target, beside);

    /// <summary>A figure that is to be at most a target.</summary>
    public static void AtMost(string what, double value, double target, string beside) => Print(what, value, string.Create(CultureInfo.InvariantCulture, $"<= {target:0.##}"), value <= target, beside);

    /// <summary>A figure without a target.</summary>
    public static void Told(string what, double value, string beside) => Print(what, value, "", true, beside);

    /// <summary>Answers a second, delays and processor time of ways.</summary>
    public static string Rates(params ReadOnlySpan<Way> ways)
    {
        var said = new List<string>();
        foreach (var way in ways) said.Add(string.Create(CultureInfo.InvariantCulture, $"{way.Name} {way.PerSecond:#,0}/s p50 {way.Median:0.00} p95 {way.Late:0.00} ms cpu {way.Microseconds:0} us"));
        return string.Join(" | ", said);
    }

    /// <summary>Thousands and millions as people write them.</summary>
    public static string Short(int entries) => entries >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{entries / 1e6:0.#}M") : string.Create(CultureInfo.InvariantCulture, $"{entries / 1e3:0.#}k");

    private static void Print(string what, double value, string target, bool isKept, string beside) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-WidthOfName} {value,8:0.00}  {target,-8}{(isKept ? "  " : "MISS")}  {beside}"));
}
