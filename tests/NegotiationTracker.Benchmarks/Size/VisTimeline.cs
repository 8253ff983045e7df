using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>vis-timeline, which keeps an element for every entry, as npm has it today: fetched when it is measured, never shipped.</summary>
internal static class VisTimeline
{
    public static readonly int[] Sizes = [1_000, 10_000, 50_000];

    private const string Package = "vis-timeline";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Until the frame after the drawing: an element counts when it is there to be seen.
    private const string Draw = """
        async ([items, isClustered]) => {
          const kinds = [...new Set(items.map(i => i.group))].map(id => ({ id, content: id }));
          const began = performance.now();
          new vis.Timeline(document.getElementById('stage'), new vis.DataSet(items), new vis.DataSet(kinds), { height: '600px', ...(isClustered ? { cluster: { maxItems: 1 } } : {}) });
          await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
          return performance.now() - began;
        }
        """;

    /// <summary>Fetches the newest version into a folder.</summary>
    /// <returns>Its version.</returns>
    public static async Task<string> FetchAsync(string homes)
    {
        var start = new ProcessStartInfo("npm", ["pack", "--silent", "--pack-destination", homes, Package]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var npm = Process.Start(start)!;
        var error = npm.StandardError.ReadToEndAsync();
        var file = (await npm.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1];
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"{Package} could not be fetched: {await error}");
        var folder = Directory.CreateDirectory(Folder(homes));
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(homes, file)), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(packed, folder.FullName, overwriteFiles: true);
        return file[(Package.Length + 1)..^".tgz".Length];
    }

    /// <summary>Shows the newest entries and moves them, each size in a browser of its own, and says what came of it within a minute.</summary>
    public static async Task<string> MeasureAsync(IPlaywright playwright, SizedRecord record, string homes, int entries, bool isClustered, TimeSpan moved)
    {
        var items = await ItemsAsync(record, entries);
        await using var browser = await MachineBrowser.StartAsync(playwright);
        var measuring = MeasureAsync(browser, homes, items, isClustered, moved);
        if (await Task.WhenAny(measuring, Task.Delay(Patience)) == measuring) return await measuring;
        // Its page is busy; what it would still say is nobody's any more.
        _ = measuring.ContinueWith(m => m.Exception, TaskScheduler.Default);
        return string.Create(CultureInfo.InvariantCulture, $"did not finish within {Patience.TotalSeconds:0} s");
    }

    private static async Task<string> MeasureAsync(IBrowser browser, string homes, object[] items, bool isClustered, TimeSpan moved)
    {
        var page = await (await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } })).NewPageAsync();
        await FrameWatch.OnAsync(page);
        await page.GotoAsync("data:text/html,<!DOCTYPE html><div id=stage></div>");
        var from = Path.Combine(Folder(homes), "package");
        await page.AddStyleTagAsync(new() { Path = Path.Combine(from, "styles", "vis-timeline-graph2d.min.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(from, "standalone", "umd", "vis-timeline-graph2d.min.js") });
        var drawn = await page.EvaluateAsync<double>(Draw, new object[] { items, isClustered });
        var frames = await FrameWatch.MoveAsync(page, (await page.Locator("#stage .vis-center").First.BoundingBoxAsync())!, moved);
        var heap = await FrameWatch.HeapAsync(page);
        return string.Create(CultureInfo.InvariantCulture, $"first drawn after {drawn:0} ms; {frames}; heap {heap:0.0} MB");
    }

    private static async Task<object[]> ItemsAsync(SizedRecord record, int entries)
    {
        await using var database = NpgsqlDataSource.Create(record.Owner);
        await using var command = database.CreateCommand("select number, at, title, record_kind from record.timeline_entries where until is null order by at desc, worth desc limit $1");
        command.Parameters.Add(new() { Value = entries });
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<object>(entries);
        while (await reader.ReadAsync()) items.Add(new { id = reader.GetInt64(0), start = reader.GetDateTime(1).ToString("O", CultureInfo.InvariantCulture), content = reader.GetString(2), group = reader.GetString(3) });
        return [.. items];
    }

    private static string Folder(string homes) => Path.Combine(homes, Package);
}
