using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

public sealed class ExplorerChoosingTests(Chromium chromium, RecordSite site)
{
    private const string SingleMark = "() => { const { scene } = document.querySelector('.explorer').explorer; const m = scene.marks.find(m => m.entries === 1 && m.entry && m.x > 200 && m.x < scene.width - 100 && scene.marks.every(o => o === m || Math.hypot(o.x - m.x, o.y - m.y) > 30)); return [m.x, m.y, m.top]; }";
    private const string GreatestCount = "() => { const m = document.querySelector('.explorer').explorer.scene.marks.filter(m => m.entries > 3 && m.x > 150).sort((a, b) => b.entries - a.entries)[0]; return [m.x, m.y, m.first, m.last]; }";

    [Fact]
    public async Task A_click_tells_an_entry_with_its_sources_and_draws_what_hangs_together_with_it()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-20&to=2025-06-01&kind=exchanges");
        var mark = await ClickAsync(page, SingleMark);
        var number = (int)mark[2];
        var detail = page.GetByRole(AriaRole.Complementary, new() { Name = "Chosen entry" });
        await detail.GetByText("Hangs together with").WaitForAsync();
        await page.UrlHasAsync($"at={number}");
        (await detail.Locator(".explorer-sources a").CountAsync()).ShouldBeGreaterThan(0);
        (await page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.threads.length")).ShouldBeGreaterThan(0);
        (await page.Locator($"[data-part=list] > li[data-number='{number}'][data-chosen]").CountAsync()).ShouldBe(1);

        await detail.Locator(".explorer-threads a").First.ClickAsync();
        await page.RestAsync();
        (await page.ChosenAsync()).ShouldNotBe(number);
        await detail.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        (await page.ChosenAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_count_splits_when_it_is_clicked()
    {
        var page = await chromium.ExploreAsync(site);
        var before = await page.ViewAsync();
        var cluster = await ClickAsync(page, GreatestCount);
        await page.RestAsync();
        var after = await page.ViewAsync();
        (after.To - after.From).ShouldBeLessThan((before.To - before.From) / 2);
        after.From.ShouldBeLessThanOrEqualTo(cluster[2]);
        after.To.ShouldBeGreaterThanOrEqualTo(cluster[3]);
        await page.Context.CloseAsync();
    }

    // Where something is drawn is told by the explorer; the hand is the browser's own.
    private static async Task<double[]> ClickAsync(IPage page, string find)
    {
        await page.Part("canvas").ScrollIntoViewIfNeededAsync();
        var (place, box) = (await page.EvaluateAsync<double[]>(find), (await page.Part("canvas").BoundingBoxAsync())!);
        await page.Mouse.ClickAsync((float)(box.X + place[0]), (float)(box.Y + place[1]));
        return place;
    }
}
