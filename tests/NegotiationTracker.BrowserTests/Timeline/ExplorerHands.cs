using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;

namespace NegotiationTracker.BrowserTests.Timeline;

/// <summary>What a reader does with the explorer, and what it tells of itself.</summary>
internal static class ExplorerHands
{
    /// <summary>Opens an address of the timeline and waits until its drawing and its list are there.</summary>
    public static async Task<IPage> ExploreAsync(this Chromium chromium, RecordSite site, string path = "/timeline", ColorScheme scheme = ColorScheme.Light, int width = 1440, bool isCalm = true)
    {
        var page = await chromium.OpenAsync(scheme, width);
        if (isCalm) await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(site.Address + path);
        await page.RestAsync();
        return page;
    }

    /// <summary>Waits until nothing moves and the list tells what is in view.</summary>
    public static Task RestAsync(this IPage page) => page.WaitForFunctionAsync(
        "() => { const e = document.querySelector('.explorer')?.explorer; return e?.view && !e.frame && !e.glide.target && e.list.isTold && e.tiles.isWhole(e.view, e.level); }");

    /// <summary>From when to when the view shows, in milliseconds since 1970.</summary>
    public static async Task<(double From, double To)> ViewAsync(this IPage page)
    {
        var view = await page.EvaluateAsync<double[]>("() => { const { from, to } = document.querySelector('.explorer').explorer.view; return [from, to]; }");
        return (view[0], view[1]);
    }

    /// <summary>The number of the chosen entry, 0 for none.</summary>
    public static Task<int> ChosenAsync(this IPage page) => page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.state.at ?? 0");

    /// <summary>Numbers of the entries in the list, in its order.</summary>
    public static Task<int[]> ListedAsync(this IPage page) => page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.explorer-list > li')].map(i => Number(i.dataset.number))");

    public static ILocator Part(this IPage page, string name) => page.Locator($".explorer [data-part='{name}']");

    public static Task UrlHasAsync(this IPage page, string text) => page.WaitForFunctionAsync("text => location.search.includes(text)", text);
}
