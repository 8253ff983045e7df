using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Takes the content of a revision away for good (a name that must not stand, a text that may not be kept) and leaves a tombstone in the chain.
/// Everything that held the same text goes with it: its submission, its publication, its past timeline entries, the states kept aside.
/// </summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class Redactions(NpgsqlDataSource desk, TimeProvider time)
{
    /// <summary>Redacts a revision that is not public now.</summary>
    /// <param name="account">An admin.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="number">Number of the revision.</param>
    /// <param name="reason">Why; it is kept.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DeskOutcome> RedactAsync(Guid account, Guid recordId, int number, string reason, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        await Publisher.LockAsync(work, ct);
        if (!await work.MayAsync(account, Deed.Redact, ct)) return new DeskOutcome.Denied();
        var revision = await work.Desk.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.RecordId == recordId && r.Number == number, ct);
        if (revision is null) return new DeskOutcome.Missing();
        var shown = new Draft { RecordId = recordId, Kind = revision.Kind, Title = revision.Kind, Document = "{}", State = DraftState.Published };
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Reviews.MaxComment) return DeskOutcome.Refused.Because(shown, "Say why, for the record.", "reason");
        if (revision.RedactedAt is not null || revision.Document is null) return DeskOutcome.Refused.Because(shown, "There is no content in this revision to redact.");
        if (await work.Record.Records.AnyAsync(r => r.Id == recordId && r.RetractedAt == null && r.Document == revision.Document, ct))
            return DeskOutcome.Refused.Because(shown, "This text is public now: amend or retract the record first.");
        var open = await work.Desk.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.RecordId == recordId && d.State != DraftState.Published && d.State != DraftState.Discarded, ct);
        if (open is not null && Says(open, revision)) return DeskOutcome.Refused.Because(shown, "An open draft holds this text: change or discard it first.");

        var now = PublishWork.Now(time);
        var numbers = await work.Desk.Revisions.Where(r => r.RecordId == recordId && r.Document == revision.Document).Select(r => r.Number).ToListAsync(ct);
        foreach (var same in numbers) await work.Desk.Database.ExecuteSqlAsync($"select desk.redact_revision({recordId}, {same}, {reason})", ct);
        var periods = work.Record.Publications.Where(p => p.RecordId == recordId && numbers.Contains(p.Revision));
        await work.Record.Timeline.Where(e => e.RecordId == recordId && periods.Any(p => p.From == e.From)).ExecuteDeleteAsync(ct);
        await periods.ExecuteUpdateAsync(set => set.SetProperty(p => p.Document, (string?)null).SetProperty(p => p.Comment, (string?)null).SetProperty(p => p.RedactedAt, now), ct);
        var drafts = work.Desk.Drafts.Where(d => d.RecordId == recordId);
        await work.Desk.DraftSaves.Where(s => drafts.Any(d => d.Id == s.DraftId)).ExecuteDeleteAsync(ct);
        await drafts.Where(d => d.State == DraftState.Published || d.State == DraftState.Discarded).ExecuteUpdateAsync(set => set.SetProperty(d => d.Document, "{}").SetProperty(d => d.Title, "Redacted").SetProperty(d => d.Comment, (string?)null), ct);
        work.Desk.Add(DeskAudit.Line(shown, account, AuditAction.Redacted, now, number, reason));
        return await Drafts.CommitAsync(work, shown, ct);
    }

    private static bool Says(Draft draft, Revision revision) =>
        DocumentReader.Read(Kinds.Get(draft.Kind), JsonNode.Parse(draft.Document)!.AsObject()) is ({ } document, { Count: 0 }) && CanonicalJson.Hash(DocumentJson.Write(document)) == CanonicalJson.Hash(revision.Document!);
}
