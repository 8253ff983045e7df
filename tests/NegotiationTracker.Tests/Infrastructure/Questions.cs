using System.Collections.Concurrent;
using System.Diagnostics;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>What one request asks of the database, statement by statement: two answers that must not differ even in time ask the same.</summary>
internal sealed class Questions : IDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ActivityListener _listener;
    private readonly string _database;

    public Questions(TestDatabase database)
    {
        _database = new Npgsql.NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database!;
        _listener = new ActivityListener { ShouldListenTo = s => s.Name == "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = Note };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What was asked since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var asked = _asked.ToArray();
        _asked.Clear();
        return asked;
    }

    public void Dispose() => _listener.Dispose();

    // Of this database alone, because tests run side by side; and not what the program asks by itself, now and then.
    private void Note(Activity activity)
    {
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement"))?.ToString() ?? "";
        var database = (activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name"))?.ToString();
        if (database == _database && text.Length > 0 && !text.Contains("record.publications", StringComparison.Ordinal) && !text.Contains("'Scheduled'", StringComparison.Ordinal)
            && !text.Contains("pg_advisory", StringComparison.Ordinal) && !text.Contains("record.topics", StringComparison.Ordinal) && !text.Contains("set seen_at", StringComparison.Ordinal)) _asked.Enqueue(text);
    }
}
