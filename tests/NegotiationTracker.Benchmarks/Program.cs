using NegotiationTracker.Benchmarks;
using NegotiationTracker.Benchmarks.Size;

const string Usage = """
    dotnet run -c Release --project tests/NegotiationTracker.Benchmarks [-- command]

      pages      The ten main pages: time anew and from the cache, and weight (the default).
      live       From a publication at one node to its line on pages that are open at another: 50 times, in Chromium.
      circuits   Memory of 50 open editors, and what remains of it when they are closed.
      size       Records of 10,000 to 1,000,000 entries beside the barest programs that do the same; some 20 minutes:
                   --entries 10000,100000,1000000   sizes       --seconds 2   length of a round     --no-browser
                   --homes DIR   keeps the made-up records there and uses them again                --only list,window,pages,search,browser

    Everything runs on this machine, over a private PostgreSQL in a folder that is deleted at the end. live and circuits need Chromium or Chrome.
    """;

switch (args)
{
    case [] or ["pages"]:
        await MainPages.RunAsync();
        return 0;
    case ["live"]:
        return await LiveDelay.RunAsync();
    case ["circuits"]:
        return await CircuitMemory.RunAsync();
    case ["size", .. var rest] when SizeOptions.Read(rest) is { } options:
        return await SizeBenchmark.RunAsync(options);
    case [BareServer.Command]:
        EndWithWhoStartedIt();
        return await BareServer.RunAsync();
    case [MeasuredServer.Command]:
        EndWithWhoStartedIt();
        return await MeasuredServer.RunAsync();
    default:
        Console.WriteLine(Usage);
        return args is ["help" or "--help" or "-h"] ? 0 : 2;
}

// A benchmark that is killed leaves no program behind that would disturb the next: what it started reads from it, and nothing comes but the end.
static void EndWithWhoStartedIt() => _ = Task.Run(async () =>
{
    await Console.In.ReadToEndAsync();
    Environment.Exit(0);
});
