using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>The machine's own browser. One process for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await MachineBrowser.StartAsync(_playwright);
    }

    /// <summary>A page in a context of its own: no cookies, no cache, nothing shared with another test.</summary>
    /// <param name="scheme">Light or dark, as the reader's system has it.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="script">False shows the page as somebody without JavaScript sees it.</param>
    public async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
