using Microsoft.EntityFrameworkCore;
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

    public async ValueTask DisposeAsync()
    {
        await record.DisposeAsync();
        await desk.DisposeAsync();
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
