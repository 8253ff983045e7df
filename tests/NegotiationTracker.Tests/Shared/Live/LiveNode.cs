using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Live;

/// <summary>The program itself on a free port, one of several that may share a database.</summary>
internal sealed class LiveNode(WebApplication app) : IAsyncDisposable
{
    public WebApplication App => app;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(app.Urls.Single()) };

    public static async Task<LiveNode> StartAsync(TestDatabase database, params string[] settings)
    {
        var app = await TrackerApp.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", database.OwnerConnectionString, "--Tracker:Content", "none", "--Logging:LogLevel:Default", "Error", .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new LiveNode(app);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task PublishAsync(params IEnumerable<RecordDocument> documents) =>
        (await Get<Publisher>().PublishAsync([Samples.Source, Samples.Process, .. documents], "test", null, ct: TestContext.Current.CancellationToken)).ShouldBeOfType<PublishOutcome.Published>();

    public Task<LiveReader> ListenAsync(string query = "", string? lastEventId = null) => LiveReader.OpenAsync(Client, query, lastEventId);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
