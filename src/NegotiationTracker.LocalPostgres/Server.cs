using Microsoft.Extensions.Logging;

namespace NegotiationTracker.LocalPostgres;

/// <summary>The one server of a place, whichever program started it. Everything here is done under the start lock.</summary>
internal sealed class Server(LocalPostgresOptions options, ILogger? log, Place place, PostgresBinaries binaries)
{
    public PostgresBinaries Binaries => binaries;

    public Place Place => place;

    /// <summary>Joins the server when it runs, else starts it; makes cluster and database where they are missing.</summary>
    /// <param name="shared">Whether other programs hold a lease.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Login> JoinOrStartAsync(bool shared, CancellationToken ct)
    {
        var password = await place.PasswordAsync(ct);
        var fresh = Cluster.MajorOf(place.Data) is null;
        if (fresh) await Cluster.CreateAsync(binaries, place, options.Durable, log, ct);
        if (await JoinAsync(password, shared, ct) is { } joined) return joined;
        var login = new Login(await Postmaster.StartAsync(binaries, place, options, ct), password);
        if (fresh) await login.CreateAsync(options.Database, ct);
        else await login.EnsureAsync(options.Database, options.StartTimeout, ct);
        log?.LogInformation("PostgreSQL {Version} started on port {Port} for {Place}", binaries.MajorVersion, login.Port, place.Root);
        return login;
    }

    /// <summary>Stops the server unless a program holds a lease.</summary>
    public async Task StopIfUnusedAsync()
    {
        using var alone = await AloneAsync();
        // One that is still recovering goes on with it: stopped, it would begin again at every start and never be done.
        if (alone is null || PostmasterPid.RunningOn(place.Data) is not { IsReady: true }) return;
        if (!await Postmaster.StopAsync(binaries, place, CancellationToken.None)) log?.LogWarning("PostgreSQL in {Place} did not stop in time", place.Root);
    }

    // A server that runs already belongs to another program, or was left by one that was killed: both serve as well as a new one.
    private async Task<Login?> JoinAsync(string password, bool shared, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        var running = PostmasterPid.RunningOn(place.Data);
        while (running is { IsReady: false } && TimeProvider.System.GetElapsedTime(since) < options.StartTimeout)
        {
            await Task.Delay(50, ct);
            running = PostmasterPid.RunningOn(place.Data);
        }
        if (running is null) return null;
        if (!running.IsReady) throw Fault.TooSlow(place);
        var login = new Login(running.Port, password);
        if (await login.EnsureAsync(options.Database, options.StartTimeout, ct) || !options.Durable)
        {
            log?.LogInformation("Joined the PostgreSQL that runs on port {Port} for {Place}", running.Port, place.Root);
            return login;
        }
        if (shared) throw new LocalPostgresException($"The server in {place.Root} was started without durability and other programs are using it: end those, then start again.");
        await Postmaster.StopAsync(binaries, place, ct);
        return null;
    }

    // A process that this program is starting at the moment holds a copy of its lease until it has become another program.
    private async Task<FileLock?> AloneAsync()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            if (FileLock.TryExclusive(place.Lease) is { } alone) return alone;
            await Task.Delay(25);
        }
        return null;
    }
}
