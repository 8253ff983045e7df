using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Home;

/// <summary>Reads the process at a glance.</summary>
public sealed class HomeReader(IDbContextFactory<RecordContext> contexts, TimeProvider time)
{
    private const int Shown = 5;

    /// <summary>Reads it, as it stands today.</summary>
    public async Task<HomeGlance> ReadAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var talks = context.Records.Where(r => r.Kind == "talks" && r.Document != null && r.FirstDay != null);
        var held = await talks.Where(r => r.Status == "Held" && r.FirstDay <= today).OrderByDescending(r => r.FirstDay).ThenByDescending(r => r.Id).Take(Shown).ToListAsync(ct);
        var coming = await talks.Where(r => r.LastDay >= today && (r.Status == "Scheduled" || r.Status == "Proposed" || r.Status == "Postponed")).OrderBy(r => r.FirstDay).ThenBy(r => r.Id).Take(Shown).ToListAsync(ct);
        var delegations = await context.Records.Where(r => r.Kind == "delegations" && r.Document != null).OrderByDescending(r => r.FirstDay != null).ThenByDescending(r => r.FirstDay).ThenBy(r => r.Id).Take(Shown).ToListAsync(ct);
        var commitments = await context.Records.Where(r => r.Kind == "commitments" && r.Document != null).ToListAsync(ct);
        var exchanges = await context.Records.Where(r => r.Kind == "exchanges" && r.Document != null).OrderByDescending(r => r.FirstDay).ThenBy(r => r.Id).ToListAsync(ct);
        var newest = await context.Records.Where(r => r.Document != null && r.Kind != "sources").OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.FirstDay).ThenBy(r => r.Id).Take(Shown).ToListAsync(ct);
        var counts = await context.Records.Where(r => r.Document != null).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var disputed = await context.Records.CountAsync(r => r.Document != null && r.Disputed, ct);
        var parties = held.Concat(coming).Concat(exchanges).SelectMany(r => r.Parties).Distinct().Select(p => new Reference("parties", p, "party", ""));
        return new HomeGlance(
            held, coming, delegations, [.. commitments.Select(r => Stand(r, today)).OrderBy(c => c.Rank).ThenByDescending(c => c.Row.FirstDay)],
            exchanges, newest, counts, disputed, await RecordNames.LoadAsync(context, parties, ct), today);
    }

    private static CommitmentStand Stand(Record row, DateOnly today)
    {
        var document = (CommitmentDocument)Kinds.Get("commitments").Read(row.Document!);
        return new CommitmentStand(row, document, CommitmentStates.On(document, today));
    }
}

/// <summary>The process at a glance.</summary>
public sealed record HomeGlance(
    IReadOnlyList<Record> Held, IReadOnlyList<Record> Coming, IReadOnlyList<Record> Delegations, IReadOnlyList<CommitmentStand> Commitments,
    IReadOnlyList<Record> Exchanges, IReadOnlyList<Record> Newest, IReadOnlyDictionary<string, int> Counts, int Disputed, RecordNames Names, DateOnly Today)
{
    /// <summary>The document of an exchange.</summary>
    public static ExchangeDocument Exchange(Record row) => (ExchangeDocument)Kinds.Get("exchanges").Read(row.Document!);
}

/// <summary>Where a commitment stands today.</summary>
public sealed record CommitmentStand(Record Row, CommitmentDocument Document, CommitmentState State)
{
    /// <summary>What needs looking at comes first.</summary>
    public int Rank => State switch { CommitmentState.Overdue => 0, CommitmentState.Due => 1, CommitmentState.Open => 2, CommitmentState.Broken => 3, CommitmentState.KeptLate => 4, _ => 5 };
}
