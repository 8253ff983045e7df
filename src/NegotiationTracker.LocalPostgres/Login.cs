using System.Net.Sockets;
using Npgsql;

namespace NegotiationTracker.LocalPostgres;

/// <summary>The way into the server: its two roles and the program's database.</summary>
/// <param name="Port">Port on 127.0.0.1.</param>
/// <param name="Password">Of both roles.</param>
internal sealed record Login(int Port, string Password)
{
    private const string Superuser = "postgres";

    // Not a superuser: it owns its databases and may make others, extensions and roles, and cannot touch the machine.
    private const string Owner = "tracker";

    public string To(string database) => To(database, Owner).ConnectionString;

    /// <summary>Makes sure that the database is there and lets the owner in. Returns whether the server writes durably.</summary>
    public async Task<bool> EnsureAsync(string database, TimeSpan patience, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await IsDurableAsync(database, ct);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                await CreateAsync(database, ct);
                return await IsDurableAsync(database, ct);
            }
            catch (NpgsqlException e) when ((e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } || e.InnerException is SocketException or TimeoutException)
                && TimeProvider.System.GetElapsedTime(since) < patience)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>Makes the owner and the database where they are missing.</summary>
    public async Task CreateAsync(string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Once(To("postgres", Superuser)));
        await connection.OpenAsync(ct);
        // The password is hexadecimal, made by us: nothing to quote.
        await using (var role = new NpgsqlCommand($"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Owner}') THEN
                    CREATE ROLE {Owner} LOGIN CREATEDB CREATEROLE PASSWORD '{Password}';
                    GRANT pg_monitor, pg_signal_backend TO {Owner};
                END IF;
            END $$
            """, connection))
        {
            await role.ExecuteNonQueryAsync(ct);
        }
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(ct) is not null) return;
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\" OWNER {Owner}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private async Task<bool> IsDurableAsync(string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Once(To(database, Owner)));
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SHOW fsync", connection);
        return await command.ExecuteScalarAsync(ct) is "on";
    }

    // Neither encrypted nor negotiated: the connection never leaves the machine.
    private NpgsqlConnectionStringBuilder To(string database, string role) => new()
    {
        Host = "127.0.0.1", Port = Port, Username = role, Password = Password, Database = database,
        SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
    };

    private static string Once(NpgsqlConnectionStringBuilder builder)
    {
        builder.Pooling = false;
        builder.Timeout = 5;
        return builder.ConnectionString;
    }
}
