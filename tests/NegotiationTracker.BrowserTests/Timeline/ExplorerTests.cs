using System.Text.Json;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

public sealed class ExplorerTests(Chromium chromium, RecordSite site)
{
    private string Month => $"{site.Address}/timeline?from=2025-05-10&to=2025-06-10";

    [Fact]
    public async Task The_wheel_zooms_where_it_stands_dragging_moves_and_a_double_click_goes_nearer()
    {
        var page = await chromium.OpenAsync();
        var health = PageHealth.Of(page);
        await page.ExploreAsync(Month);
        var (box, first) = (await page.DrawingAsync(), await page.ViewAsync());
        var (x, y) = (box.X + (box.Width * .6f), box.Y + 70);
        await page.Mouse.MoveAsync(x, y);
        // Who is scrolling past does not zoom: the page has just been scrolled here.
        await page.WaitForTimeoutAsync(400);

        await page.Mouse.WheelAsync(0, -240);
        await page.RestAsync();
        var nearer = await page.ViewAsync();
        nearer.Longer(first).ShouldBeInRange(.2, .95);
        // What is under the hand stays under it.
        var part = ((box.Width * .6) - 112) / (box.Width - 112);
        (nearer.From + ((nearer.To - nearer.From) * part)).ShouldBe(first.From + ((first.To - first.From) * part), (first.To - first.From) * .01);

        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x - 200, y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await page.RestAsync();
        var moved = await page.ViewAsync();
        moved.From.ShouldBeGreaterThan(nearer.From);
        moved.Longer(nearer).ShouldBe(1, .001);

        await page.Mouse.DblClickAsync(x, y);
        await page.RestAsync();
        (await page.ViewAsync()).Longer(moved).ShouldBe(1 / 3d, .02);
        page.Asked("from").ShouldNotBeNull();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_brush_of_the_overview_is_the_view()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync(site.Address + "/timeline");
        var whole = await page.ViewAsync();
        var strip = (await page.Locator("[data-part=overview]").BoundingBoxAsync())!;
        // The whole is in view: its right end is taken and drawn to the middle.
        await page.Mouse.MoveAsync(strip.X + strip.Width - 1, strip.Y + 15);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(strip.X + (strip.Width / 2), strip.Y + 15, new() { Steps = 6 });
        await page.Mouse.UpAsync();
        await page.RestAsync();
        var half = await page.ViewAsync();
        half.Longer(whole).ShouldBeInRange(.35, .65);

        await page.GetByRole(AriaRole.Button, new() { Name = "All", Exact = true }).ClickAsync();
        await page.RestAsync();
        (await page.ViewAsync()).Longer(whole).ShouldBe(1, .01);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.RestAsync();
        (await page.ViewAsync()).Longer(whole).ShouldBe(.5, .01);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_click_tells_an_entry_with_its_sources_and_draws_what_hangs_together_with_it()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync($"{site.Address}/timeline?from=2025-05-15&to=2025-06-01&kind=exchanges");
        var mark = await page.MarkAsync();
        await page.Mouse.ClickAsync(mark.X, mark.Y);
        var detail = page.GetByRole(AriaRole.Complementary, new() { Name = "Chosen entry" });
        await detail.GetByText("Hangs together with").WaitForAsync();
        page.Asked("at").ShouldBe(mark.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await detail.Locator(".explorer-sources a").CountAsync()).ShouldBeGreaterThan(0);
        (await page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.threads.length")).ShouldBeGreaterThan(0);
        (await page.Locator($"[data-part=list] > li[data-number='{mark.Number}'][data-chosen]").CountAsync()).ShouldBe(1);

        await detail.Locator(".explorer-threads a").First.ClickAsync();
        await page.RestAsync();
        (await page.ChosenAsync()).ShouldNotBe(mark.Number);
        await page.GoBackAsync();
        await page.RestAsync();
        (await page.ChosenAsync()).ShouldBe(mark.Number);
        await detail.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        (await page.ChosenAsync()).ShouldBeNull();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_count_splits_when_it_is_clicked()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync(site.Address + "/timeline");
        var (box, before) = (await page.DrawingAsync(), await page.ViewAsync());
        var cluster = await page.EvaluateAsync<double[]>("() => { const m = document.querySelector('.explorer').explorer.scene.marks.filter(m => m.entries > 3 && m.x > 150).sort((a, b) => b.entries - a.entries)[0]; return [m.x, m.y, m.first, m.last]; }");
        await page.Mouse.ClickAsync((float)(box.X + cluster[0]), (float)(box.Y + cluster[1]));
        await page.RestAsync();
        var after = await page.ViewAsync();
        after.Longer(before).ShouldBeLessThan(.5);
        after.From.ShouldBeLessThanOrEqualTo(cluster[2]);
        after.To.ShouldBeGreaterThanOrEqualTo(cluster[3]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Back_and_forward_go_through_views_and_filters_and_an_address_opens_what_it_names()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync(Month);
        await page.Locator("[data-part=lanes]").SelectOptionAsync("party");
        await page.RestAsync();
        page.Asked("lanes").ShouldBe("party");
        await page.Locator(".filters a[href*='kind=exchanges']").ClickAsync();
        await page.WaitForURLAsync("**kind=exchanges**");
        await page.RestAsync();
        var filtered = await page.ListedAsync();
        var address = page.Url;

        await page.GoBackAsync();
        await page.RestAsync();
        page.Asked("kind").ShouldBeNull();
        (await page.Locator("[data-part=lanes]").InputValueAsync()).ShouldBe("party");
        await page.GoBackAsync();
        await page.RestAsync();
        page.Asked("lanes").ShouldBeNull();
        await page.GoForwardAsync();
        await page.GoForwardAsync();
        await page.RestAsync();
        page.Asked("kind").ShouldBe("exchanges");
        (await page.ListedAsync()).ShouldBe(filtered);

        var other = await chromium.OpenAsync();
        await other.ExploreAsync(address);
        (await other.ListedAsync()).ShouldBe(filtered);
        await other.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_has_the_same_entries_in_the_same_order_as_the_server_has_of_the_view()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync($"{site.Address}/timeline?from=2025-06-01&to=2025-06-04");
        var answer = JsonDocument.Parse(await (await page.Context.APIRequest.GetAsync($"{site.Address}/api/v1/timeline?from=2025-06-01&to=2025-06-04&limit=200")).TextAsync());
        var expected = answer.RootElement.GetProperty("entries").EnumerateArray().Select(e => (Number: e.GetProperty("number").GetInt64(), At: e.GetProperty("at").GetDateTimeOffset())).OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => e.Number);
        var listed = await page.ListedAsync();
        listed.ShouldBe(expected);
        (await page.Locator("[data-part=count]").InnerTextAsync()).ShouldContain($"{listed.Length} entries in view");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_link_is_copied_and_the_view_is_taken_along_as_a_picture_and_as_data()
    {
        var page = await chromium.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ExploreAsync(Month);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.RestAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await page.GetByText("The link was copied.").WaitForAsync();
        (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(page.Url);

        foreach (var (name, begins) in new[] { ("SVG", "<svg"), ("PNG", "\u0089PNG") })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync());
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldStartWith(begins);
        }
        await page.WaitForTimeoutAsync(500);
        var csv = await page.Locator(".view-tools a", new() { HasText = "CSV" }).First.GetAttributeAsync("href");
        csv!.ShouldContain($"from={page.Asked("from")}");
        (await page.Locator("[data-cite]").TextContentAsync())!.ShouldContain($"from={page.Asked("from")}");
        await page.Locator(".view-tools").GetByText("Charts of what is in view").ClickAsync();
        await page.Locator(".explorer-charts [data-charts] svg").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_asks_for_less_motion_is_there_at_once()
    {
        var page = await chromium.OpenAsync();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.ExploreAsync(Month);
        var between = await page.EvaluateAsync<int>("""
            async () => {
              const e = document.querySelector('.explorer').explorer, views = new Set();
              document.querySelector('[data-part=in]').click();
              for (let i = 0; i < 20; i++) { await new Promise(requestAnimationFrame); views.add(`${e.view.from} ${e.view.to}`); }
              return views.size;
            }
            """);
        between.ShouldBeLessThanOrEqualTo(2);
        await page.Context.CloseAsync();
    }
}
