using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>Prepares a database: schemas, tables, roles and their rights. Under an advisory lock, so that several programs may start at once.</summary>
public static class DatabaseSetup
{
    private const int FilledAtOnce = 1_000;
    private const long SetupLock = 0x4E54_5345_5455;

    /// <summary>Brings the schemas and roles of a database up to date. Doing it again changes nothing.</summary>
    /// <param name="ownerConnectionString">Connection of a role that may create schemas, extensions and roles; it needs a password, from which those of the roles are derived.</param>
    /// <param name="log">Told what was done.</param>
    /// <param name="ct">Stops it, also while it waits for another program that does the same.</param>
    /// <exception cref="DatabaseSetupException">It can't be done; the message says what to do.</exception>
    public static async Task MigrateAsync(string ownerConnectionString, ILogger? log, CancellationToken ct)
    {
        DatabaseRoles.RequirePassword(ownerConnectionString);
        var setup = ForSetup(ownerConnectionString);
        try
        {
            // Closing the connection lets go of the lock, whatever happens.
            await using var locked = new NpgsqlConnection(setup);
            await locked.OpenAsync(ct);
            await using (var take = new NpgsqlCommand($"select pg_advisory_lock({SetupLock})", locked)) await take.ExecuteNonQueryAsync(ct);
            await RoleSetup.EnsureAsync(locked, ownerConnectionString, ct);
            await using (var record = new RecordContext(DatabaseOptions.For<RecordContext>(setup))) await MigrateAsync(record, log, ct);
            await using (var desk = new DeskContext(DatabaseOptions.For<DeskContext>(setup))) await MigrateAsync(desk, log, ct);
            if (await TimelineCounting.EnsureAsync(locked, ct)) await AddSpansAsync(setup, ct);
            await FillSearchAsync(setup, ct);
            await using var rights = new NpgsqlCommand(DatabaseRights.Sql, locked);
            await rights.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseSetupException(
                $"The role of ConnectionStrings:Tracker may not prepare the database ({e.MessageText}): let it own the database and give it CREATEROLE, or run 'migrate' once as a superuser.", e);
        }
    }

    /// <summary>Whether a database has every migration that this version of the program knows.</summary>
    /// <param name="connectionString">Connection of the owner or of <see cref="DatabaseRoles.Desk"/>; the reader may not look at the desk.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<bool> IsCurrentAsync(string connectionString, CancellationToken ct)
    {
        await using var record = new RecordContext(DatabaseOptions.For<RecordContext>(connectionString));
        if ((await record.Database.GetPendingMigrationsAsync(ct)).Any()) return false;
        await using var desk = new DeskContext(DatabaseOptions.For<DeskContext>(connectionString));
        return !(await desk.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    // No pool: a pooled connection would keep the lock after a failure. The search path puts the extension into schema public, where every role
    // finds its operators; the provider can't keep the schema of an extension in a snapshot. No time limit: an index may take long to build.
    private static string ForSetup(string owner) =>
        new NpgsqlConnectionStringBuilder(owner) { Pooling = false, SearchPath = "public", CommandTimeout = 0, ApplicationName = "negotiationtracker setup" }.ConnectionString;

    // What was published before spans were kept has none yet; only the documents know them.
    private static async Task AddSpansAsync(string setup, CancellationToken ct)
    {
        await using var record = new RecordContext(DatabaseOptions.For<RecordContext>(setup));
        if (await record.Spans.AnyAsync(ct)) return;
        foreach (var kind in Kinds.All)
        {
            await foreach (var row in record.Records.AsNoTracking().Where(r => r.Kind == kind.Key && r.Document != null).AsAsyncEnumerable().WithCancellation(ct))
                record.AddRange(kind.Rows(row.Id, kind.Read(row.Document!)).OfType<TimelineSpan>().Select(s => s.Of(row)));
        }
        await record.SaveChangesAsync(ct);
    }

    // A migration that changes what a record is found by leaves its search entry without an importance.
    private static async Task FillSearchAsync(string setup, CancellationToken ct)
    {
        await using var context = new RecordContext(DatabaseOptions.For<RecordContext>(setup));
        if (!await context.Search.AnyAsync(e => e.Importance == 0, ct)) return;
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        while (await context.Records.AsNoTracking().Where(r => context.Search.Any(e => e.RecordId == r.Id && e.Importance == 0)).OrderBy(r => r.Id).Take(FilledAtOnce).ToListAsync(ct) is { Count: > 0 } records)
        {
            var ids = records.Select(r => r.Id).ToArray();
            await context.Search.Where(e => ids.Contains(e.RecordId)).ExecuteDeleteAsync(ct);
            foreach (var record in records.Where(r => r.Document is not null))
            {
                var kind = Kinds.Get(record.Kind);
                var document = kind.Read(record.Document!);
                context.Add(Projection.SearchEntry(record, kind, document, [.. kind.Chronology(document)]));
            }
            await context.SaveChangesAsync(ct);
            context.ChangeTracker.Clear();
        }
        await SearchWord.AddAsync((NpgsqlConnection)context.Database.GetDbConnection(), null, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task MigrateAsync(DbContext context, ILogger? log, CancellationToken ct)
    {
        var pending = (await context.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0) return;
        await context.Database.MigrateAsync(ct);
        log?.LogInformation("Migrated {Context}: {Migrations}.", context.GetType().Name, string.Join(", ", pending));
    }
}
