using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What admins do with topics. Every deed asks the database for the admin's right, leaves an audit line in its own transaction, and is announced to every node as a publication is.</summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class TopicKeeping(NpgsqlDataSource desk, TimeProvider time)
{
    private const long Lock = 0x4E54_544F_5049;

    /// <summary>All topics in their order, as the database has them now, with the number of published records of each.</summary>
    public async Task<IReadOnlyList<(Topic Topic, int Records)>> ListAsync(CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        var counts = await work.Record.Records.SelectMany(r => r.Topics).GroupBy(t => t).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. (await work.Record.Topics.AsNoTracking().OrderBy(t => t.Ordinal).ThenBy(t => t.Key).ToListAsync(ct)).Select(t => (t, counts.GetValueOrDefault(t.Key)))];
    }

    /// <summary>Adds a topic, after those there are.</summary>
    /// <returns>What came of it; empty when the account may not.</returns>
    public Task<TopicOutcome?> AddAsync(Guid account, string? key, string? label, CancellationToken ct = default) => DoAsync(account, key, AuditAction.TopicAdded, async work =>
    {
        if (!Faults.IsSlug(key)) return ($"The key is made of lower-case letters a to z, digits and single hyphens, at most {RecordDocument.MaxSlug} characters.", null);
        if (await LabelFaultAsync(work, key, label, ct) is { } wrong) return (wrong, null);
        if (await work.Record.Topics.AnyAsync(t => t.Key == key, ct)) return ($"There is a topic '{key}' already.", null);
        work.Record.Add(new Topic(key, label!.Trim(), Ordinal: 1 + (await work.Record.Topics.MaxAsync(t => (int?)t.Ordinal, ct) ?? 0)));
        await work.Record.SaveChangesAsync(ct);
        return (null, label.Trim());
    }, ct);

    /// <summary>Says a topic in other words; its key stays.</summary>
    /// <returns>What came of it; empty when the account may not.</returns>
    public Task<TopicOutcome?> RenameAsync(Guid account, string key, string? label, CancellationToken ct = default) => DoAsync(account, key, AuditAction.TopicRenamed, async work =>
    {
        if (await LabelFaultAsync(work, key, label, ct) is { } wrong) return (wrong, null);
        return await work.Record.Topics.Where(t => t.Key == key && t.Label != label!.Trim()).ExecuteUpdateAsync(set => set.SetProperty(t => t.Label, label!.Trim()), ct) == 1
            ? (null, label!.Trim()) : ("Nothing was changed: the topic is called that.", null);
    }, ct);

    /// <summary>Retires a topic, so that it is offered no more, or offers it again. Records that have it keep it and can go on being amended.</summary>
    /// <returns>What came of it; empty when the account may not.</returns>
    public Task<TopicOutcome?> OfferAsync(Guid account, string key, bool offered, CancellationToken ct = default) => DoAsync(account, key, offered ? AuditAction.TopicOffered : AuditAction.TopicRetired, async work =>
    {
        DateTimeOffset? at = offered ? null : PublishWork.Now(time);
        return await work.Record.Topics.Where(t => t.Key == key && (t.RetiredAt == null) != offered).ExecuteUpdateAsync(set => set.SetProperty(t => t.RetiredAt, at), ct) == 1
            ? (null, null) : ("Nothing was changed: somebody was faster.", null);
    }, ct);

    private async Task<TopicOutcome?> DoAsync(Guid account, string? key, AuditAction action, Func<PublishWork, Task<(string? Fault, string? Detail)>> deed, CancellationToken ct)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.KeepTopics, ct)) return null;
        // One at a time, so that two admins can't give two topics the same words.
        await work.Desk.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        var (fault, detail) = await deed(work);
        if (fault is not null) return new TopicOutcome(fault);
        work.Desk.Add(new AuditLine { At = PublishWork.Now(time), Actor = DeskAudit.Actor(account), Action = action, Subject = $"topic {key}", Detail = detail });
        await work.Desk.SaveChangesAsync(ct);
        await work.Record.Database.ExecuteSqlAsync($"select pg_notify({Publisher.Channel}, {$"topics/{key}"})", ct);
        await work.Transaction.CommitAsync(ct);
        return new TopicOutcome(Fault: null);
    }

    private static async Task<string?> LabelFaultAsync(PublishWork work, string key, string? label, CancellationToken ct)
    {
        if (label?.Trim() is not { Length: > 0 and <= Topic.MaxLabel } said || said.Any(char.IsControl)) return $"Give the topic a label of at most {Topic.MaxLabel} characters.";
        var others = await work.Record.Topics.Where(t => t.Key != key).Select(t => new { t.Key, t.Label }).ToListAsync(ct);
        return others.Find(t => string.Equals(t.Label, said, StringComparison.OrdinalIgnoreCase))?.Key is not { } taken ? null : $"The topic '{taken}' is called that already.";
    }
}

/// <summary>What came of a deed on a topic.</summary>
/// <param name="Fault">Why nothing was changed, in a sentence; empty when it is done.</param>
public sealed record TopicOutcome(string? Fault);
