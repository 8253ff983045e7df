using Microsoft.Extensions.Logging;
using Npgsql;

namespace NegotiationTracker.LocalPostgres;

/// <summary>
/// A private PostgreSQL of this machine: found or fetched, made at the first start, shared by all programs with the same home, and
/// stopped when the last of them lets go.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly Server _server;
    private readonly LocalPostgresOptions _options;
    private readonly ILogger? _log;
    private readonly Login _login;
    private FileLock? _lease;

    private LocalPostgres(Server server, LocalPostgresOptions options, ILogger? log, Login login, FileLock lease)
    {
        _server = server;
        _options = options;
        _log = log;
        _login = login;
        _lease = lease;
    }

    /// <summary>
    /// Connection string of the role that owns the program's database. It is no superuser; it may make databases, roles and the
    /// extensions that PostgreSQL trusts.
    /// </summary>
    public string ConnectionString => ConnectionStringFor(_options.Database);

    /// <summary>The port on 127.0.0.1; another one after each start of the server.</summary>
    public int Port => _login.Port;

    /// <summary>Major version of the server, 15 or later.</summary>
    public int MajorVersion => _server.Binaries.MajorVersion;

    /// <summary>Where the server's programs lie.</summary>
    public string BinDirectory => _server.Binaries.Directory;

    /// <summary>Connection string of the same role to another database of the server, which need not exist yet.</summary>
    public string ConnectionStringFor(string database) => _login.To(database);

    /// <summary>Joins the server of this home, or starts it, making the cluster and the database where they are missing.</summary>
    /// <exception cref="LocalPostgresException">It cannot be had; the message says why in one line and what to do.</exception>
    public static async Task<LocalPostgres> StartAsync(LocalPostgresOptions options, ILogger? log, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var place = await Place.OpenAsync(options.Home, log, ct);
            using var one = await FileLock.ExclusiveAsync(place.StartLock, options.StartTimeout, ct);
            var binaries = await options.Search.FindAsync(options, Cluster.MajorOf(place.Data), place, log, ct);
            var server = new Server(options, log, place, binaries);
            var (lease, shared) = TakeLease(place);
            try
            {
                return new LocalPostgres(server, options, log, await server.JoinOrStartAsync(shared, ct), lease);
            }
            catch
            {
                lease.Dispose();
                await server.StopIfUnusedAsync();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault.Of(e, options.Home);
        }
        catch (NpgsqlException e)
        {
            throw new LocalPostgresException($"The private database in {options.Home} runs but does not let its own program in ({e.Message}); "
                + "its log is in the folder log beside it: stop it, move it aside or restore a backup.", e);
        }
    }

    /// <summary>Lets go of the server, and stops it when no other program uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lease, null) is not { } lease) return;
        try
        {
            using var one = await FileLock.ExclusiveAsync(_server.Place.StartLock, _options.StartTimeout, CancellationToken.None);
            lease.Dispose();
            await _server.StopIfUnusedAsync();
        }
        catch (Exception e) when (e is LocalPostgresException or IOException or UnauthorizedAccessException)
        {
            _log?.LogWarning(e, "The private database in {Place} was left running; the next start joins it", _server.Place.Root);
        }
        finally
        {
            lease.Dispose();
        }
    }

    private static (FileLock Lease, bool Shared) TakeLease(Place place)
    {
        bool shared;
        using (var alone = FileLock.TryExclusive(place.Lease)) shared = alone is null;
        var lease = FileLock.TryShared(place.Lease)
            ?? throw new LocalPostgresException($"{place.Lease} is locked by a program that is none of ours: end it and start again.");
        return (lease, shared);
    }
}
