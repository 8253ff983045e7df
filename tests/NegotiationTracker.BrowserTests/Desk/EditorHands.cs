using Microsoft.Playwright;
using Shouldly;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>What an editor does in the form, step by step, with as few keys as it takes.</summary>
internal sealed class EditorHands(IPage page)
{
    public IPage Page => page;

    /// <summary>Begins a record from the desk's home.</summary>
    public async Task BeginAsync(string kind)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
        await DeskSite.ReadyAsync(page);
    }

    /// <summary>Makes the report that is being read the source at hand.</summary>
    public async Task NewSourceAsync(string url, string headline, string publisher)
    {
        await page.FocusAsync("#source-at-hand");
        await page.Keyboard.TypeAsync(url);
        await page.Locator("#source-at-hand-list .pick-new").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Headline")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(headline);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(publisher);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator("button#source-at-hand").WaitForAsync();
    }

    /// <summary>Types the title, and cites the source at hand for it.</summary>
    public async Task TitleAsync(string text)
    {
        await page.FocusAsync("#f-title");
        await page.Keyboard.TypeAsync(text);
        await CiteAsync("title");
    }

    /// <summary>Cites the source at hand for the field in focus.</summary>
    public async Task CiteAsync(string label)
    {
        await page.Keyboard.PressAsync("Alt+s");
        await Assertions.Expect(page.Locator(".shelf-said")).ToHaveTextAsync($"Cited for {label}.");
    }

    /// <summary>Picks a record by the beginning of its name.</summary>
    public async Task PickAsync(string field, string beginning)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(beginning, new KeyboardTypeOptions { Delay = 30 });
        await page.Locator($"{field}-list [role=option]:not(.pick-new)").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Writes a date as a report has it, and takes what it means.</summary>
    public async Task DateAsync(string field, string words, string meant)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(words);
        await page.GetByRole(AriaRole.Button, new() { NameString = $"Enter writes {meant}" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(field)).ToHaveValueAsync(meant);
    }

    /// <summary>Adds an item to a list, and stands in its first field.</summary>
    public async Task AddAsync(string button, string first)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(first)).ToBeFocusedAsync();
    }

    /// <summary>With Tab only, as somebody without a mouse comes there.</summary>
    public async Task TabToAsync(string id)
    {
        for (var i = 0; i < 250 && await FocusAsync() != id; i++) await page.Keyboard.PressAsync("Tab");
        (await FocusAsync()).ShouldBe(id);
    }

    private Task<string> FocusAsync() => page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");
}
