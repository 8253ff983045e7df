using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;
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
        var shown = new Draft { RecordId = recordId, Kind = revision.Kind, Slug = await SlugAsync(work, recordId, ct), Title = revision.Kind, Document = "{}", State = DraftState.Published };
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
        var closed = drafts.Where(d => d.State == DraftState.Published || d.State == DraftState.Discarded);
        await work.Desk.ReviewComments.Where(c => closed.Any(d => d.Id == c.DraftId)).ExecuteDeleteAsync(ct);
        await closed.ExecuteUpdateAsync(set => set.SetProperty(d => d.Document, "{}").SetProperty(d => d.Title, "Redacted").SetProperty(d => d.Slug, (string?)null)
            .SetProperty(d => d.Comment, (string?)null).SetProperty(d => d.ReviewComment, (string?)null), ct);
        await TombstoneAsync(work, recordId, revision, ct);
        // No publication, but pages that show the past are to be made anew, on every node.
        await work.Desk.Database.ExecuteSqlAsync($"select pg_notify({Publisher.Channel}, {$"{shown.Kind}/{shown.Slug}"})", ct);
        work.Desk.Add(DeskAudit.Line(shown, account, AuditAction.Redacted, now, number, reason));
        return await Drafts.CommitAsync(work, shown, ct);
    }

    private static async Task<string?> SlugAsync(PublishWork work, Guid recordId, CancellationToken ct) =>
        await work.Record.Records.Where(r => r.Id == recordId).Select(r => r.Slug).SingleOrDefaultAsync(ct)
        ?? await work.Desk.Drafts.Where(d => d.RecordId == recordId && d.Slug != null).OrderByDescending(d => d.Id).Select(d => d.Slug).FirstOrDefaultAsync(ct);

    // What a retracted record was called, and words that only the redacted text had, go too; the address stays, because ids are for ever.
    private static async Task TombstoneAsync(PublishWork work, Guid recordId, Revision revision, CancellationToken ct)
    {
        var kind = Kinds.Get(revision.Kind);
        var document = kind.Read(revision.Document!);
        var title = document.Title;
        await work.Record.Records.Where(r => r.Id == recordId && r.RetractedAt != null && r.Title == title)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Title, "Redacted").SetProperty(r => r.ShortTitle, (string?)null).SetProperty(r => r.Summary, (string?)null).SetProperty(r => r.Place, (string?)null), ct);
        await SearchWord.TakeAsync((NpgsqlConnection)work.Record.Database.GetDbConnection(), kind.Names(document).Select(n => n.Value).Prepend(title), ct);
    }

    private static bool Says(Draft draft, Revision revision) =>
        DocumentReader.Read(Kinds.Get(draft.Kind), JsonNode.Parse(draft.Document)!.AsObject()) is ({ } document, { Count: 0 }) && CanonicalJson.Hash(DocumentJson.Write(document)) == CanonicalJson.Hash(revision.Document!);
}
