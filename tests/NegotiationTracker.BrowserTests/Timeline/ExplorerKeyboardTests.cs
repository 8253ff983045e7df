using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

public sealed class ExplorerKeyboardTests(Chromium chromium, RecordSite site)
{
    [Fact]
    public async Task Every_move_is_made_by_keyboard_alone()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync($"{site.Address}/timeline?from=2025-05-10&to=2025-06-10");
        await ReachAsync(page, "canvas");
        var first = await page.ViewAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await page.RestAsync();
        var one = (await page.ChosenAsync()).ShouldNotBeNull();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.RestAsync();
        var two = (await page.ChosenAsync()).ShouldNotBeNull();
        two.ShouldNotBe(one);
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.RestAsync();
        (await page.ChosenAsync()).ShouldBe(one);
        await page.Locator("[data-part=status]").GetByText("source").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.Keyboard.PressAsync("+");
        await page.RestAsync();
        (await page.ViewAsync()).Longer(first).ShouldBe(.5, .01);
        await page.Keyboard.PressAsync("-");
        await page.RestAsync();
        var before = await page.ViewAsync();
        before.Longer(first).ShouldBe(1, .02);
        await page.Keyboard.PressAsync("PageDown");
        await page.RestAsync();
        (await page.ViewAsync()).From.ShouldBeGreaterThan(before.From);

        await page.Keyboard.PressAsync("Home");
        await page.RestAsync();
        var earliest = await page.ViewAsync();
        await page.Keyboard.PressAsync("End");
        await page.RestAsync();
        (await page.ViewAsync()).From.ShouldBeGreaterThan(earliest.To);
        await page.Keyboard.PressAsync("0");
        await page.RestAsync();
        (await page.ViewAsync()).Longer(first).ShouldBeGreaterThan(5);

        await page.Keyboard.PressAsync("Escape");
        (await page.ChosenAsync()).ShouldBeNull();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-part=canvas]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.RestAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/timeline", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_slash_leads_to_the_search_and_the_list_is_read_with_the_tab_key()
    {
        var page = await chromium.OpenAsync();
        await page.ExploreAsync($"{site.Address}/timeline?from=2025-06-01&to=2025-06-04");
        await page.Locator("[data-part=canvas]").FocusAsync();
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("q");

        await page.Locator("[data-part=canvas]").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        var listed = await page.ListedAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.closest('li').dataset.number")).ShouldBe($"{listed[0]}");
        await page.RestAsync();
        (await page.ChosenAsync()).ShouldBe(listed[0]);
        await page.Context.CloseAsync();
    }

    private static async Task ReachAsync(IPage page, string part)
    {
        for (var i = 0; i < 120; i++)
        {
            if (await page.EvaluateAsync<string?>("() => document.activeElement?.dataset.part ?? null") == part) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new ShouldAssertException($"The Tab key never reached the {part}.");
    }
}
