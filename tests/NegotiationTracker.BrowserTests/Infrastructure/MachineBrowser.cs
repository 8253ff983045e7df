using Microsoft.Playwright;

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>The machine's own Chromium or Chrome, driven by Playwright, which brings no browser here. The benchmarks use it too.</summary>
/// <remarks>Chromium without a window of its own comes first: a page costs it less than half of what it costs the whole browser.</remarks>
internal static class MachineBrowser
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static Task<IBrowser> StartAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Find(),
        Headless = true,
        Args =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    });

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_CHROMIUM") is { Length: > 0 } named)
            return named;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => path.Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .Concat(Places)
            .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No Chromium or Chrome was found: apt install chromium-headless-shell, or set TRACKER_CHROMIUM to its path.");
    }
}
