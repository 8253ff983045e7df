using System.Globalization;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>What the command <c>size</c> is told.</summary>
/// <param name="Entries">Sizes of the records, in timeline entries.</param>
/// <param name="Round">How long each round of each way takes.</param>
/// <param name="WithBrowser">Whether a browser is measured too.</param>
/// <param name="Homes">Where the records lie, to be used again; empty: a folder that is deleted at the end.</param>
/// <param name="Parts">Which parts are measured; all where empty.</param>
internal sealed record SizeOptions(IReadOnlyList<int> Entries, TimeSpan Round, bool WithBrowser, string? Homes, IReadOnlyList<string> Parts)
{
    public static readonly string[] AllParts = ["list", "window", "pages", "search", "browser"];

    /// <summary>Reads the command line; null where it says something else.</summary>
    public static SizeOptions? Read(ReadOnlySpan<string> args)
    {
        var options = new SizeOptions([10_000, 100_000, 1_000_000], TimeSpan.FromSeconds(2), WithBrowser: true, null, AllParts);
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--entries", var text, .. var rest] when Numbers(text) is { Count: > 0 } entries:
                    options = options with { Entries = [.. entries.Order()] };
                    args = rest;
                    break;
                case ["--seconds", var text, .. var rest] when double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 60:
                    options = options with { Round = TimeSpan.FromSeconds(seconds) };
                    args = rest;
                    break;
                case ["--homes", var homes, .. var rest]:
                    options = options with { Homes = homes };
                    args = rest;
                    break;
                case ["--only", var text, .. var rest] when text.Split(',').All(AllParts.Contains):
                    options = options with { Parts = text.Split(',') };
                    args = rest;
                    break;
                case ["--no-browser", .. var rest]:
                    options = options with { WithBrowser = false };
                    args = rest;
                    break;
                default:
                    return null;
            }
        }
        return options;
    }

    public bool Measures(string part) => Parts.Contains(part) && (WithBrowser || part != "browser");

    private static List<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
            numbers.Add(number);
        }
        return numbers;
    }
}
