using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Who else has a draft open, on any node.</summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class Presences(NpgsqlDataSource desk, TimeProvider time)
{
    /// <summary>How often an open editor says that it is there.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(40);

    /// <summary>Says that an editor is open, and tells who else is there.</summary>
    /// <param name="editor">The open editor: one per circuit.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="account">Who.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Colleagues; nobody for an account that may not write, of which nobody is told either.</returns>
    public async Task<IReadOnlyList<Colleague>> BeatAsync(Guid editor, Guid draft, Guid account, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Write, ct)) return [];
        await work.Desk.Database.ExecuteSqlAsync(
            $"insert into desk.presences (id, draft_id, account_id, since, seen_at) values ({editor}, {draft}, {account}, {now}, {now}) on conflict (id) do update set seen_at = excluded.seen_at", ct);
        await work.Desk.Presences.Where(p => p.SeenAt < now - TimeSpan.FromHours(1)).ExecuteDeleteAsync(ct);
        var there = await (
            from p in work.Desk.Presences
            join a in work.Desk.Accounts on p.AccountId equals a.Id
            where p.DraftId == draft && p.Id != editor && p.SeenAt >= now - Stale
            orderby p.Since
            select new Colleague(a.Id, a.Name, p.Since)).ToListAsync(ct);
        await work.Transaction.CommitAsync(ct);
        return there;
    }

    /// <summary>Says that an editor was closed.</summary>
    public async Task LeaveAsync(Guid editor, CancellationToken ct = default)
    {
        await using var command = desk.CreateCommand("delete from desk.presences where id = $1");
        command.Parameters.AddWithValue(editor);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Somebody else who has the draft open.</summary>
/// <param name="Account">Who; the same account in another window too.</param>
/// <param name="Name">Name.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record Colleague(Guid Account, string Name, DateTimeOffset Since);
