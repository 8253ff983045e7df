using NegotiationTracker.Data.Editorial;
using Npgsql;

namespace NegotiationTracker.Web.Desk.Publishing;

/// <summary>Publishes what was approved for a time when that time has come. Several nodes may do so: the rows are locked, and each goes once.</summary>
internal sealed class ScheduledPublications(Reviews reviews, TimeProvider time, ILogger<ScheduledPublications> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do await PublishAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped: the next start goes on.
        }
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        try
        {
            var published = await reviews.PublishDueAsync(ct);
            if (published > 0) log.LogInformation("Published {Count} scheduled drafts.", published);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
        {
            // What is due stays due: the next round takes it.
            log.LogWarning("Scheduled drafts could not be published now: {Reason}", e.Message);
        }
    }
}
