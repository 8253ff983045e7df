using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// From draft to public: submitted, taken back, returned, approved, published now or at a time. Two people are needed: nobody who wrote on a draft
/// may approve it. Several drafts that belong together go as one act, all or none.
/// </summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="publisher">The publishing pipeline.</param>
/// <param name="time">Clock.</param>
public sealed class Reviews(NpgsqlDataSource desk, Publisher publisher, TimeProvider time)
{
    /// <summary>The most drafts that go in one act.</summary>
    public const int MaxTogether = 50;

    /// <summary>The most characters of a comment or reason.</summary>
    public const int MaxComment = 2_000;

    /// <summary>Every reason why a draft can't be submitted now, alone or with the others that it names.</summary>
    public async Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken ct = default)
    {
        var kind = Kinds.Get(draft.Kind);
        var (document, faults) = DocumentReader.Check(kind, JsonNode.Parse(draft.Document)!.AsObject());
        if (document is null) return faults;
        await using var work = await PublishWork.BeginAsync(desk, ct);
        return [.. faults, .. await OpenReferencesAsync(work, [(draft, document)], ct).Select(f => new Fault(f.Field, f.Reason)).ToListAsync(ct)];
    }

    /// <summary>Hands drafts to review: each must be fit to be published, and each gives a revision.</summary>
    public async Task<DeskOutcome> SubmitAsync(Guid account, IReadOnlyList<Guid> ids, string? comment, CancellationToken ct = default)
    {
        if (comment?.Length > MaxComment) comment = comment[..MaxComment];
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Write, ct)) return new DeskOutcome.Denied();
        var (drafts, missing) = await LockedAsync(work, ids, [DraftState.Open, DraftState.Returned], "is not being written", ct);
        if (missing is not null) return missing;
        var faults = new List<DocumentFault>();
        var documents = new List<(Draft Draft, RecordDocument Document)>();
        foreach (var (draft, row) in drafts.Select((d, i) => (d, i)))
        {
            var (document, own) = DocumentReader.Check(Kinds.Get(draft.Kind), JsonNode.Parse(draft.Document)!.AsObject());
            faults.AddRange(own.Select(f => new DocumentFault(row, draft.Kind, draft.Slug ?? "", f.Field, f.Reason)));
            if (document is not null) documents.Add((draft, document));
        }
        faults.AddRange(await OpenReferencesAsync(work, documents, ct).ToListAsync(ct));
        if (faults.Count > 0) return new DeskOutcome.Refused(faults);
        var now = PublishWork.Now(time);
        foreach (var (draft, document) in documents)
        {
            var revision = await Publisher.ChainAsync(work, draft.RecordId, draft.Kind, RevisionAction.Submit, DocumentJson.Write(document), DeskAudit.Actor(account), comment, now, ct);
            draft.State = DraftState.InReview;
            (draft.SubmittedBy, draft.SubmittedAt, draft.Comment) = (account, now, comment);
            (draft.ReviewedBy, draft.ReviewedAt, draft.PublishAt) = (null, null, null);
            if (draft.Authors.Length == 0) draft.Authors = [account];
            work.Desk.Add(DeskAudit.Line(draft, account, AuditAction.Submitted, now, revision.Number));
        }
        return await Drafts.CommitAsync(work, drafts[0], ct);
    }

    /// <summary>Takes a draft back from review, or from waiting for its time.</summary>
    public async Task<DeskOutcome> WithdrawAsync(Guid account, Guid id, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (await work.RoleAsync(account, ct) is not { } role || !role.May(Deed.Write)) return new DeskOutcome.Denied();
        var (drafts, missing) = await LockedAsync(work, [id], [DraftState.InReview, DraftState.Scheduled], "is not in review", ct);
        if (missing is not null) return missing;
        var draft = drafts[0];
        if (!draft.Authors.Contains(account) && !role.May(Deed.Review)) return DeskOutcome.Refused.Because(draft, "Only who wrote on it, or a reviewer, can take it back.");
        draft.State = DraftState.Open;
        draft.PublishAt = null;
        work.Desk.Add(DeskAudit.Line(draft, account, AuditAction.Withdrawn, PublishWork.Now(time)));
        return await Drafts.CommitAsync(work, draft, ct);
    }

    /// <summary>Gives a draft back to its authors, with comments on the whole and on fields.</summary>
    public async Task<DeskOutcome> ReturnAsync(Guid account, Guid id, string comment, IReadOnlyList<(string Field, string Text)> comments, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Review, ct)) return new DeskOutcome.Denied();
        var (drafts, missing) = await LockedAsync(work, [id], [DraftState.InReview], "is not in review", ct);
        if (missing is not null) return missing;
        var draft = drafts[0];
        if (string.IsNullOrWhiteSpace(comment) && comments.Count == 0) return DeskOutcome.Refused.Because(draft, "Say why it is returned: a comment on the whole or on a field.", "comment");
        if (comment.Length > MaxComment || comments.Any(c => c.Text.Length > ReviewComment.MaxText || c.Field.Length > 400)) return DeskOutcome.Refused.Because(draft, $"A comment has at most {MaxComment} characters.", "comment");
        GiveBack(work, draft, account, comment, PublishWork.Now(time));
        work.Desk.AddRange(comments.Select(c => new ReviewComment { DraftId = id, Field = c.Field, Text = c.Text, Author = account, At = draft.ReviewedAt!.Value }));
        return await Drafts.CommitAsync(work, draft, ct);
    }

    /// <summary>Publishes drafts that belong together, now or at a time: all or none.</summary>
    /// <param name="account">The reviewer; nobody who wrote on any of them.</param>
    /// <param name="seen">The drafts, as the reviewer saw them: what was changed since is not approved unread.</param>
    /// <param name="at">When they are to be public, UTC; empty or past for now.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DeskOutcome> ApproveAsync(Guid account, IReadOnlyList<SeenDraft> seen, DateTimeOffset? at = null, CancellationToken ct = default)
    {
        await using var work = await publisher.BeginAsync(ct);
        if (!await work.MayAsync(account, Deed.Review, ct)) return new DeskOutcome.Denied();
        var (drafts, missing) = await LockedAsync(work, [.. seen.Select(s => s.Id)], [DraftState.InReview], "is not in review", ct);
        if (missing is not null) return missing;
        if (drafts.FirstOrDefault(d => !seen.Contains(new SeenDraft(d.Id, d.Stamp))) is { } other) return DeskOutcome.Refused.Because(other, $"'{other.Title}' was changed or submitted anew after you opened this page: read it again, then decide.");
        if (drafts.FirstOrDefault(d => d.Authors.Contains(account)) is { } own) return DeskOutcome.Refused.Because(own, "You wrote on this draft yourself: somebody else has to approve it.");
        var now = PublishWork.Now(time);
        var later = at > now;
        if (await PublishAsync(work, drafts, account, dryRun: later, ct) is { } refused) return refused;
        foreach (var draft in drafts)
        {
            draft.State = later ? DraftState.Scheduled : DraftState.Published;
            (draft.ReviewedBy, draft.ReviewedAt, draft.PublishAt, draft.ReviewComment) = (account, now, later ? at : null, null);
            work.Desk.Add(DeskAudit.Line(draft, account, AuditAction.Approved, now, detail: later ? $"to be published at {at:u}" : null));
        }
        return await Drafts.CommitAsync(work, drafts[0], ct);
    }

    /// <summary>Publishes what is due; what can't be published any more goes back to its authors with the reason.</summary>
    /// <returns>Number of drafts that were published.</returns>
    public async Task<int> PublishDueAsync(CancellationToken ct = default)
    {
        var now = PublishWork.Now(time);
        await using var work = await publisher.BeginAsync(ct);
        var due = await work.Desk.Drafts.FromSql($"select * from desk.drafts where state = 'Scheduled' and publish_at <= {now} order by publish_at, id for update").ToListAsync(ct);
        var published = 0;
        foreach (var act in due.GroupBy(d => (d.ReviewedBy, d.ReviewedAt)))
        {
            var drafts = act.ToList();
            var reviewer = act.Key.ReviewedBy!.Value;
            var refused = await work.MayAsync(reviewer, Deed.Review, ct) ? await PublishAsync(work, drafts, reviewer, dryRun: false, ct) : DeskOutcome.Refused.Because(drafts[0], "The reviewer who approved it may not publish any more.");
            foreach (var draft in drafts)
            {
                if (refused is null) draft.State = DraftState.Published;
                else GiveBack(work, draft, reviewer, $"It could not be published at its time: {refused.Faults[0].Reason}", now, "by the program at its time");
            }
            published += refused is null ? drafts.Count : 0;
        }
        await work.Desk.SaveChangesAsync(ct);
        await work.Transaction.CommitAsync(ct);
        return published;
    }

    /// <summary>Takes a published record back, with a reason for readers.</summary>
    public async Task<DeskOutcome> RetractAsync(Guid account, string kind, string slug, string reason, CancellationToken ct = default)
    {
        await using var work = await publisher.BeginAsync(ct);
        if (!await work.MayAsync(account, Deed.Retract, ct)) return new DeskOutcome.Denied();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > MaxComment) return new DeskOutcome.Refused([new DocumentFault(0, kind, slug, "reason", $"Say why, for readers, in at most {MaxComment} characters.")]);
        if (!await publisher.RetractAsync(work, kind, slug, reason.Trim(), DeskAudit.Actor(account), ct)) return new DeskOutcome.Missing();
        await work.Transaction.CommitAsync(ct);
        return new DeskOutcome.Done(new Draft { Kind = kind, Slug = slug, Title = slug, Document = "{}", State = DraftState.Published });
    }

    private async Task<DeskOutcome.Refused?> PublishAsync(PublishWork work, List<Draft> drafts, Guid account, bool dryRun, CancellationToken ct)
    {
        var items = new List<PublishItem>();
        foreach (var draft in drafts)
        {
            var (document, faults) = DocumentReader.Check(Kinds.Get(draft.Kind), JsonNode.Parse(draft.Document)!.AsObject());
            if (document is null || faults.Count > 0) return new DeskOutcome.Refused([.. faults.Select(f => new DocumentFault(items.Count, draft.Kind, draft.Slug ?? "", f.Field, f.Reason))]);
            items.Add(new PublishItem(document, DeskAudit.Actor(draft.SubmittedBy ?? draft.SavedBy), draft.Comment) { RecordId = draft.RecordId, BaseRevision = draft.BaseRevision, Approver = DeskAudit.Actor(account) });
        }
        return await publisher.PublishAsync(work, items, dryRun, ct) is PublishOutcome.Refused refused ? new DeskOutcome.Refused(refused.Faults) : null;
    }

    private static void GiveBack(PublishWork work, Draft draft, Guid account, string comment, DateTimeOffset now, string? detail = null)
    {
        draft.State = DraftState.Returned;
        (draft.ReviewedBy, draft.ReviewedAt, draft.ReviewComment, draft.PublishAt) = (account, now, comment, null);
        work.Desk.Add(DeskAudit.Line(draft, account, AuditAction.Returned, now, detail: detail));
    }

    // Locked in the order of their ids, so that two acts never wait for each other in a ring.
    private static async Task<(List<Draft> Drafts, DeskOutcome? Missing)> LockedAsync(PublishWork work, IReadOnlyList<Guid> ids, DraftState[] states, string otherwise, CancellationToken ct)
    {
        if (ids.Count is 0 or > MaxTogether) return ([], new DeskOutcome.Missing());
        var wanted = ids.Distinct().ToArray();
        var drafts = await work.Desk.Drafts.FromSql($"select * from desk.drafts where id = any({wanted}) order by id for update").ToListAsync(ct);
        if (drafts.Count < wanted.Length) return ([], new DeskOutcome.Missing());
        return drafts.FirstOrDefault(d => !states.Contains(d.State)) is { } other ? ([], DeskOutcome.Refused.Because(other, $"'{other.Title}' {otherwise}.")) : (drafts, null);
    }

    // A reference must lead to a published record or to a draft on its way; what is not public yet must go with it when it is approved.
    private static async IAsyncEnumerable<DocumentFault> OpenReferencesAsync(PublishWork work, List<(Draft Draft, RecordDocument Document)> documents, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var register = await SlugRegister.LoadAsync(work.Record, [.. documents.Select(d => new PublishItem(d.Document, "", null) { RecordId = d.Draft.RecordId })], ct);
        foreach (var ((draft, document), row) in documents.Select((d, i) => (d, i)))
        {
            var faults = Kinds.Get(draft.Kind).References(document).Select(r => (Reference: r, Fault: register.Fault(r))).Where(f => f.Fault is not null).ToList();
            var slugs = faults.Select(f => f.Reference.Slug).ToArray();
            var drafted = (await work.Desk.Drafts.Where(d => slugs.Contains(d.Slug) && d.State != DraftState.Published && d.State != DraftState.Discarded).Select(d => new { d.Kind, d.Slug }).ToListAsync(ct)).Select(d => (d.Kind, d.Slug)).ToHashSet();
            foreach (var fault in faults.Where(f => !drafted.Contains((f.Reference.Kind, f.Reference.Slug))).Select(f => f.Fault!).Concat(register.SlugFaults(document)))
                yield return new DocumentFault(row, draft.Kind, draft.Slug ?? "", fault.Field, fault.Reason);
        }
    }
}
