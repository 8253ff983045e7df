using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using NegotiationTracker.Web;

namespace NegotiationTracker.Benchmarks;

/// <summary>
/// The ten main pages: the median server time rendered anew and from the cache (side by side in one run, because machines differ), and the weight on
/// the wire. Asks 127.0.0.1 only, a bounded number of times.
/// </summary>
internal static class MainPages
{
    private const int Rounds = 40;

    private static readonly string[] Pages =
    [
        "/", "/timeline", "/timeline?party=ukraine", "/talks", "/talks/istanbul-2025-06-02", "/delegations/ukraine-istanbul-2025-06-02",
        "/proposals/russia-memorandum-2025-06", "/exchanges/bodies-2025-06-11", "/people/volodymyr-zelenskyy", "/search?q=umerov",
    ];

    public static async Task RunAsync()
    {
        var home = Directory.CreateTempSubdirectory("nt-bench-").FullName;
        var first = Stopwatch.StartNew();
        await using (var app = await StartAsync(home))
        {
            first.Stop();
            using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(app.Urls.Single()) };
            client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            var style = (await client.GetByteArrayAsync("/css/site.css")).Length;
            Console.WriteLine($"{"page",-46} {"anew ms",8} {"cached ms",10} {"ratio",6} {"KB",6}");
            foreach (var page in Pages)
            {
                // A query that means nothing is another key of the cache, so the page is rendered anew.
                var anew = await MedianAsync(client, i => $"{page}{(page.Contains('?') ? '&' : '?')}round={i.ToString(CultureInfo.InvariantCulture)}");
                var cached = await MedianAsync(client, _ => page);
                var weight = (await client.GetByteArrayAsync(page)).Length;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-46} {anew,8:0.00} {cached,10:0.00} {anew / cached,6:0.0} {weight / 1024.0,6:0.0}"));
            }
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"style sheet {style / 1024.0:0.0} KB; working set after that {self.WorkingSet64 / 1024 / 1024} MB"));
        }
        var later = Stopwatch.StartNew();
        await using (await StartAsync(home)) later.Stop();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first start with content {first.Elapsed.TotalSeconds:0.0} s; later start {later.Elapsed.TotalSeconds:0.0} s"));
        Directory.Delete(home, recursive: true);
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(string home)
    {
        var app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Tracker:Home", home, "--Logging:LogLevel:Default", "Warning"]);
        await app.StartAsync();
        return app;
    }

    private static async Task<double> MedianAsync(HttpClient client, Func<int, string> page)
    {
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            (await client.GetAsync(page(i))).EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times.Order().ElementAt(Rounds / 2);
    }
}
