using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Records are picked by somebody who types faster than the program answers.</summary>
public sealed class PickingTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    // Whatever the program is told is on its way for a while, and arrives in order.
    private const string Slow = "window.WebSocket = class extends WebSocket { send(data) { setTimeout(() => { if (this.readyState === WebSocket.OPEN) super.send(data); }, 350); } };";

    [Fact]
    public async Task What_is_typed_after_Enter_is_the_next_choice_however_late_the_program_hears_of_the_first()
    {
        var page = await chromium.OpenAsync();
        var draft = await OpenAsync(page);
        await page.FocusAsync("#f-parties");
        await page.Keyboard.TypeAsync("ukr");
        await page.Locator("#f-parties-list [aria-selected=true]").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("russia");
        // Enter before anything is found means what stands there by then.
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("türk");
        await page.Locator("#f-parties-list [aria-selected=true]", new() { HasText = "Türkiye" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await PartiesAsync(page, draft, ["ukraine", "russia", "turkiye"]);
        (await page.InputValueAsync("#f-parties")).ShouldBe("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_went_on_is_not_called_back_by_a_late_choice()
    {
        var page = await chromium.OpenAsync();
        var draft = await OpenAsync(page);
        await page.FocusAsync("#f-parties");
        await page.Keyboard.TypeAsync("ukr");
        await page.Locator("#f-parties-list [aria-selected=true]").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync("#f-title");
        await PartiesAsync(page, draft, ["ukraine"]);
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("f-title");

        // What had the focus is gone: the next to be picked is typed at once.
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Ukraine" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-parties")).ToBeFocusedAsync();
        await PartiesAsync(page, draft, []);
        await page.Context.CloseAsync();
    }

    private async Task<string> OpenAsync(IPage page)
    {
        await page.AddInitScriptAsync(Slow);
        var draft = await site.DraftAsync();
        await site.OpenAsync(page, "anna", draft);
        return draft;
    }

    private async Task PartiesAsync(IPage page, string draft, string[] slugs)
    {
        await Assertions.Expect(page.Locator(".field-records:has(#f-parties) .picked")).ToHaveCountAsync(slugs.Length);
        await DeskSite.ReadyAsync(page);
        for (var tries = 0; ; tries++)
        {
            string[] saved = [.. (await site.SavedAsync(draft))["parties"]?.AsArray().Select(p => (string)p!) ?? []];
            if (!saved.SequenceEqual(slugs) && tries < 100) await Task.Delay(100, TestContext.Current.CancellationToken);
            else
            {
                saved.ShouldBe(slugs);
                return;
            }
        }
    }
}
