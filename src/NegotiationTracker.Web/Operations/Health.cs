using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace NegotiationTracker.Web.Operations;

/// <summary>Ready means that the database answers a reader's question within two seconds.</summary>
internal sealed class DatabaseHealth(TrackerDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await using var command = database.Reader.CreateCommand("select count(*) from record.migrations_history");
            await command.ExecuteScalarAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
