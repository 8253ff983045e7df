namespace NegotiationTracker.Web.Accounts;

/// <summary>A browser and its system in two words, for the list of sessions.</summary>
internal static class BrowserWords
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent)) return "Unknown browser";
        var browser = Browsers.FirstOrDefault(b => agent.Contains(b.Mark, StringComparison.Ordinal)).Name ?? "Unknown browser";
        return Systems.FirstOrDefault(s => agent.Contains(s.Mark, StringComparison.Ordinal)).Name is { } system ? $"{browser} on {system}" : browser;
    }
}
