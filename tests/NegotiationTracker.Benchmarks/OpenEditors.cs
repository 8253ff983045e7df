using Microsoft.Playwright;

namespace NegotiationTracker.Benchmarks;

/// <summary>Editors in front of their browsers: each is signed in and opens drafts, one page each.</summary>
internal sealed class OpenEditors
{
    private const int AtOnce = 3;

    private readonly List<IPage> _pages = [];

    /// <summary>Signs somebody in by the form and gives the browser context that keeps the cookie.</summary>
    public static async Task<IBrowserContext> SignInAsync(IBrowser browser, string address, string name)
    {
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + "/account/sign-in?returnUrl=/desk");
        await page.FillAsync("#email", MeasuredDesk.Email(name));
        await page.FillAsync("#password", MeasuredDesk.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address + "/desk");
        await page.CloseAsync();
        return context;
    }

    /// <summary>Opens drafts and waits until every editor hears its server.</summary>
    public async Task OpenAsync(IEnumerable<(IBrowserContext Browser, string Address)> drafts)
    {
        foreach (var few in drafts.Chunk(AtOnce))
        {
            _pages.AddRange(await Task.WhenAll(few.Select(async draft =>
            {
                var page = await draft.Browser.NewPageAsync();
                await page.GotoAsync(draft.Address);
                await page.Locator("#save-state[data-state=saved]").WaitForAsync(new() { Timeout = 60_000 });
                return page;
            })));
        }
    }

    /// <summary>Types into a field of every editor and waits until it is saved: an editor that was used holds more than one that was only opened.</summary>
    public async Task TypeAsync(string text)
    {
        foreach (var page in _pages)
        {
            await page.Locator("[data-path=title]").FillAsync(text);
            await page.Locator("#save-state:not([data-state=saved])").WaitForAsync(new() { Timeout = 10_000 });
        }
        foreach (var page in _pages) await page.Locator("#save-state[data-state=saved]").WaitForAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Closes every page as a tab is closed.</summary>
    public async Task CloseAsync()
    {
        await Task.WhenAll(_pages.Select(p => p.CloseAsync(new() { RunBeforeUnload = true })));
        _pages.Clear();
    }
}
