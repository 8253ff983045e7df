namespace NegotiationTracker.Web.Operations;

/// <summary>Configuration of commands that start no web server: the same files, environment and command line as the web app's.</summary>
internal static class TrackerConfiguration
{
    public static IConfiguration Of(string[] args) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();
}
