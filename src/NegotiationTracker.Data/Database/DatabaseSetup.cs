using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>Prepares a database: schemas, tables, roles and their rights. Under an advisory lock, so that several programs may start at once.</summary>
public static class DatabaseSetup
{
    private const long SetupLock = 0x4E54_5345_5455;

    // What each role may do. Run at every start: it says the same again and costs a few milliseconds.
    private static readonly string Rights = $"""
        revoke create on schema public from public;
        revoke all on schema {RecordContext.Schema}, {DeskContext.Schema} from public;
        grant usage on schema {RecordContext.Schema} to {DatabaseRoles.Reader}, {DatabaseRoles.Desk};
        grant usage on schema {DeskContext.Schema} to {DatabaseRoles.Desk};
        grant select on all tables in schema {RecordContext.Schema} to {DatabaseRoles.Reader};
        alter default privileges in schema {RecordContext.Schema} grant select on tables to {DatabaseRoles.Reader};
        grant select, insert, update, delete on all tables in schema {RecordContext.Schema} to {DatabaseRoles.Desk};
        alter default privileges in schema {RecordContext.Schema} grant select, insert, update, delete on tables to {DatabaseRoles.Desk};
        grant select, insert on all tables in schema {DeskContext.Schema} to {DatabaseRoles.Desk};
        grant usage on all sequences in schema {DeskContext.Schema} to {DatabaseRoles.Desk};
        """;

    /// <summary>Brings the schemas and roles of a database up to date. Doing it again changes nothing.</summary>
    /// <param name="ownerConnectionString">Connection of a role that may create schemas, extensions and roles.</param>
    /// <param name="log">Told what was done.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="DatabaseSetupException">It can't be done; the message says what to do.</exception>
    public static async Task MigrateAsync(string ownerConnectionString, ILogger? log, CancellationToken ct)
    {
        await using var locked = new NpgsqlConnection(ownerConnectionString);
        await locked.OpenAsync(ct);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({SetupLock})", locked)) await take.ExecuteNonQueryAsync(ct);
        await RolesAsync(locked, ownerConnectionString, ct);
        await using (var record = new RecordContext(DatabaseOptions.For<RecordContext>(ownerConnectionString))) await MigrateAsync(record, log, ct);
        await using (var desk = new DeskContext(DatabaseOptions.For<DeskContext>(ownerConnectionString))) await MigrateAsync(desk, log, ct);
        await using var grant = new NpgsqlCommand(Rights, locked);
        await grant.ExecuteNonQueryAsync(ct);
        await using var release = new NpgsqlCommand($"select pg_advisory_unlock({SetupLock})", locked);
        await release.ExecuteNonQueryAsync(ct);
    }

    private static async Task MigrateAsync(DbContext context, ILogger? log, CancellationToken ct)
    {
        var pending = (await context.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0) return;
        await context.Database.MigrateAsync(ct);
        log?.LogInformation("Migrated {Context}: {Migrations}.", context.GetType().Name, string.Join(", ", pending));
    }

    // Roles belong to the cluster and not to the database: a transaction lock in a database all clusters have keeps programs on different
    // databases from creating one at the same moment.
    private static async Task RolesAsync(NpgsqlConnection connection, string owner, CancellationToken ct)
    {
        foreach (var (role, settings) in new[]
        {
            (DatabaseRoles.Reader, "set default_transaction_read_only = on"), (DatabaseRoles.Reader, "set statement_timeout = '15s'"), (DatabaseRoles.Desk, "set statement_timeout = '10min'"),
        })
        {
            await WithRetryAsync(connection, $"""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '{role}') then create role {role} login; end if;
                exception when duplicate_object or unique_violation then null; end $$;
                alter role {role} {settings};
                """, ct);
        }
        foreach (var role in new[] { DatabaseRoles.Reader, DatabaseRoles.Desk })
        {
            if (await CanLogInAsync(owner, role, ct)) continue;
            await WithRetryAsync(connection, $"alter role {role} password '{DatabaseRoles.Password(owner, role)}'", ct);
        }
    }

    private static async Task<bool> CanLogInAsync(string owner, string role, CancellationToken ct)
    {
        try
        {
            var text = role == DatabaseRoles.Reader ? DatabaseRoles.ReaderConnectionString(owner) : DatabaseRoles.DeskConnectionString(owner);
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }

    // Two programs that alter the same role at once make PostgreSQL say "tuple concurrently updated"; the second try finds it done.
    private static async Task WithRetryAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync(ct);
                return;
            }
            catch (PostgresException e) when (attempt < 5 && e.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject)
            {
                await Task.Delay(50 * attempt, ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new DatabaseSetupException($"The role of ConnectionStrings:Tracker may not create the program's database roles ({e.MessageText}): give it CREATEROLE, or run 'migrate' once as a superuser.");
            }
        }
    }
}
