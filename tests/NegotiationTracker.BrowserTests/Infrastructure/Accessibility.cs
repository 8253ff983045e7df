using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>axe-core (Deque, MPL 2.0) on a page: the rules of WCAG 2.2 A and AA, and best practices.</summary>
public static class Accessibility
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} — ${n.failureSummary.replace(/\s+/g, ' ')}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the rules find wrong, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        // Evaluated, not added as an element: the page's policy, which forbids inline scripts, stays in force.
        await page.EvaluateAsync(Axe + "\n;0");
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>Whether the page is wider than the window, which nobody should have to scroll.</summary>
    public static Task<bool> OverflowsAsync(this IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth");
}
