using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NegotiationTracker.Tests.Shared.Shell;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Errors;
using NegotiationTracker.Web.Shared.Notes;
using NegotiationTracker.Web.Shared.Shell;
using Xunit;

[assembly: AssemblyFixture(typeof(ShellServer))]

namespace NegotiationTracker.Tests.Shared.Shell;

/// <summary>A real server on a free port of this machine, with the shell alone: what it promises holds without a database.</summary>
public sealed class ShellServer : IAsyncLifetime
{
    internal static readonly FootnoteView[] Notes =
    [
        new(1, "Anadolu Agency", "Talks end in Istanbul", "/sources/aa-1", "https://example.org/aa", "https://archive.example.org/aa", "Hakan Fidan",
            "a little over an hour", "paragraph 3", "2 June 2025"),
        new(2, "Українська правда", "Переговори в Стамбулі", null, "javascript:alert(1)", "data:text/html,x", null, null, null, null, "uk"),
    ];

    private WebApplication _app = null!;

    /// <summary>Follows no redirects, unpacks nothing and keeps no cookies: shows what is sent.</summary>
    public HttpClient Client { get; private set; } = null!;

    public string Authority => Client.BaseAddress!.Authority;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls", "http://127.0.0.1:0"],
            ApplicationName = typeof(TrackerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.AddShell();
        // Who is signed in belongs to the accounts; here nobody ever is.
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.UseShell();
        _app.MapShell();
        _app.MapGet("/tests/throws", _ => throw new InvalidOperationException("secret detail"));
        _app.MapGet("/api/tests/throws", _ => throw new InvalidOperationException("secret detail"));
        _app.MapGet("/tests/database-away", _ => throw new InvalidOperationException("outer", new DatabaseAwayException()));
        _app.MapGet("/tests/suggests", context =>
        {
            context.Suggest([new LinkView("Second round in Istanbul", "/talks/istanbul-r2", "2 June 2025")]);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        _app.MapGet("/tests/retracted", () => new RazorComponentResult<GonePage>(
            new { Title = "A call", RetractedOn = new DateOnly(2025, 6, 3), Reason = "Counted twice" }));
        _app.MapGet("/tests/notes", () => new RazorComponentResult<Footnotes>(new { Notes }));
        await _app.StartAsync(TestContext.Current.CancellationToken);

        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    /// <summary>Sends a request line as it stands, which <see cref="HttpClient"/> would correct, and returns the status line.</summary>
    public async Task<string> StatusLineOfAsync(string requestLine)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteAsync($"{requestLine}\r\nHost: {Authority}\r\nConnection: close\r\n\r\n");
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private sealed class DatabaseAwayException : DbException
    {
        public override bool IsTransient => true;
    }
}
