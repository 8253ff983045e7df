using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

public sealed class ExplorerPagesTests(Chromium chromium, RecordSite site)
{
    public static TheoryData<string> Views => ["", "?from=2025-05-10&to=2025-06-10&lanes=party", "?from=2025-06-02T08:00Z&to=2025-06-02T16:00Z", "?kind=commitments&lanes=person", "?asof=2030-01-01", "?topic=prisoners&disputed=true&lanes=topic"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_is_healthy_and_accessible_light_and_dark_wide_and_narrow(string query)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 1440), (ColorScheme.Light, 320) })
        {
            var page = await chromium.OpenAsync(scheme, width);
            var health = PageHealth.Of(page);
            await page.GotoAsync(site.Address + "/timeline" + query);
            await page.WaitForFunctionAsync("() => { const e = document.querySelector('.explorer')?.explorer; return e?.view && e.list.isTold; }");
            (await page.ViolationsAsync()).ShouldBeEmpty($"{query} {scheme} {width}");
            (await page.OverflowsAsync()).ShouldBeFalse($"{query} {width}");
            health.Complaints.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_thumb_reads_downwards_with_the_density_in_sight_and_the_same_filters()
    {
        var page = await chromium.OpenAsync(width: 320);
        await page.GotoAsync(site.Address + "/timeline?from=2025-05-10&to=2025-06-10");
        await page.WaitForFunctionAsync("() => document.querySelector('.explorer')?.explorer?.list.isTold");
        (await page.Locator("[data-part=canvas]").IsVisibleAsync()).ShouldBeFalse();
        (await page.ListedAsync()).Length.ShouldBeGreaterThan(50);
        await page.EvaluateAsync("() => scrollTo(0, 3000)");
        (await page.Locator("[data-part=overview]").BoundingBoxAsync())!.Y.ShouldBeInRange(0, 30);
        await page.Locator("[data-part=list] > li .when").Nth(12).ClickAsync();
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Chosen entry" }).GetByText("Open the record").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_and_as_a_list_the_timeline_is_a_list()
    {
        foreach (var (path, script) in new[] { ("/timeline", false), ("/timeline?view=list", true) })
        {
            var page = await chromium.OpenAsync(script: script);
            await page.GotoAsync(site.Address + path);
            (await page.Locator(".timeline-list .entry").CountAsync()).ShouldBe(50);
            (await page.Locator(".timeline-list").IsVisibleAsync()).ShouldBeTrue();
            (await page.Locator("[data-part=canvas]").IsVisibleAsync()).ShouldBeFalse();
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_and_what_was_loaded_stays()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync(site.Address + "/timeline?from=2025-05-10&to=2025-06-10");
        await page.RouteAsync("**/api/v1/**", route => route.AbortAsync());
        for (var i = 0; i < 4; i++) await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.GetByText("can’t be reached just now").First.WaitForAsync();
        (await page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.scene.lanes.length")).ShouldBeGreaterThan(3);
        await page.Context.CloseAsync();
    }
}
