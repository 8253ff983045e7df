using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.LocalPostgres;
using Npgsql;

namespace NegotiationTracker.Web.Operations;

/// <summary>
/// The database that the program works with: the one of <c>ConnectionStrings:Tracker</c>, or a private PostgreSQL under <c>Tracker:Home</c>.
/// Readers' and editors' work goes through two roles of its own; the owner is used for migrations alone.
/// </summary>
internal sealed class TrackerDatabase : IAsyncDisposable
{
    private readonly LocalPostgres.LocalPostgres? _private;

    private TrackerDatabase(LocalPostgres.LocalPostgres? own, string owner, string? read)
    {
        _private = own;
        Owner = owner;
        Reader = NpgsqlDataSource.Create(Named(read ?? DatabaseRoles.ReaderConnectionString(owner), "reader"));
        Desk = NpgsqlDataSource.Create(Named(DatabaseRoles.DeskConnectionString(owner), "desk"));
    }

    /// <summary>Connection string of the role that owns the tables.</summary>
    public string Owner { get; }

    /// <summary>Directory of a private server's programs.</summary>
    public string? ToolsBeside => _private?.BinDirectory;

    /// <summary>Connections that may only SELECT in the published record.</summary>
    public NpgsqlDataSource Reader { get; }

    /// <summary>Connections of the desk and the publishing pipeline.</summary>
    public NpgsqlDataSource Desk { get; }

    /// <summary>Finds or starts the database and brings its schemas up to date.</summary>
    /// <exception cref="LocalPostgresException">No PostgreSQL could be found or started; the message says what to do.</exception>
    public static async Task<TrackerDatabase> OpenAsync(IConfiguration configuration, ILogger log, CancellationToken ct)
    {
        var owner = configuration.GetConnectionString("Tracker");
        LocalPostgres.LocalPostgres? own = null;
        if (string.IsNullOrWhiteSpace(owner))
        {
            own = await LocalPostgres.LocalPostgres.StartAsync(new LocalPostgresOptions(TrackerHome.Of(configuration)), log, ct);
            owner = own.ConnectionString;
        }
        try
        {
            await DatabaseSetup.MigrateAsync(owner, log, ct);
            await using (var connection = new NpgsqlConnection(owner))
            {
                await connection.OpenAsync(ct);
                // Whatever checks documents, a command too, is to know the topics that admins added.
                await Topic.RefreshAsync(connection, ct);
            }
            return new TrackerDatabase(own, owner, configuration.GetConnectionString("TrackerRead"));
        }
        catch
        {
            if (own is not null) await own.DisposeAsync();
            throw;
        }
    }

    /// <summary>Registers the two contexts over the two roles.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddPooledDbContextFactory<RecordContext>(o => o.UseNpgsql(Reader).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddPooledDbContextFactory<DeskContext>(o => o.UseNpgsql(Desk).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        var publisher = new Publisher(Desk, TimeProvider.System);
        services.AddSingleton(publisher);
        services.AddSingleton(new Verification(Desk));
        services.AddSingleton(new Drafts(Desk, TimeProvider.System));
        services.AddSingleton(new Reviews(Desk, publisher, TimeProvider.System));
        services.AddSingleton(new Redactions(Desk, TimeProvider.System));
        services.AddSingleton(new PublisherRatings(Desk, TimeProvider.System));
        services.AddSingleton(new TopicKeeping(Desk, TimeProvider.System));
        services.AddSingleton(new Presences(Desk, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await Desk.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_private is not null) await _private.DisposeAsync();
    }

    private static string Named(string connectionString, string part) =>
        new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = $"negotiationtracker {part}" }.ConnectionString;
}
