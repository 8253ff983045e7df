using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using Npgsql;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>
/// The plans by which PostgreSQL really answered what a reader asked, with the values it was asked with: its own extension auto_explain tells them to the
/// connection. Nothing is copied into a test.
/// </summary>
internal sealed class Plans(string connectionString) : IDbContextFactory<RecordContext>, IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonElement> _plans = new();
    private readonly List<NpgsqlConnection> _connections = [];

    /// <summary>Makes sessions of a database load the extension, which only a superuser may ask for: the private server has one, of the same password.</summary>
    public static async Task PrepareAsync(TestDatabase database)
    {
        var superuser = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = "postgres", Pooling = false };
        await using var source = NpgsqlDataSource.Create(superuser.ConnectionString);
        foreach (var setting in new[] { "session_preload_libraries = auto_explain", "auto_explain.log_min_duration = 0", "auto_explain.log_format = json", "client_min_messages = log" })
            await TestDatabase.AskAsync(source, $"alter database {superuser.Database} set {setting}");
    }

    /// <inheritdoc/>
    public RecordContext CreateDbContext()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Notice += (_, told) =>
        {
            if (told.Notice.MessageText.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at && told.Notice.MessageText.Contains("plan:", StringComparison.Ordinal))
                _plans.Enqueue(JsonDocument.Parse(told.Notice.MessageText[at..]).RootElement.GetProperty("Plan"));
        };
        lock (_connections) _connections.Add(connection);
        return new RecordContext(new DbContextOptionsBuilder<RecordContext>().UseNpgsql(connection).Options);
    }

    /// <summary>What the plans since the last time read.</summary>
    public PlanParts Take()
    {
        var parts = new PlanParts([], [], [], []);
        while (_plans.TryDequeue(out var plan)) Read(plan, parts);
        return parts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }

    private static void Read(JsonElement node, PlanParts parts)
    {
        var type = node.GetProperty("Node Type").GetString();
        if (node.TryGetProperty("Index Name", out var index)) parts.Indexes.Add(index.GetString()!);
        if (node.TryGetProperty("Index Cond", out var condition)) parts.Conditions.Add(condition.GetString()!);
        if (type is "Index Only Scan") parts.Alone.Add(index.GetString()!);
        if (type is "Seq Scan") parts.Whole.Add(node.GetProperty("Relation Name").GetString()!);
        if (!node.TryGetProperty("Plans", out var below)) return;
        foreach (var child in below.EnumerateArray()) Read(child, parts);
    }
}

/// <summary>What plans read.</summary>
/// <param name="Indexes">Indexes that were used.</param>
/// <param name="Conditions">What the indexes were asked.</param>
/// <param name="Alone">Indexes that answered without the rows they point to, each as often as it did.</param>
/// <param name="Whole">Tables that were read from beginning to end.</param>
internal sealed record PlanParts(HashSet<string> Indexes, HashSet<string> Conditions, List<string> Alone, HashSet<string> Whole);
