using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Reads the entries that most windows show as soon as the program runs, so that the first analyst waits for them no longer than the next.</summary>
internal sealed class FirstEntries(IDbContextFactory<RecordContext> contexts, KeptEntries entries, ILogger<FirstEntries> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(stoppingToken);
            await context.Database.OpenConnectionAsync(stoppingToken);
            await entries.LoadFirstAsync((NpgsqlConnection)context.Database.GetDbConnection(), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was done.
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
        {
            log.LogInformation("The first entries of the timeline could not be read ahead ({Reason}): windows read them.", e.Message);
        }
    }
}
