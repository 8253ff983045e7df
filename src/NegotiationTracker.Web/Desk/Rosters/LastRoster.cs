using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>Finds whom a party sent to the round before, so that a roster is amended instead of typed again.</summary>
internal sealed class LastRosters(IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desk, RosterMatching matching, Func<Task<bool>> seesDrafts)
{
    /// <summary>The party's latest delegation to talks before a day, published or a draft; null where there is none with members.</summary>
    /// <param name="party">Slug of the party.</param>
    /// <param name="before">First day of the talks at hand; null takes the latest of all.</param>
    /// <param name="except">Slug of the delegation at hand.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<LastRoster?> FindAsync(string party, DateOnly? before, string except, CancellationToken ct = default)
    {
        if (party.Length == 0) return null;
        LastRoster? last = null;
        foreach (var (delegation, isDraft) in await OfAsync(party, ct))
        {
            if (delegation.Slug == except || await matching.DayOfAsync(delegation.Talks, ct) is not { } day || day >= before || day <= last?.Day) continue;
            var members = AtItsEnd(delegation);
            if (members.Count > 0) last = new LastRoster(delegation.Slug, delegation.Title, day, isDraft, members);
        }
        return last;
    }

    /// <summary>Those who were on it when all amendments had taken effect.</summary>
    public static IReadOnlyList<Member> AtItsEnd(DelegationDocument delegation) => [.. Roster.On(delegation, DateOnly.MaxValue).Where(m => m.Presence != Data.Delegations.Presence.Replaced)];

    private async Task<List<(DelegationDocument Delegation, bool IsDraft)>> OfAsync(string party, CancellationToken ct)
    {
        var kind = Kinds.Get("delegations");
        await using var record = await records.CreateDbContextAsync(ct);
        var published = await record.Records.Where(r => r.Kind == "delegations" && r.Document != null && r.Parties.Contains(party)).Select(r => r.Document!).ToListAsync(ct);
        // For as long as the editor may: an open one outlives the right to it by some seconds.
        await using var desks = await desk.CreateDbContextAsync(ct);
        var drafts = !await seesDrafts() ? [] : await desks.Drafts.Where(d => d.Kind == "delegations" && d.BaseRevision == null && d.State != DraftState.Published && d.State != DraftState.Discarded).Select(d => d.Document).ToListAsync(ct);
        // A draft may lack anything: what can't be read yet stands in with what can.
        var typed = drafts.Select(d => DocumentReader.Read(kind, (JsonObject)JsonNode.Parse(d)!).Document as DelegationDocument).OfType<DelegationDocument>();
        return [.. published.Select(p => (Delegation: (DelegationDocument)kind.Read(p), false)).Concat(typed.Select(d => (Delegation: d, true))).Where(d => d.Delegation.Party == party)];
    }
}

/// <summary>The roster of the round before.</summary>
/// <param name="Slug">Slug of the delegation.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">First day of its talks.</param>
/// <param name="IsDraft">Whether it is not published yet.</param>
/// <param name="Members">Who was on it at its end.</param>
internal sealed record LastRoster(string Slug, string Title, DateOnly Day, bool IsDraft, IReadOnlyList<Member> Members);
