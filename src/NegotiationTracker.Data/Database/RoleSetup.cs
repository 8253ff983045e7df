using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>
/// Creates the program's roles and keeps their passwords and settings. Roles belong to the cluster and an advisory lock to one database, so
/// programs on two databases can meet here: every step looks first, and is tried again when another program was faster.
/// </summary>
internal static class RoleSetup
{
    private const int Tries = 8;

    private static readonly (string Role, string[] Settings)[] Roles =
    [
        (DatabaseRoles.Reader, ["default_transaction_read_only=on", "statement_timeout=15s"]),
        (DatabaseRoles.Desk, ["statement_timeout=10min"]),
    ];

    public static async Task EnsureAsync(NpgsqlConnection connection, string owner, CancellationToken ct)
    {
        foreach (var (role, settings) in Roles)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await EnsureAsync(connection, owner, role, settings, ct);
                    break;
                }
                // XX000 is what PostgreSQL says for "tuple concurrently updated".
                catch (PostgresException e) when (attempt < Tries && e.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 60) * attempt), ct);
                }
            }
        }
    }

    private static async Task EnsureAsync(NpgsqlConnection connection, string owner, string role, string[] settings, CancellationToken ct)
    {
        var password = DatabaseRoles.Password(owner, role);
        var present = await SettingsAsync(connection, role, ct);
        if (present is null) await ExecuteAsync(connection, $"create role {role} login password '{ScramVerifier.Of(password)}'", ct);
        else if (!await CanLogInAsync(owner, role, password, ct)) await ExecuteAsync(connection, $"alter role {role} login password '{ScramVerifier.Of(password)}'", ct);
        foreach (var setting in settings.Except(present ?? [], StringComparer.Ordinal))
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            await ExecuteAsync(connection, $"alter role {role} set {setting[..at]} = '{setting[(at + 1)..]}'", ct);
        }
    }

    private static async Task<string[]?> SettingsAsync(NpgsqlConnection connection, string role, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(rolconfig, '{}') from pg_roles where rolname = $1", connection) { Parameters = { new() { Value = role } } };
        return (string[]?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task<bool> CanLogInAsync(string owner, string role, string password, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = password, Pooling = false }.ConnectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
        // The password is right and only the door to this database is shut: the rights that follow open it.
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return true;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
