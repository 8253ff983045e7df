using System.Net;
using Microsoft.AspNetCore.Builder;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using Xunit;

namespace NegotiationTracker.Tests.Pages;

/// <summary>The program itself on a free port over a database of its own, with the shipped content and one retracted record.</summary>
public sealed class RecordServer(TestDatabases databases) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    public TestDatabase Database => _database;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", _database.OwnerConnectionString, "--Logging:LogLevel:Default", "Warning"]);
        await new Publisher(_database.Desk, TimeProvider.System).RetractAsync("statements", RetractedSlug, "Counted twice.", "test");
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    /// <summary>The statement that is taken back.</summary>
    public static string RetractedSlug { get; } = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025", "statements")).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).First();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
