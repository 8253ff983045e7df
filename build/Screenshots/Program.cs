// Takes the pictures of the README: dotnet run --project build/Screenshots [-- <folder>]
// Runs the app itself on a free port with an empty home of its own, so that the pictures show the shipped content and nothing else.
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Web;

(string Path, string File, ColorScheme Scheme)[] pictures =
[
    ("/", "home-light.png", ColorScheme.Light),
    ("/timeline?from=2025-05-10&to=2025-06-10", "timeline-light.png", ColorScheme.Light),
    ("/delegations/ukraine-istanbul-2025-06-02", "delegation-dark.png", ColorScheme.Dark),
];

var folder = Directory.CreateDirectory(args is [var said] ? said : Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../docs/screenshots"))).FullName;
var home = Directory.CreateTempSubdirectory("tracker-pictures");
// Started by root, PostgreSQL runs as another user, who must get through.
if (!OperatingSystem.IsWindows()) home.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
try
{
    // First, because without a browser it says so and nothing else need start.
    using var playwright = await Playwright.CreateAsync();
    await using var chromium = await MachineBrowser.StartAsync(playwright);
    await using var app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Tracker:Home", home.FullName]);
    await app.StartAsync();
    foreach (var (path, file, scheme) in pictures) await TakeAsync(chromium, app.Urls.Single() + path, Path.Combine(folder, file), scheme);
    await app.StopAsync();
}
catch (FileNotFoundException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
finally
{
    home.Delete(recursive: true);
}
return 0;

static async Task TakeAsync(IBrowser browser, string address, string file, ColorScheme scheme)
{
    await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
    var page = await context.NewPageAsync();
    var answer = await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
    // A picture of an error page must never get into the README.
    if (answer is not { Ok: true }) throw new InvalidOperationException($"{address} answered {answer?.Status}.");
    await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
    Console.WriteLine(file);
}
