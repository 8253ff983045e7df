namespace NegotiationTracker.Benchmarks.Size;

/// <summary>One of the ways that are measured side by side, and what its rounds brought.</summary>
/// <param name="name">What it is.</param>
/// <param name="program">The process that answers.</param>
/// <param name="requests">What is asked of it, in turn.</param>
internal sealed class Way(string name, MeasuredProgram program, params IReadOnlyList<byte[]> requests)
{
    private const int Rounds = 5;

    // The runtime compiles what is asked often a second time, better, and that takes some thousands of answers.
    private const int RoundsOfWarmth = 4;

    // What is made anew has far more to be compiled: for some twenty thousand answers it costs up to twice as much as from then on.
    private const int RoundsUntilSteady = 20;

    private readonly List<Load> _loads = [];
    private readonly List<double> _microseconds = [];
    private int _asked;

    public string Name => name;

    /// <summary>Answers a second, median of the rounds.</summary>
    public double PerSecond => Figures.Median(_loads.Select(l => l.PerSecond));

    /// <summary>Milliseconds from request to answer, median of the rounds' medians.</summary>
    public double Median => Figures.Median(_loads.Select(l => Figures.Median(l.Delays.Select(d => (double)d))));

    /// <summary>Milliseconds from request to answer, median of the rounds' 95th percentiles.</summary>
    public double Late => Figures.Median(_loads.Select(l => Figures.Late(l.Delays.Select(d => (double)d))));

    /// <summary>Processor time of the process that answers, microseconds an answer, median of the rounds. PostgreSQL's own is not in it.</summary>
    public double Microseconds => Figures.Median(_microseconds);

    /// <summary>The longest body, kilobytes as sent.</summary>
    public double Kilobytes => _loads.Max(l => l.Longest) / 1024.0;

    /// <summary>Runs ways in turn, round by round, so that what else the machine does falls on all of them. The first round warms up and is not counted.</summary>
    public static async Task RunAsync(int connections, TimeSpan time, params IReadOnlyList<Way> ways)
    {
        for (var round = 0; round <= Rounds; round++)
            foreach (var way in ways) await way.RunAsync(connections, round == 0 ? time * RoundsOfWarmth : time, isCounted: round > 0);
    }

    /// <summary>Has ways answered until they do it as fast as they ever will.</summary>
    public static async Task WarmAsync(int connections, TimeSpan time, params IReadOnlyList<Way> ways)
    {
        foreach (var way in ways) await way.RunAsync(connections, time * RoundsUntilSteady, isCounted: false);
    }

    /// <summary>How many times as many answers a second as another way, median over the rounds, each compared with its neighbour.</summary>
    public double Against(Way other) => Figures.Median(_loads.Zip(other._loads, (mine, its) => mine.PerSecond / its.PerSecond));

    /// <summary>How many times as long an answer takes as another way's, median over the rounds.</summary>
    public double SlowerThan(Way other) => Figures.Median(_loads.Zip(other._loads, (mine, its) => Figures.Median(mine.Delays.Select(d => (double)d)) / Figures.Median(its.Delays.Select(d => (double)d))));

    private async Task RunAsync(int connections, TimeSpan time, bool isCounted)
    {
        var before = program.ProcessorTime;
        // Each round goes on where the one before ended.
        var load = await LoadClient.RunAsync(program.Port, [.. requests.Skip(_asked % requests.Count), .. requests.Take(_asked % requests.Count)], connections, time);
        _asked += load.Delays.Count;
        if (!isCounted) return;
        _loads.Add(load);
        _microseconds.Add((program.ProcessorTime - before).TotalMicroseconds / load.Delays.Count);
    }
}
