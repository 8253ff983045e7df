using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>
/// The two roles that the program works with. Their passwords are derived from the owner's, so that every node that has the owner's connection
/// string can connect and no further secret is kept anywhere.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>May SELECT in the published record, and nothing else.</summary>
    public const string Reader = "tracker_reader";

    /// <summary>Publishes, and keeps the desk; may not change what is append-only.</summary>
    public const string Desk = "tracker_desk";

    // Readers ask the same few dozen questions all day: each connection parses them once.
    private const int MostPrepared = 200;

    /// <summary>Connection string of <see cref="Reader"/> to the owner's database.</summary>
    /// <exception cref="DatabaseSetupException">The owner's connection string has no password.</exception>
    public static string ReaderConnectionString(string owner) => new NpgsqlConnectionStringBuilder(As(owner, Reader)) { MaxAutoPrepare = MostPrepared, AutoPrepareMinUsages = 2 }.ConnectionString;

    /// <summary>Connection string of <see cref="Desk"/> to the owner's database.</summary>
    /// <exception cref="DatabaseSetupException">The owner's connection string has no password.</exception>
    public static string DeskConnectionString(string owner) => As(owner, Desk);

    /// <summary>Checks that passwords can be derived from a connection string.</summary>
    internal static string RequirePassword(string owner) => new NpgsqlConnectionStringBuilder(owner).Password is { Length: > 0 } password ? password
        : throw new DatabaseSetupException("The connection string ConnectionStrings:Tracker has no password, and the passwords of the program's own database roles are derived from it: give the owner one.");

    internal static string Password(string owner, string role) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(RequirePassword(owner)), Encoding.UTF8.GetBytes($"NegotiationTracker role {role}")));

    private static string As(string owner, string role) => new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = Password(owner, role) }.ConnectionString;
}

/// <summary>The database can't be prepared; the message says why and what to do, in one line.</summary>
public sealed class DatabaseSetupException(string message, Exception? cause = null) : Exception(message, cause);
