using Microsoft.AspNetCore.OutputCaching;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Shared.Shell;
using Npgsql;

namespace NegotiationTracker.Web.Operations;

/// <summary>
/// Hears of every publication, on this node or another, and throws cached pages away. A notice is only a hint: after a lost connection
/// everything cached goes, because what was missed can't be known. The desk's connections, because a standby for reading can't LISTEN.
/// </summary>
internal sealed class PublicationListener(TrackerDatabase database, IOutputCacheStore cache, ILogger<PublicationListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException)
            {
                log.LogWarning("Listening for publications was interrupted ({Reason}); trying again.", e.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.Desk.OpenConnectionAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {Publisher.Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        await cache.EvictByTagAsync(PublicPages.Tag, ct);
        while (true)
        {
            await connection.WaitAsync(ct);
            await cache.EvictByTagAsync(PublicPages.Tag, ct);
        }
    }
}
