using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>Public pages: from the cache beside a handler that sends the same bytes, made anew beside a bare component of the same size, with and without reading.</summary>
internal static class PageMeasures
{
    /// <summary>Answers from the cache, as a share of what a handler does that sends the same bytes.</summary>
    public const double OfBytes = 0.85;

    private const double OfComponent = 0.5;
    private const int Connections = 32;
    private const int ItemsToWeigh = 100;

    public static async Task RunAsync(SizedRecord record, MeasuredProgram bare, TimeSpan round)
    {
        Figures.Head($"public pages at {record.Size}, {Connections} connections");
        var (program, newest) = (record.Program, (await record.Program.Client.GetFromJsonAsync<JsonObject>("/api/v1/timeline?limit=1&kind=talks"))!);
        string[] paths = ["/timeline", "/talks", (string)newest["entries"]![0]!["url"]!];
        await Way.WarmAsync(Connections, round,
            new Way("ours", program, [.. paths.Select(p => LoadClient.Request(program.Port, p, isNew: true, acceptsBrotli: false))]),
            new Way("component and Npgsql alone", bare, [.. paths.Select(p => LoadClient.Request(bare.Port, $"/component/{ItemsToWeigh}{p}", isNew: true, acceptsBrotli: false))]));
        foreach (var path in paths)
        {
            foreach (var acceptsBrotli in new[] { false, true })
            {
                var (same, length) = await BareServer.KeepAsync(bare, program, path, acceptsBrotli, $"page-{acceptsBrotli}-{path.Replace('/', '-')}");
                var (bytes, kept) = (new Way("bytes alone", bare, LoadClient.Request(bare.Port, same, isNew: false, acceptsBrotli)), new Way("ours", program, LoadClient.Request(program.Port, path, isNew: false, acceptsBrotli)));
                await Way.RunAsync(Connections, round, bytes, kept);
                Figures.AtLeast(string.Create(CultureInfo.InvariantCulture, $"{path} from the cache, {(acceptsBrotli ? "brotli" : "plain")}, {length / 1024.0:0} KB / the same bytes"), kept.Against(bytes), OfBytes, Figures.Rates(kept, bytes));
            }
            var weight = (await program.Client.GetByteArrayAsync(path)).Length;
            var (page, items) = (string.Create(CultureInfo.InvariantCulture, $"a bare component of {weight / 1024.0:0} KB"), await ItemsAsync(bare, weight));
            var (component, reading, anew) = (
                new Way("component alone", bare, LoadClient.Request(bare.Port, $"/component/{items}", isNew: false, acceptsBrotli: false)),
                new Way("component and Npgsql alone", bare, LoadClient.Request(bare.Port, $"/component/{items}{path}", isNew: true, acceptsBrotli: false)),
                new Way("ours", program, LoadClient.Request(program.Port, path, isNew: true, acceptsBrotli: false)));
            await Way.RunAsync(Connections, round, component, reading, anew);
            Figures.AtLeast($"{path} made anew / {page} that reads by Npgsql alone what it shows", anew.Against(reading), OfComponent, Figures.Rates(anew, reading));
            // What reading itself costs: no page that reads comes near.
            Figures.Told($"{path} made anew / {page} without a database", anew.Against(component), Figures.Rates(component));
        }
    }

    // How many items make a page of that size.
    private static async Task<int> ItemsAsync(MeasuredProgram bare, int weight)
    {
        var (none, some) = ((await bare.Client.GetByteArrayAsync("/component/0")).Length, (await bare.Client.GetByteArrayAsync($"/component/{ItemsToWeigh}")).Length);
        return (int)Math.Round((weight - none) * ItemsToWeigh / (double)(some - none));
    }
}
