using NegotiationTracker.Data;
using NegotiationTracker.LocalPostgres;
using NegotiationTracker.Tests.Infrastructure;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>
/// A real PostgreSQL for the whole run, started by the first test that asks. One database is migrated, and the tests get copies of it: a class
/// one for all its tests through <see cref="ClassDatabase"/>, or a test its own through <see cref="CreateAsync"/>.
/// </summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private const string Template = "migrated";

    private readonly string _home = Path.Combine(Path.GetTempPath(), $"nt-tests-{Guid.NewGuid():n}");
    private readonly Lazy<Task<LocalPostgres.LocalPostgres>> _server;
    private readonly Lazy<Task> _template;

    public TestDatabases()
    {
        _server = new(StartAsync);
        _template = new(MigrateTemplateAsync);
    }

    /// <summary>A database with the newest schema and no rows, this caller's own.</summary>
    public async Task<TestDatabase> CreateAsync()
    {
        await _template.Value;
        var database = await CopyAsync($"copy_{Guid.NewGuid():n}", $"template {Template}");
        // A copy has no rights of its own on the database itself; setting up again gives them.
        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, CancellationToken.None);
        return database;
    }

    /// <summary>A database without any schema.</summary>
    public Task<TestDatabase> CreateEmptyAsync() => CopyAsync($"empty_{Guid.NewGuid():n}", "");

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated) return;
        await (await _server.Value).DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private async Task<TestDatabase> CopyAsync(string name, string template)
    {
        var server = await _server.Value;
        await ExecuteAsync(server, $"create database {name} {template}");
        return new TestDatabase(server.ConnectionStringFor(name), () => ExecuteAsync(server, $"drop database {name} with (force)"));
    }

    // Not the test's token: the first test starts the server for all the others too.
    private Task<LocalPostgres.LocalPostgres> StartAsync()
    {
        Directory.CreateDirectory(_home);
        return LocalPostgres.LocalPostgres.StartAsync(new LocalPostgresOptions(_home) { Durable = false }, log: null, CancellationToken.None);
    }

    private async Task MigrateTemplateAsync()
    {
        var server = await _server.Value;
        await ExecuteAsync(server, $"create database {Template}");
        await DatabaseSetup.MigrateAsync(server.ConnectionStringFor(Template), log: null, CancellationToken.None);
    }

    private static async Task ExecuteAsync(LocalPostgres.LocalPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
