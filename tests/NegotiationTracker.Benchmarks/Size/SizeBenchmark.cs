using System.Globalization;
using System.Net.Http.Json;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>
/// What it costs to read a record of a million entries, beside the barest program that does the same on the same machine in the same minutes. All
/// records are open at once and asked in turn. Prints ratios first; everything runs on 127.0.0.1, for a bounded time.
/// </summary>
internal static class SizeBenchmark
{
    public static async Task<int> RunAsync(SizeOptions options)
    {
        var homes = options.Homes ?? Directory.CreateTempSubdirectory("nt-bench-").FullName;
        var records = new List<SizedRecord>();
        try
        {
            foreach (var entries in options.Entries) records.Add(await SizedRecord.OpenAsync(homes, entries));
            await using var bare = await MeasuredProgram.StartAsync(string.Join('\n', records.Select(r => r.Owner)), BareServer.Command);
            if (options.Measures("list")) await ListMeasures.RunAsync(records, bare, options.Round);
            if (options.Measures("window")) await WindowMeasures.RunAsync(records, options.Round);
            if (options.Measures("pages")) await PageMeasures.RunAsync(records[^1], bare, options.Round);
            if (options.Measures("browser")) await BrowserMeasures.RunAsync(records[^1], homes);
            if (options.Measures("search")) await SearchMeasures.RunAsync(records[^1], options.Round);
            Console.WriteLine("\nmemory of the program after that");
            foreach (var record in records)
            {
                var memory = (await record.Program.Client.GetFromJsonAsync<MemoryReading>("/measured/memory"))!;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record.Size,-6} managed {memory.Managed / 1048576.0:0} MB, resident {memory.Resident / 1048576.0:0} MB"));
            }
            return 0;
        }
        finally
        {
            foreach (var record in records) await record.DisposeAsync();
            if (options.Homes is null) Directory.Delete(homes, recursive: true);
        }
    }
}
