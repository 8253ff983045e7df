using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Both contexts over one connection and one transaction: what is public and what the desk keeps change together or not at all.</summary>
internal sealed class PublishWork(NpgsqlConnection connection, NpgsqlTransaction transaction, RecordContext record, DeskContext desk) : IAsyncDisposable
{
    public RecordContext Record => record;

    public DeskContext Desk => desk;

    public NpgsqlTransaction Transaction => transaction;

    public static async Task<PublishWork> BeginAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        var record = new RecordContext(new DbContextOptionsBuilder<RecordContext>().UseNpgsql(connection).Options);
        var desk = new DeskContext(new DbContextOptionsBuilder<DeskContext>().UseNpgsql(connection).Options);
        await record.Database.UseTransactionAsync(transaction, ct);
        await desk.Database.UseTransactionAsync(transaction, ct);
        return new PublishWork(connection, transaction, record, desk);
    }

    /// <summary>Now, UTC, to the microsecond: PostgreSQL keeps no more, and a hash over more would not match what is read back.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The role of an account that may sign in; empty for one that is disabled or gone.</summary>
    public Task<Role?> RoleAsync(Guid account, CancellationToken ct) =>
        desk.Accounts.Where(a => a.Id == account && a.DisabledAt == null).Select(a => (Role?)a.Role).SingleOrDefaultAsync(ct);

    /// <summary>Whether an account may do something now, whatever was true when it signed in.</summary>
    public async Task<bool> MayAsync(Guid account, Deed deed, CancellationToken ct) => await RoleAsync(account, ct) is { } role && role.May(deed);

    public async ValueTask DisposeAsync()
    {
        await record.DisposeAsync();
        await desk.DisposeAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
