namespace NegotiationTracker.Benchmarks.Size;

/// <summary>A page of the timeline in the API: the 50 newest entries with their parties, people and sources, made anew and from the cache.</summary>
internal static class ListMeasures
{
    private const int Connections = 32;
    private const string Path = "/api/v1/timeline?limit=50";
    private const double OfBare = 0.8;
    private const double OfSmall = 0.9;

    public static async Task RunAsync(IReadOnlyList<SizedRecord> records, MeasuredProgram bare, TimeSpan round)
    {
        var plaintext = new Way("Kestrel's plaintext", bare, LoadClient.Request(bare.Port, "/plaintext", isNew: false, acceptsBrotli: false));
        var sizes = new List<(SizedRecord Record, Way Npgsql, Way Anew, Way Bytes, Way Kept)>();
        foreach (var (i, record) in records.Index())
        {
            await SameAsync(bare, $"/timeline/{i}", record.Program, Path);
            var (bytes, _) = await BareServer.KeepAsync(bare, record.Program, Path, acceptsBrotli: false, $"timeline-{record.Size}");
            sizes.Add((
                record, new Way("Npgsql alone", bare, LoadClient.Request(bare.Port, $"/timeline/{i}", isNew: true, acceptsBrotli: false)),
                new Way("anew", record.Program, LoadClient.Request(record.Program.Port, Path, isNew: true, acceptsBrotli: false)),
                new Way("bytes alone", bare, LoadClient.Request(bare.Port, bytes, isNew: false, acceptsBrotli: false)),
                new Way("from the cache", record.Program, LoadClient.Request(record.Program.Port, Path, isNew: false, acceptsBrotli: false))));
        }
        await Way.WarmAsync(Connections, round, [sizes[0].Npgsql, .. sizes.Select(s => s.Anew)]);
        await Way.RunAsync(Connections, round, [.. sizes.SelectMany(s => new[] { s.Npgsql, s.Anew })]);
        await Way.RunAsync(Connections, round, [plaintext, .. sizes.SelectMany(s => new[] { s.Bytes, s.Kept })]);

        Figures.Head($"GET {Path}, {Connections} connections");
        foreach (var (record, npgsql, anew, _, _) in sizes) Figures.AtLeast($"{record.Size}: made anew / Npgsql alone", anew.Against(npgsql), OfBare, Figures.Rates(anew, npgsql));
        foreach (var (record, _, anew, _, _) in sizes.Skip(1)) Figures.AtLeast($"made anew: {record.Size} / {sizes[0].Record.Size}", anew.Against(sizes[0].Anew), OfSmall, "");
        foreach (var (record, _, _, bytes, kept) in sizes) Figures.AtLeast($"{record.Size}: from the cache / the same bytes alone", kept.Against(bytes), PageMeasures.OfBytes, Figures.Rates(kept, bytes));
        Figures.Told("Kestrel's plaintext, answers a second", plaintext.PerSecond, "");
    }

    // A comparison with something that does less would flatter nobody but us.
    private static async Task SameAsync(MeasuredProgram bare, string ofBare, MeasuredProgram program, string path)
    {
        var (its, ours) = (await bare.Client.GetStringAsync(ofBare), await program.Client.GetStringAsync(path));
        if (its != ours) throw new InvalidOperationException($"{path} says something else than the bare handler:\n{ours[..Math.Min(2000, ours.Length)]}\n{its[..Math.Min(2000, its.Length)]}");
    }
}
