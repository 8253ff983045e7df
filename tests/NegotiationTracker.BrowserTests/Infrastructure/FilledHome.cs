using System.Diagnostics;
using NegotiationTracker.Web;

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>A home of the program with the shipped content, made once and copied for every site: a copy takes a second, a start from nothing eight.</summary>
internal static class FilledHome
{
    private static readonly Lazy<Task<string>> Original = new(MakeAsync);

    /// <summary>A folder of its own, to be deleted by whoever asked.</summary>
    public static async Task<string> CopyAsync()
    {
        var (original, copy) = (await Original.Value, NewFolder());
        // By the system's own means: the database's files belong to another user where root runs the tests.
        using var process = Process.Start("cp", ["-a", $"{original}/.", copy]);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? copy : throw new IOException($"{original} could not be copied.");
    }

    private static async Task<string> MakeAsync()
    {
        var home = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(home, recursive: true);
        await using var app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Tracker:Home", home, "--Logging:LogLevel:Default", "Warning"]);
        await app.StartAsync();
        await app.StopAsync();
        return home;
    }

    private static string NewFolder() => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"nt-browser-{Guid.NewGuid():n}")).FullName;
}
