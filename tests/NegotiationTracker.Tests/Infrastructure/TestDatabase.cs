using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>A database of a test class's own, as the program sees it: an owner and the two roles. Dropped in the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;
    private readonly Lazy<NpgsqlDataSource> _owner;
    private readonly Lazy<NpgsqlDataSource> _reader;
    private readonly Lazy<NpgsqlDataSource> _desk;

    internal TestDatabase(string owner, Func<Task> drop)
    {
        _drop = drop;
        OwnerConnectionString = owner;
        ReaderConnectionString = DatabaseRoles.ReaderConnectionString(owner);
        DeskConnectionString = DatabaseRoles.DeskConnectionString(owner);
        _owner = new(() => NpgsqlDataSource.Create(OwnerConnectionString));
        _reader = new(() => NpgsqlDataSource.Create(ReaderConnectionString));
        _desk = new(() => NpgsqlDataSource.Create(DeskConnectionString));
    }

    public string OwnerConnectionString { get; }

    public string ReaderConnectionString { get; }

    public string DeskConnectionString { get; }

    public NpgsqlDataSource Owner => _owner.Value;

    public NpgsqlDataSource Reader => _reader.Value;

    public NpgsqlDataSource Desk => _desk.Value;

    /// <summary>The published record as a page reads it.</summary>
    public DbContextOptions<RecordContext> ReaderOptions => Options<RecordContext>(Reader);

    /// <summary>The published record as publishing writes it.</summary>
    public DbContextOptions<RecordContext> RecordOptions => Options<RecordContext>(Desk);

    /// <summary>The desk.</summary>
    public DbContextOptions<DeskContext> DeskOptions => Options<DeskContext>(Desk);

    /// <summary>Runs SQL as one of the roles; its first value, if it has one.</summary>
    public static async Task<object?> AskAsync(NpgsqlDataSource role, string sql)
    {
        await using var command = role.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SQL that PostgreSQL must refuse.</summary>
    public static Task<PostgresException> RefusalAsync(NpgsqlDataSource role, string sql) => Should.ThrowAsync<PostgresException>(() => AskAsync(role, sql));

    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { _owner, _reader, _desk })
        {
            if (source.IsValueCreated) await source.Value.DisposeAsync();
        }
        await _drop();
    }

    private static DbContextOptions<T> Options<T>(NpgsqlDataSource source)
        where T : DbContext =>
        new DbContextOptionsBuilder<T>().UseNpgsql(source).Options;
}
