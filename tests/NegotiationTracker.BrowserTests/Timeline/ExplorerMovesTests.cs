using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

/// <summary>Every move on the explorer, by pointer, by fingers and by keyboard alone.</summary>
public sealed class ExplorerMovesTests(Chromium chromium, RecordSite site)
{
    [Fact]
    public async Task Wheel_drag_double_click_buttons_and_brush_change_the_view_and_the_address()
    {
        var page = await chromium.ExploreAsync(site);
        var health = PageHealth.Of(page);
        var whole = await page.ViewAsync();
        var box = (await page.Part("canvas").BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 20);
        await page.Mouse.WheelAsync(0, -300);
        await page.UrlHasAsync("from=");
        var wheeled = await page.ViewAsync();
        Length(wheeled).ShouldBeLessThan(Length(whole) * .8);
        wheeled.From.ShouldBeGreaterThan(whole.From);
        wheeled.To.ShouldBeLessThan(whole.To);

        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2 - 200, box.Y + 20, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var dragged = await page.ViewAsync();
        dragged.From.ShouldBeGreaterThan(wheeled.From);
        Length(dragged).ShouldBe(Length(wheeled), 2);

        await page.Mouse.DblClickAsync(box.X + box.Width / 2, box.Y + 20);
        await page.RestAsync();
        Length(await page.ViewAsync()).ShouldBe(Length(dragged) / 3, 1000);

        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await page.RestAsync();
        Length(await page.ViewAsync()).ShouldBe(Length(dragged) / 3 * 2, 1000);
        await page.GetByRole(AriaRole.Button, new() { Name = "All", Exact = true }).ClickAsync();
        await page.RestAsync();
        (await page.ViewAsync()).ShouldBe(whole);

        // The right grip of the brush to the middle of the strip.
        var strip = (await page.Part("overview").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(strip.X + strip.Width - 3, strip.Y + 18);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(strip.X + strip.Width / 2, strip.Y + 18, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        var brushed = await page.ViewAsync();
        brushed.From.ShouldBe(whole.From, 1000);
        brushed.To.ShouldBeLessThan(whole.To - Length(whole) * .3);
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_below_is_told_when_the_view_rests_not_while_a_hand_moves_it()
    {
        var page = await chromium.ExploreAsync(site);
        var box = (await page.Part("canvas").BoundingBoxAsync())!;
        await page.EvaluateAsync("""
            () => {
              const { fetch } = window;
              let last = 0;
              window.told = [];
              for (const type of ['pointermove', 'wheel']) addEventListener(type, () => { last = performance.now(); }, true);
              window.fetch = (...given) => { if (String(given[0]).startsWith('/api/v1/timeline?')) told.push(performance.now() - last); return fetch(...given); };
            }
            """);
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 20);
        await page.Mouse.WheelAsync(0, -300);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 40; i++)
        {
            await page.Mouse.MoveAsync(box.X + (box.Width / 2) - (i * 4), box.Y + 20);
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
        await page.Mouse.UpAsync();
        await page.WaitForFunctionAsync("() => told.length > 0");
        (await page.EvaluateAsync<double[]>("() => told")).ShouldAllBe(since => since > 200);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_brush_is_drawn_anew_moved_and_set_and_holding_shift_the_wheel_goes_along()
    {
        var page = await chromium.ExploreAsync(site);
        var strip = (await page.Part("overview").BoundingBoxAsync())!;
        var whole = await page.ViewAsync();
        await DragAsync(page, strip.X + strip.Width - 3, strip.X + (strip.Width * .6f), strip.Y + 18);
        await DragAsync(page, strip.X + (strip.Width * .7f), strip.X + (strip.Width * .9f), strip.Y + 18);
        var drawn = await page.ViewAsync();
        Length(drawn).ShouldBe(Length(whole) * .2, Length(whole) * .02);
        await DragAsync(page, strip.X + (strip.Width * .8f), strip.X + (strip.Width * .5f), strip.Y + 18);
        var moved = await page.ViewAsync();
        Length(moved).ShouldBe(Length(drawn), 1000);
        (drawn.From - moved.From).ShouldBe(Length(whole) * .3, Length(whole) * .02);
        await page.Mouse.ClickAsync(strip.X + (strip.Width * .2f), strip.Y + 18);
        await page.RestAsync();
        var set = await page.ViewAsync();
        Length(set).ShouldBe(Length(moved), 1000);
        set.To.ShouldBeLessThan(moved.From);

        var box = (await page.Part("canvas").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 20);
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.WheelAsync(0, 200);
        await page.Keyboard.UpAsync("Shift");
        await page.WaitForFunctionAsync("from => document.querySelector('.explorer').explorer.view.from !== from", set.From);
        await page.RestAsync();
        Length(await page.ViewAsync()).ShouldBe(Length(set), 1000);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_fingers_zoom()
    {
        var page = await chromium.ExploreAsync(site);
        var whole = await page.ViewAsync();
        var box = (await page.Part("canvas").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var (type, spread) in new[] { ("touchStart", 40), ("touchMove", 80), ("touchMove", 160) })
            await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = Fingers(box.X + box.Width / 2, box.Y + 150, spread) });
        await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await page.UrlHasAsync("from=");
        Length(await page.ViewAsync()).ShouldBeLessThan(Length(whole) / 1.8);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_goes_from_entry_to_entry_zooms_leaps_searches_and_opens()
    {
        var page = await chromium.ExploreAsync(site);
        var whole = await page.ViewAsync();
        var listed = await page.ListedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show as a list" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.dataset.part")).ShouldBe("canvas");

        await PressAsync(page, "ArrowRight");
        await page.UrlHasAsync($"at={listed[0]}");
        await PressAsync(page, "ArrowRight");
        await page.UrlHasAsync($"at={listed[1]}");
        await PressAsync(page, "ArrowLeft");
        await page.UrlHasAsync($"at={listed[0]}");
        var title = await page.Part("facts").Locator("h2").InnerTextAsync();
        await page.WaitForFunctionAsync("title => document.querySelector('[data-part=status]').textContent.includes(title)", title);
        (await page.Locator(".explorer-list [data-chosen]").GetAttributeAsync("data-number")).ShouldBe($"{listed[0]}");

        await PressAsync(page, "+");
        Length(await page.ViewAsync()).ShouldBe(Length(whole) / 2, 1000);
        await PressAsync(page, "PageDown");
        (await page.ViewAsync()).From.ShouldBeGreaterThan(whole.From);
        await PressAsync(page, "-");
        Length(await page.ViewAsync()).ShouldBe(Length(whole), 1000);
        await PressAsync(page, "End");
        await page.WaitForFunctionAsync("() => { const e = document.querySelector('.explorer').explorer; return e.state.at === e.list.shown.at(-1)?.number && e.view.to > e.range.to - 864e5 * 30; }");
        var last = await page.ChosenAsync();
        await PressAsync(page, "Home");
        await page.WaitForFunctionAsync("last => document.querySelector('.explorer').explorer.state.at !== last", last);
        await PressAsync(page, "0");
        (await page.ViewAsync()).ShouldBe(whole);

        await page.Keyboard.PressAsync("Escape");
        (await page.Part("detail").IsVisibleAsync()).ShouldBeFalse();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Keys" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("q");
        await page.Part("canvas").FocusAsync();
        await PressAsync(page, "ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !new Uri(address).AbsolutePath.StartsWith("/timeline", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_view_that_follows_an_entry_is_not_said_over_what_is_said_of_the_entry()
    {
        var page = await chromium.ExploreAsync(site);
        await page.Part("canvas").FocusAsync();
        await PressAsync(page, "+");
        await PressAsync(page, "PageDown");
        foreach (var key in new[] { "ArrowRight", "End", "Home" })
        {
            var before = await page.ChosenAsync();
            await page.Keyboard.PressAsync(key);
            await page.WaitForFunctionAsync("before => { const e = document.querySelector('.explorer').explorer; return (e.state.at ?? 0) !== before; }", before);
            await page.RestAsync();
            var title = await page.Part("facts").Locator("h2").InnerTextAsync();
            await page.Part("status").GetByText(title).WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.WaitForTimeoutAsync(800);
            (await page.Part("status").TextContentAsync()).ShouldNotBeNull().ShouldContain(title);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_move_takes_some_frames_and_none_where_less_motion_is_asked_for()
    {
        foreach (var isCalm in new[] { false, true })
        {
            var page = await chromium.ExploreAsync(site, isCalm: isCalm);
            // Where the view is halfway is asked of the movement itself: how many frames there are is the machine's affair.
            var part = await page.EvaluateAsync<double>("""
                () => {
                  const e = document.querySelector('.explorer').explorer, { from, to } = e.view;
                  e.show({ from: from + 864e6, to });
                  return (e.glide.at(performance.now() + 80).from - from) / 864e6;
                }
                """);
            if (isCalm) part.ShouldBe(1, .001); else part.ShouldBeInRange(.05, .95);
            await page.Context.CloseAsync();
        }
    }

    private static async Task DragAsync(IPage page, float from, float to, float y)
    {
        await page.Mouse.MoveAsync(from, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to, y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.RestAsync();
    }

    private static async Task PressAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        await page.RestAsync();
    }

    private static double Length((double From, double To) view) => view.To - view.From;

    private static object[] Fingers(double x, double y, int spread) => [new { x = x - spread, y, id = 0 }, new { x = x + spread, y, id = 1 }];
}
