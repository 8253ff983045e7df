using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Shared;

public sealed class ShellPagesTests(Chromium chromium, ShellPages pages)
{
    public static TheoryData<string, ColorScheme, int> Views =>
        [.. from path in (string[])["/about", "/components", "/no-such-page"]
            from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
            from width in (int[])[320, 1440]
            select new TheoryDataRow<string, ColorScheme, int>(path, scheme, width)];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_of_the_shell_is_healthy_accessible_and_no_wider_than_the_window(string path, ColorScheme scheme, int width)
    {
        var page = await chromium.OpenAsync(scheme, width);
        var health = PageHealth.Of(page);
        await page.GotoAsync(pages.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task A_footnote_opens_in_place_and_closes_again_without_script(int width)
    {
        var page = await chromium.OpenAsync(width: width, script: false);
        await page.GotoAsync(pages.Address + "/components");
        var reference = page.GetByRole(AriaRole.Button, new() { Name = "Source 2" }).First;
        var note = page.Locator("#n2");
        (await note.IsVisibleAsync()).ShouldBeTrue("a closed note stands in the list");

        await reference.ClickAsync();
        var opened = await note.BoundingBoxAsync();
        var at = await reference.BoundingBoxAsync();
        opened!.Y.ShouldBeInRange(0, 900);
        (opened.Y + opened.Height).ShouldBeLessThanOrEqualTo(900);
        if (width > 640)
            (opened.Y - (at!.Y + at.Height)).ShouldBeInRange(-2, 24, "it stands under its reference");

        await page.Keyboard.PressAsync("Escape");
        (await note.BoundingBoxAsync())!.Y.ShouldBeGreaterThan(900, "back in its list, below the window");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_contents_fold_on_a_narrow_page_and_open_without_script()
    {
        var page = await chromium.OpenAsync(width: 320, script: false);
        await page.GotoAsync(pages.Address + "/about");
        var talks = page.GetByRole(AriaRole.Link, new() { Name = "Talks", Exact = true });
        (await talks.IsVisibleAsync()).ShouldBeFalse();

        await page.GetByRole(AriaRole.Button, new() { Name = "Contents" }).ClickAsync();

        (await talks.IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Print_shows_where_sources_are_and_leaves_the_navigation_out()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(pages.Address + "/components");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        (await page.Locator("#contents").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#n1 a[rel~=external]").EvaluateAsync<string>("a => getComputedStyle(a, '::after').content")).ShouldContain("https://example.org/aa");
        await page.Context.CloseAsync();
    }
}
