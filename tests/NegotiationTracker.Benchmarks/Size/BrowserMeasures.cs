using System.Globalization;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>The explorer in Chromium over the greatest record: its first marks, its frames while it is moved, its memory; beside it vis-timeline with as many entries as it bears.</summary>
internal static class BrowserMeasures
{
    private const int Visits = 5;
    private const int Warming = 5;
    private const double MostToMarks = 500;
    private const double MostWork = 8;
    private const double MostLateWork = 17;
    private const double LongestFrame = 100;
    private const double MostHeap = 40;

    private static readonly TimeSpan Undisturbed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moved = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(SizedRecord record, string homes)
    {
        Figures.Head($"the explorer in Chromium at {record.Size}");
        using var playwright = await Playwright.CreateAsync();
        await using (var browser = await MachineBrowser.StartAsync(playwright))
        {
            // The first visits warm the server; each later one is a reader of their own, with nothing kept in the browser.
            var marks = new List<double>();
            for (var visit = 1 - Warming; visit <= Visits; visit++)
            {
                await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
                var page = await context.NewPageAsync();
                await FrameWatch.OnAsync(page);
                await page.GotoAsync(record.Program.Address + "/timeline");
                // Whoever asks a page anything brings scripts along, which would take their time from its own.
                await Task.Delay(Undisturbed);
                if (await page.Locator("section.explorer").CountAsync() == 0)
                {
                    Console.WriteLine("not there yet");
                    break;
                }
                var first = await FrameWatch.FirstMarksAsync(page);
                if (visit > 0) marks.Add(first);
                if (visit == Visits) await MovedAsync(page);
            }
            if (marks.Count > 0) Figures.AtMost("first marks after navigation, ms", Figures.Median(marks), MostToMarks, string.Create(CultureInfo.InvariantCulture, $"latest of {marks.Count}: {marks.Max():0} ms"));
        }
        Console.WriteLine($"\nvis-timeline {await VisTimeline.FetchAsync(homes)} in the same Chromium, its defaults, entries grouped by kind");
        foreach (var entries in VisTimeline.Sizes)
            foreach (var clusters in new[] { false, true })
                Console.WriteLine($"{Figures.Short(entries),-5} {(clusters ? "clustered" : "plain"),-10} {await VisTimeline.MeasureAsync(playwright, record, homes, entries, clusters, Moved)}");
    }

    private static async Task MovedAsync(IPage page)
    {
        var stage = page.Locator("section.explorer [data-part=canvas]");
        await stage.ScrollIntoViewIfNeededAsync();
        var frames = await FrameWatch.MoveAsync(page, (await stage.BoundingBoxAsync())!, Moved);
        Figures.AtMost("work per frame, median ms", Figures.Median(frames.Work), MostWork, frames.ToString());
        Figures.AtMost("work per frame, p95 ms", Figures.Late(frames.Work), MostLateWork, "");
        Figures.AtMost("longest from frame to frame, ms", frames.Gaps.Max(), LongestFrame, "");
        Figures.AtMost("heap after that, MB", await FrameWatch.HeapAsync(page), MostHeap, "");
    }
}
