using Microsoft.Playwright;

namespace NegotiationTracker.Benchmarks;

/// <summary>A public page that somebody has open in a browser of their own, listening.</summary>
internal sealed class OpenReader(IPage page)
{
    // The line's change as the document has it, then what the line's link would load: the same address, asked once more.
    private const string Watch = """
        expected => new Promise(resolve => {
          const line = document.querySelector('.live');
          const now = () => performance.timeOrigin + performance.now();
          const stop = setTimeout(() => { watch.disconnect(); resolve(null); }, 10000);
          const watch = new MutationObserver(async () => {
            const at = now(), drift = Math.abs(Date.now() - at);
            clearTimeout(stop);
            watch.disconnect();
            const text = line.innerText.replace(/\s+/g, ' ').trim();
            const fresh = await (await fetch(location.href)).text();
            resolve({ at, text, drift, fetched: now(), shows: fresh.includes(expected) });
          });
          watch.observe(line, { childList: true, subtree: true, characterData: true });
        })
        """;

    /// <summary>Opens it, and waits until the node has taken it as a listener.</summary>
    public static async Task<OpenReader> OpenAsync(IBrowser browser, string address)
    {
        var page = await (await browser.NewContextAsync()).NewPageAsync();
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(address), r => r.Url.Contains("/live?", StringComparison.Ordinal) && r.Status == 200);
        return new OpenReader(page);
    }

    /// <summary>Watches the line from now on. The outer task is done when it is being watched, the inner when it changed, or after ten seconds, with nothing.</summary>
    public async Task<Task<Sight?>> WatchAsync(string expected)
    {
        var seen = page.EvaluateAsync<Sight?>(Watch, expected);
        // Answered after the script above has begun.
        await page.EvaluateAsync("() => 0");
        return seen;
    }

    /// <summary>Follows the link of the line, as a reader does, and gives the heading of what comes.</summary>
    public async Task<string> FollowAsync()
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator(".live a").ClickAsync(), r => r.Request.IsNavigationRequest);
        return await page.Locator("h1").InnerTextAsync();
    }
}

/// <summary>What a browser saw of a publication; times in milliseconds of the Unix epoch.</summary>
internal sealed record Sight
{
    /// <summary>When the line changed.</summary>
    public double At { get; init; }

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Difference of the browser's two clocks.</summary>
    public double Drift { get; init; }

    /// <summary>When the page had been fetched again.</summary>
    public double Fetched { get; init; }

    /// <summary>Whether what was fetched has the new text.</summary>
    public bool Shows { get; init; }
}
