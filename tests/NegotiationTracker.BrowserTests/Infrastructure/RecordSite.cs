using Microsoft.AspNetCore.Builder;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Web;
using Xunit;

[assembly: AssemblyFixture(typeof(RecordSite))]

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>The program with its private PostgreSQL and the shipped content, as <c>dotnet run</c> starts it, on a free port.</summary>
public sealed class RecordSite : IAsyncLifetime
{
    private string _home = "";
    private WebApplication _app = null!;

    public string Address => _app.Urls.Single();

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        _home = await FilledHome.CopyAsync();
        _app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Tracker:Home", _home, "--Logging:LogLevel:Default", "Warning"]);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}
