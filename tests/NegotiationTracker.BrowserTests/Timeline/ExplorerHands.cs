using System.Globalization;
using Microsoft.Playwright;

namespace NegotiationTracker.BrowserTests.Timeline;

/// <summary>What an analyst's hands and eyes do with the explorer.</summary>
internal static class ExplorerHands
{
    private const string Rested = "() => { const e = document.querySelector('.explorer')?.explorer; return e?.scene !== undefined && !e.glide.target && e.list.isTold; }";

    /// <summary>Opens the timeline and waits until it stands still, drawn and told.</summary>
    public static async Task ExploreAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.RestAsync();
    }

    /// <summary>Waits until the view stands still and its list is there.</summary>
    public static async Task RestAsync(this IPage page)
    {
        // A move is noticed some time after the hand: by then it has begun.
        await page.WaitForTimeoutAsync(350);
        await page.WaitForFunctionAsync(Rested);
    }

    /// <summary>The view: its ends in milliseconds since 1970.</summary>
    public static async Task<(double From, double To)> ViewAsync(this IPage page)
    {
        var view = await page.EvaluateAsync<double[]>("() => { const { from, to } = document.querySelector('.explorer').explorer.view; return [from, to]; }");
        return (view[0], view[1]);
    }

    /// <summary>The drawing, on the page.</summary>
    public static async Task<LocatorBoundingBoxResult> DrawingAsync(this IPage page)
    {
        await page.Locator("[data-part=canvas]").ScrollIntoViewIfNeededAsync();
        return (await page.Locator("[data-part=canvas]").BoundingBoxAsync())!;
    }

    /// <summary>A single entry that is drawn as a mark: its number and where it stands on the page.</summary>
    public static async Task<(long Number, float X, float Y)> MarkAsync(this IPage page)
    {
        var box = await page.DrawingAsync();
        var mark = await page.EvaluateAsync<double[]>("() => { const { scene } = document.querySelector('.explorer').explorer; const m = scene.marks.find(m => m.entries === 1 && m.entry && m.x > 200 && m.x < scene.width - 100 && scene.marks.every(o => o === m || Math.hypot(o.x - m.x, o.y - m.y) > 30)); return [m.top, m.x, m.y]; }");
        return ((long)mark[0], (float)(box.X + mark[1]), (float)(box.Y + mark[2]));
    }

    /// <summary>The entry that is chosen; none where nothing is.</summary>
    public static async Task<long?> ChosenAsync(this IPage page) =>
        await page.EvaluateAsync<long?>("() => document.querySelector('.explorer').explorer.state.at ?? null");

    /// <summary>A value of the page's address.</summary>
    public static string? Asked(this IPage page, string name) => System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)[name];

    /// <summary>How much longer one view is than another.</summary>
    public static double Longer(this (double From, double To) view, (double From, double To) than) => (view.To - view.From) / (than.To - than.From);

    /// <summary>Numbers of the list beside the drawing, in its order.</summary>
    public static async Task<long[]> ListedAsync(this IPage page) =>
        [.. (await page.Locator("[data-part=list] > li").EvaluateAllAsync<string[]>("all => all.map(li => li.dataset.number)")).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
}
