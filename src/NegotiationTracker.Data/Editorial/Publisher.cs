using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Makes documents public: checks them, appends a revision each, applies them to the published tables, recomputes timeline and search
/// entries and writes the audit lines, in one transaction. Killed at any point, the record and all that is computed from it agree.
/// </summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class Publisher(NpgsqlDataSource desk, TimeProvider time)
{
    /// <summary>Channel on which a publication is announced, with <c>kind/slug</c> as payload.</summary>
    public const string Channel = "record_published";

    private const long PublishLock = 0x4E54_5055_424C;

    /// <summary>Publishes all of them or none. A document that says what is public already changes nothing.</summary>
    /// <param name="documents">Documents; they may refer to each other.</param>
    /// <param name="author">Who publishes.</param>
    /// <param name="comment">Why, for the history.</param>
    /// <param name="dryRun">Whether to check everything and write nothing.</param>
    /// <param name="ct">Stops it; nothing is published then.</param>
    public async Task<PublishOutcome> PublishAsync(IReadOnlyList<RecordDocument> documents, string author, string? comment, bool dryRun = false, CancellationToken ct = default)
    {
        await using var work = await BeginAsync(ct);
        var outcome = await PublishAsync(work, [.. documents.Select(d => new PublishItem(d, author, comment))], dryRun, ct);
        if (outcome is PublishOutcome.Published && !dryRun) await work.Transaction.CommitAsync(ct);
        return outcome;
    }

    /// <summary>Does the same within a transaction of the caller's, who has taken <see cref="LockAsync"/> and commits.</summary>
    internal async Task<PublishOutcome> PublishAsync(PublishWork work, IReadOnlyList<PublishItem> items, bool dryRun, CancellationToken ct)
    {
        var register = await SlugRegister.LoadAsync(work.Record, items, ct);
        var faults = items.SelectMany((item, row) => Check(item.Document, row, register)).ToList();
        if (faults.Count > 0) return new PublishOutcome.Refused(faults);

        var (changes, stale) = await ChangesAsync(work, register, items, ct);
        if (stale.Count > 0) return new PublishOutcome.Refused(stale);
        var published = new PublishOutcome.Published(changes.Count(c => c.Record is null), changes.Count(c => c.Record is not null), items.Count - changes.Count);
        if (!dryRun && changes.Count > 0) await ApplyAsync(work, register, changes, ct);
        return published;
    }

    /// <summary>Publications are rare and small; one at a time keeps the order of changes plain and every check against the record true.</summary>
    internal static Task LockAsync(PublishWork work, CancellationToken ct) => work.Record.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({PublishLock})", ct);

    /// <summary>Appends a revision to the chain of a record.</summary>
    internal static async Task<Revision> ChainAsync(PublishWork work, Guid recordId, string kind, RevisionAction action, string? document, string author, string? comment, DateTimeOffset now, CancellationToken ct)
    {
        var head = await work.Desk.Revisions.Where(r => r.RecordId == recordId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        var revision = Chain(head, recordId, kind, action, document, author, comment, now);
        work.Desk.Add(revision);
        return revision;
    }

    /// <summary>Takes a record back: readers get its tombstone, the revisions stay at the desk.</summary>
    /// <returns>Whether there was such a public record.</returns>
    public async Task<bool> RetractAsync(string kind, string slug, string reason, string author, CancellationToken ct = default)
    {
        await using var work = await BeginAsync(ct);
        if (!await RetractAsync(work, kind, slug, reason, author, ct)) return false;
        await work.Transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Does the same within a transaction of the caller's, who has taken <see cref="LockAsync"/> and commits.</summary>
    internal async Task<bool> RetractAsync(PublishWork work, string kind, string slug, string reason, string author, CancellationToken ct)
    {
        var record = await work.Record.Records.SingleOrDefaultAsync(r => r.Kind == kind && r.Slug == slug && r.RetractedAt == null, ct);
        if (record is null) return false;
        var now = await NowAsync(work, ct);
        var revision = await ChainAsync(work, record.Id, record.Kind, RevisionAction.Retract, document: null, author, reason, now, ct);
        record.Revision = revision.Number;
        record.ChangedAt = now;
        record.RetractedAt = now;
        record.RetractionReason = reason;
        record.Document = null;
        await Projection.ClearAsync(work.Record, [record.Id], now, ct);
        work.Record.Add(new Publication { RecordId = record.Id, Revision = revision.Number, From = now, Comment = reason, Hash = revision.Hash });
        work.Desk.Add(Audit(revision, record, AuditAction.Retracted, author));
        await SaveAsync(work, [record], ct);
        return true;
    }

    private static IEnumerable<DocumentFault> Check(RecordDocument document, int row, SlugRegister register)
    {
        var kind = Kinds.Get(document.Kind);
        var own = kind.Check(document);
        var faults = own.Count > 0 ? own : [.. kind.References(document).Select(register.Fault).OfType<Fault>().Distinct()];
        return faults.Concat(register.SlugFaults(document)).Select(f => new DocumentFault(row, document.Kind, document.Slug, f.Field, f.Reason));
    }

    private async Task<(List<Change> Changes, List<DocumentFault> Stale)> ChangesAsync(PublishWork work, SlugRegister register, IReadOnlyList<PublishItem> items, CancellationToken ct)
    {
        var now = await NowAsync(work, ct);
        var ids = items.Select(i => register.IdOf(i.Document)).ToList();
        var records = await work.Record.Records.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var heads = await work.Desk.Revisions.Where(r => ids.Contains(r.RecordId)).GroupBy(r => r.RecordId)
            .Select(g => g.OrderByDescending(r => r.Number).First()).ToDictionaryAsync(r => r.RecordId, ct);
        var changes = new List<Change>();
        var stale = new List<DocumentFault>();
        foreach (var (item, row) in items.Select((item, row) => (item, row)))
        {
            var document = item.Document;
            var json = DocumentJson.Write(document);
            var hash = CanonicalJson.Hash(json);
            var id = ids[row];
            var record = records.GetValueOrDefault(id);
            if (record is { RetractedAt: null } && record.ContentHash == hash) continue;
            if (item.RecordId is not null && record?.Revision != item.BaseRevision)
                stale.Add(new DocumentFault(row, document.Kind, document.Slug, "", $"The published record changed while this was written (it began from revision {item.BaseRevision}, and revision {record?.Revision} is public now): open it and merge."));
            var revision = Chain(heads.GetValueOrDefault(id), id, document.Kind, RevisionAction.Save, json, item.Author, item.Comment, now);
            changes.Add(new Change(document, json, hash, record, revision, item.Approver ?? item.Author));
        }
        return (changes, stale);
    }

    private static async Task ApplyAsync(PublishWork work, SlugRegister register, List<Change> changes, CancellationToken ct)
    {
        work.Record.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = changes[0].Revision.SavedAt;
        await Projection.ClearAsync(work.Record, [.. changes.Where(c => c.Record is not null).Select(c => c.Revision.RecordId)], now, ct);
        var records = new List<Record>();
        foreach (var change in changes)
        {
            var before = change.Record?.Revision;
            var (record, rows) = Projection.Of(change.Record, change.Revision, change.Document, change.Json, change.Hash, register);
            if (change.Record is null) work.Record.Add(record);
            records.Add(record);
            work.Record.AddRange(rows);
            work.Desk.Add(change.Revision);
            work.Desk.Add(Audit(change.Revision, record, change.Record is null ? AuditAction.Published : AuditAction.Amended, change.Publisher, before));
        }
        work.Record.ChangeTracker.DetectChanges();
        await SaveAsync(work, records, ct);
    }

    private static async Task SaveAsync(PublishWork work, List<Record> records, CancellationToken ct)
    {
        await work.Record.SaveChangesAsync(ct);
        await work.Desk.SaveChangesAsync(ct);
        var connection = (NpgsqlConnection)work.Record.Database.GetDbConnection();
        var ids = records.Select(r => r.Id).ToArray();
        await TimelineCounting.ApplyAsync(connection, ids, records[0].ChangedAt, ct);
        await SearchWord.AddAsync(connection, ids, ct);
        // Beyond a handful, one notice that says "many" is cheaper for every listener than a notice each.
        var notices = records.Count > 20 ? ["*"] : records.Select(r => $"{r.Kind}/{r.Slug}").ToArray();
        await work.Record.Database.ExecuteSqlAsync($"select pg_notify({Channel}, notice) from unnest({notices}) notice", ct);
    }

    /// <summary>The revision that follows <paramref name="parent"/>; who has the canonical document at hand gives it along.</summary>
    internal static Revision Chain(Revision? parent, Guid id, string kind, RevisionAction action, string? document, string author, string? comment, DateTimeOffset now, byte[]? canonical = null)
    {
        var revision = new Revision
        {
            RecordId = id, Number = (parent?.Number ?? 0) + 1, Parent = parent?.Number, Kind = kind, Action = action, Document = document, Author = author,
            SavedAt = now, Comment = comment, ParentHash = parent?.Hash ?? Revision.NoParent, Hash = "",
        };
        revision.Hash = canonical is null ? revision.ComputeHash() : revision.ComputeHash(canonical);
        return revision;
    }

    /// <summary>The audit line of a revision.</summary>
    internal static AuditLine Audit(Revision revision, Record record, AuditAction action, string actor, int? before = null) => new()
    {
        At = revision.SavedAt, Actor = actor, Action = action, Subject = $"{record.Kind}/{record.Slug}", RecordId = record.Id,
        // The comment stands in the revision, from which it can be redacted; an audit line is for ever.
        Revision = revision.Number, Detail = action == AuditAction.Retracted ? revision.Comment : DeskAudit.From(before),
    };

    /// <summary>The moment of a publication.</summary>
    // Later than every publication before, whatever this machine's clock says: "everything after that moment" must mean everything that was
    // committed after it, for readers who ask what they missed and for the day a record is asked for as known on.
    internal async Task<DateTimeOffset> NowAsync(PublishWork work, CancellationToken ct)
    {
        var now = PublishWork.Now(time);
        return await work.Record.Publications.MaxAsync(p => (DateTimeOffset?)p.From, ct) is { } last && last >= now ? last.AddMicroseconds(1) : now;
    }

    /// <summary>A transaction in which nobody else publishes.</summary>
    internal async Task<PublishWork> BeginAsync(CancellationToken ct)
    {
        var work = await PublishWork.BeginAsync(desk, ct);
        await LockAsync(work, ct);
        return work;
    }

    private sealed record Change(RecordDocument Document, string Json, string Hash, Record? Record, Revision Revision, string Publisher);
}
