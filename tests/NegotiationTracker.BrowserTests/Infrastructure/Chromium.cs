using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>The machine's own Chromium or Chrome, driven by Playwright, which brings no browser here. One process for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
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

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_CHROMIUM") is { Length: > 0 } named)
            return named;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.SelectMany(directory => Names.Select(name => Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .Concat(Places)
            .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Browser tests need Chromium or Chrome: apt install chromium, or set TRACKER_CHROMIUM to its path.");
    }
}
