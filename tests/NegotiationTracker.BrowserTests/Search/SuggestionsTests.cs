using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Search;

public sealed class SuggestionsTests(Chromium chromium, RecordSite site)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task What_may_be_meant_is_chosen_by_keyboard(int width, ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(scheme, width);
        var health = PageHealth.Of(page);
        await page.GotoAsync(site.Address + "/about");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Search the record" });
        await field.FocusAsync();
        await page.Keyboard.TypeAsync("zelen");
        var offers = page.GetByRole(AriaRole.Option);
        await offers.First.WaitForAsync();
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        (await page.OverflowsAsync()).ShouldBeFalse();
        (await page.ViolationsAsync()).ShouldBeEmpty();
        await page.Keyboard.PressAsync("ArrowDown");
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBe(await offers.First.GetAttributeAsync("id"));
        await page.Keyboard.PressAsync("Escape");
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        (await field.InputValueAsync()).ShouldBe("zelen");
        await page.Keyboard.PressAsync("ArrowDown");
        await offers.First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/people/volodymyr-zelenskyy");
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_and_a_pointer_opens_what_it_presses()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site.Address + "/search");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Words, a name or a date" });
        await field.FillAsync("umerov");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await field.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=umerov");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Words, a name or a date" }).FillAsync("umerov rus");
        await page.GetByRole(AriaRole.Option, new() { Name = "Rustem Umerov" }).First.ClickAsync();
        await page.WaitForURLAsync("**/people/rustem-umerov");
        await page.Context.CloseAsync();
    }
}
