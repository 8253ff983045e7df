using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>Provisional until the migrations land.</summary>
public static class DatabaseSetup
{
    /// <summary>Creates the tables and roles.</summary>
    public static async Task MigrateAsync(string ownerConnectionString, ILogger? log, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select to_regclass('record.records') is not null", connection);
        if (await exists.ExecuteScalarAsync(ct) is true) return;
        await using var record = new RecordContext(new DbContextOptionsBuilder<RecordContext>().UseNpgsql(connection).Options);
        await using var desk = new DeskContext(new DbContextOptionsBuilder<DeskContext>().UseNpgsql(connection).Options);
        foreach (var script in new[] { record.Database.GenerateCreateScript(), desk.Database.GenerateCreateScript() })
        {
            await using var command = new NpgsqlCommand(script, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
        foreach (var role in new[] { DatabaseRoles.Reader, DatabaseRoles.Desk })
        {
            await using var create = new NpgsqlCommand($"""
                do $$ begin create role {role} login; exception when duplicate_object then null; end $$;
                alter role {role} password '{DatabaseRoles.Password(ownerConnectionString, role)}';
                create table if not exists record.migrations_history (id int);
                grant usage on schema record to {role}; grant select on all tables in schema record to {role};
                """, connection);
            await create.ExecuteNonQueryAsync(ct);
        }
        await using var grant = new NpgsqlCommand("grant insert, update, delete on all tables in schema record to tracker_desk; grant usage on schema desk to tracker_desk; grant select, insert on all tables in schema desk to tracker_desk", connection);
        await grant.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Provisional.</summary>
public static class DatabaseRoles
{
    /// <summary>Reader.</summary>
    public const string Reader = "tracker_reader";

    /// <summary>Desk.</summary>
    public const string Desk = "tracker_desk";

    /// <summary>Reader's.</summary>
    public static string ReaderConnectionString(string owner) => As(owner, Reader);

    /// <summary>Desk's.</summary>
    public static string DeskConnectionString(string owner) => As(owner, Desk);

    /// <summary>Derived password.</summary>
    internal static string Password(string owner, string role) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(new NpgsqlConnectionStringBuilder(owner).Password!), Encoding.UTF8.GetBytes($"NegotiationTracker role {role}")));

    private static string As(string owner, string role) => new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = Password(owner, role) }.ConnectionString;
}
