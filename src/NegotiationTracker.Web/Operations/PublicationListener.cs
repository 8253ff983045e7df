using Microsoft.AspNetCore.OutputCaching;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Shell;
using Npgsql;

namespace NegotiationTracker.Web.Operations;

/// <summary>
/// Hears of every publication and of every change of topics, on this node or another, throws cached pages away, and then tells open pages. A notice is only a hint: what was
/// published is read from the record, from the last position on, also after a lost connection. It asks the primary, because a standby can't LISTEN.
/// </summary>
internal sealed class PublicationListener(TrackerDatabase database, IOutputCacheStore cache, Publications publications, PublicationHistory history, TimeProvider time, ILogger<PublicationListener> log) : BackgroundService
{
    private const int MostListed = 20_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Asked without a notice too: it notices a connection that died without a word, and what is kept in memory stays sure.
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(20);

    /// <summary>Reads the position before the first page is made, so that every page knows how new it is.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.Desk.OpenConnectionAsync(cancellationToken);
            publications.Announce(new Announcement(await PositionAsync(connection, cancellationToken), []));
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The last publication could not be read yet ({Reason}).", e.Message);
        }
        await base.StartAsync(cancellationToken);
    }

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
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
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
        for (var isHint = true; ; isHint = await connection.WaitAsync(Recheck, ct))
        {
            var asked = time.GetUtcNow();
            var position = await PositionAsync(connection, ct);
            var isNews = position != publications.Position;
            if (isNews) await history.WaitForAsync(position, ct);
            var isRenamed = await Topic.RefreshAsync(connection, ct);
            if (isNews || isHint || isRenamed) publications.Hear();
            publications.BeSure(asked);
            if (isNews || isHint || isRenamed) await cache.EvictByTagAsync(PublicPages.Tag, ct);
            if (isNews) publications.Announce(await ReadAsync(position, ct));
        }
    }

    private async Task<Announcement> ReadAsync(long position, CancellationToken ct)
    {
        // The first one heard of tells of no changes: nobody has a page from before.
        var changes = publications.Position is { } last ? await history.ReadAsync(last, position, about: null, MostListed, ct) : [];
        return changes.Count <= MostListed ? new Announcement(position, changes) : new Announcement(position, [], isPartial: true);
    }

    private static async Task<long> PositionAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""select max("from") from record.publications""", connection);
        return await command.ExecuteScalarAsync(ct) is DateTime last ? PublicationHistory.Position(new DateTimeOffset(last)) : 0;
    }
}
