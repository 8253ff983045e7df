using Microsoft.EntityFrameworkCore;

namespace NegotiationTracker.Data;

/// <summary>How the two contexts speak to PostgreSQL, said once: each keeps the history of its migrations in its own schema.</summary>
public static class DatabaseOptions
{
    /// <summary>Name of the table with the history of migrations.</summary>
    public const string HistoryTable = "migrations_history";

    /// <summary>Options over a connection string.</summary>
    public static DbContextOptions<T> For<T>(string connectionString)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseNpgsql(connectionString, o => o.MigrationsHistoryTable(HistoryTable, SchemaOf<T>())).Options;

    private static string SchemaOf<T>() => typeof(T) == typeof(DeskContext) ? DeskContext.Schema : RecordContext.Schema;
}
