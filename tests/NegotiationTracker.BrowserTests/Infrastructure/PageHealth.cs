using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>Notes everything about a page that a browser complains of: failed requests, console errors, policy violations, script errors.</summary>
public sealed class PageHealth
{
    private readonly ConcurrentQueue<string> _complaints = new();

    private PageHealth(IPage page)
    {
        page.RequestFailed += (_, request) =>
        {
            if (!IsStoppedByThePage(request)) _complaints.Enqueue($"request failed: {request.Url} ({request.Failure})");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"script error: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                _complaints.Enqueue($"status {response.Status}: {response.Url}");
        };
        // Chromium reports violations of the policy on the console, also where scripts are off.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsTheStatusOfThePageItself(page, message))
                _complaints.Enqueue($"console {message.Type}: {message.Text}");
        };
    }

    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Starts noting; before the page goes anywhere.</summary>
    public static PageHealth Of(IPage page) => new(page);

    // A script that no longer wants an answer stops asking: that is no failure, and happens wherever answers take long.
    private static bool IsStoppedByThePage(IRequest request) => request is { ResourceType: "fetch", Failure: "net::ERR_ABORTED" };

    // An error page is meant to have an error status, and Chromium mentions that as an error of the console.
    private static bool IsTheStatusOfThePageItself(IPage page, IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
        && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
}
