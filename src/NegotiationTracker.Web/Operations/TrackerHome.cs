namespace NegotiationTracker.Web.Operations;

/// <summary>The directory of the private cluster, keys and logs: <c>Tracker:Home</c>, <c>TRACKER_HOME</c>, or the user's local application data.</summary>
internal static class TrackerHome
{
    public static string Of(IConfiguration configuration)
    {
        var said = configuration["Tracker:Home"] ?? configuration["TRACKER_HOME"];
        var home = string.IsNullOrWhiteSpace(said)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "NegotiationTracker")
            : said;
        return Path.GetFullPath(home);
    }
}
