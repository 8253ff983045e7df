using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NegotiationTracker.Data.Accounts;

namespace NegotiationTracker.Web.Accounts;

/// <summary>While there is no account, each start prints a link that makes the first admin: it works once, for a day, and only the newest does.</summary>
internal sealed class FirstAdminLink(AccountKeeping keeping, IServer server, IHostApplicationLifetime lifetime, ILogger<FirstAdminLink> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            if (await keeping.FirstAdminAsync(stoppingToken) is not { } token) return;
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? TrackerApp.DefaultAddress;
            // An address that means every network card leads nowhere in a browser.
            foreach (var every in new[] { "[::]", "0.0.0.0", "+", "*" }) address = address.Replace($"//{every}", "//localhost", StringComparison.Ordinal);
            log.LogWarning("There is no account yet. This link makes the first admin; it works once and for a day: {Link}", $"{address}/account/setup?token={token}");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it began.
        }
    }
}
