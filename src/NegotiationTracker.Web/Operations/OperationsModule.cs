using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Operations;

/// <summary>The database, its first content, and the health of the program.</summary>
internal static class OperationsModule
{
    public static async Task AddOperationsAsync(this WebApplicationBuilder builder, CancellationToken ct)
    {
        using var logs = LoggerFactory.Create(b => b.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());
        var log = logs.CreateLogger("NegotiationTracker");
        var database = await TrackerDatabase.OpenAsync(builder.Configuration, log, ct);
        try
        {
            await FirstContent.LoadAsync(database, builder.Configuration, log, ct);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
        // Created by the container's own factory, so that the container disposes of it last.
        builder.Services.AddSingleton(_ => database);
        database.AddTo(builder.Services);
        builder.Services.AddLive();
        builder.Services.AddHostedService<PublicationListener>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
        routes.MapLive();
    }
}
