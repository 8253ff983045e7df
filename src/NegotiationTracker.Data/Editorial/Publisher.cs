using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Records;
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

    // Publications are rare and small; one at a time keeps the order of changes plain and every check against the record true.
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
        var register = await SlugRegister.LoadAsync(work.Record, documents, ct);
        var faults = documents.SelectMany((document, row) => Check(document, row, register)).ToList();
        if (faults.Count > 0) return new PublishOutcome.Refused(faults);

        var changes = await ChangesAsync(work, register, documents, author, comment, ct);
        var published = new PublishOutcome.Published(changes.Count(c => c.Revision.Number == 1), changes.Count(c => c.Revision.Number > 1), documents.Count - changes.Count);
        if (dryRun || changes.Count == 0) return published;
        await ApplyAsync(work, register, changes, ct);
        await work.Transaction.CommitAsync(ct);
        return published;
    }

    /// <summary>Takes a record back: readers get its tombstone, the revisions stay at the desk.</summary>
    /// <returns>Whether there was such a public record.</returns>
    public async Task<bool> RetractAsync(string kind, string slug, string reason, string author, CancellationToken ct = default)
    {
        await using var work = await BeginAsync(ct);
        var record = await work.Record.Records.SingleOrDefaultAsync(r => r.Kind == kind && r.Slug == slug && r.RetractedAt == null, ct);
        if (record is null) return false;
        var now = Now();
        var revision = await NextRevisionAsync(work, record, RevisionAction.Retract, document: null, author, reason, now, ct);
        record.Revision = revision.Number;
        record.ChangedAt = now;
        record.RetractedAt = now;
        record.RetractionReason = reason;
        record.Document = null;
        await Projection.ClearAsync(work.Record, [record.Id], now, ct);
        work.Record.Add(new Publication { RecordId = record.Id, Revision = revision.Number, From = now, Comment = reason, Hash = revision.Hash });
        work.Desk.Add(revision);
        work.Desk.Add(Audit(revision, record, AuditAction.Retracted));
        await SaveAsync(work, [record], ct);
        await work.Transaction.CommitAsync(ct);
        return true;
    }

    private static IEnumerable<DocumentFault> Check(RecordDocument document, int row, SlugRegister register)
    {
        var kind = Kinds.Get(document.Kind);
        var own = kind.Check(document);
        var faults = own.Count > 0 ? own : [.. kind.References(document).Select(register.Fault).OfType<Fault>().Distinct()];
        return faults.Concat(register.SlugFaults(document)).Select(f => new DocumentFault(row, document.Kind, document.Slug, f.Field, f.Reason));
    }

    private async Task<List<Change>> ChangesAsync(PublishWork work, SlugRegister register, IReadOnlyList<RecordDocument> documents, string author, string? comment, CancellationToken ct)
    {
        var now = Now();
        var ids = documents.Select(d => register.IdOf(d.Kind, d.Slug)).ToList();
        var records = await work.Record.Records.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var heads = await work.Desk.Revisions.Where(r => ids.Contains(r.RecordId)).GroupBy(r => r.RecordId)
            .Select(g => g.OrderByDescending(r => r.Number).First()).ToDictionaryAsync(r => r.RecordId, ct);
        var changes = new List<Change>();
        foreach (var document in documents)
        {
            var json = DocumentJson.Write(document);
            var hash = CanonicalJson.Hash(json);
            var id = register.IdOf(document.Kind, document.Slug);
            var record = records.GetValueOrDefault(id);
            if (record is { RetractedAt: null } && record.ContentHash == hash) continue;
            var revision = Chain(heads.GetValueOrDefault(id), id, document.Kind, RevisionAction.Save, json, author, comment, now);
            changes.Add(new Change(document, json, hash, record, revision));
        }
        return changes;
    }

    private static async Task ApplyAsync(PublishWork work, SlugRegister register, List<Change> changes, CancellationToken ct)
    {
        work.Record.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = changes[0].Revision.SavedAt;
        await Projection.ClearAsync(work.Record, [.. changes.Where(c => c.Record is not null).Select(c => c.Revision.RecordId)], now, ct);
        var records = new List<Record>();
        foreach (var change in changes)
        {
            var record = Projection.Record(change.Record, change.Revision, change.Document, change.Json, change.Hash);
            if (change.Record is null) work.Record.Add(record);
            records.Add(record);
            work.Record.AddRange(Projection.Rows(record, change.Revision, change.Document, register));
            work.Desk.Add(change.Revision);
            work.Desk.Add(Audit(change.Revision, record, change.Record is null ? AuditAction.Published : AuditAction.Amended));
        }
        work.Record.ChangeTracker.DetectChanges();
        await SaveAsync(work, records, ct);
    }

    private static async Task SaveAsync(PublishWork work, List<Record> records, CancellationToken ct)
    {
        await work.Record.SaveChangesAsync(ct);
        await work.Desk.SaveChangesAsync(ct);
        // Beyond a handful, one notice that says "many" is cheaper for every listener than a notice each.
        var notices = records.Count > 20 ? ["*"] : records.Select(r => $"{r.Kind}/{r.Slug}").ToArray();
        await work.Record.Database.ExecuteSqlAsync($"select pg_notify({Channel}, notice) from unnest({notices}) notice", ct);
    }

    private static async Task<Revision> NextRevisionAsync(PublishWork work, Record record, RevisionAction action, string? document, string author, string? comment, DateTimeOffset now, CancellationToken ct)
    {
        var head = await work.Desk.Revisions.Where(r => r.RecordId == record.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return Chain(head, record.Id, record.Kind, action, document, author, comment, now);
    }

    private static Revision Chain(Revision? parent, Guid id, string kind, RevisionAction action, string? document, string author, string? comment, DateTimeOffset now)
    {
        var revision = new Revision
        {
            RecordId = id, Number = (parent?.Number ?? 0) + 1, Parent = parent?.Number, Kind = kind, Action = action, Document = document, Author = author,
            SavedAt = now, Comment = comment, ParentHash = parent?.Hash ?? Revision.NoParent, Hash = "",
        };
        revision.Hash = revision.ComputeHash();
        return revision;
    }

    private static AuditLine Audit(Revision revision, Record record, AuditAction action) => new()
    {
        At = revision.SavedAt, Actor = revision.Author, Action = action, Subject = $"{record.Kind}/{record.Slug}", RecordId = record.Id,
        Revision = revision.Number, Detail = revision.Comment,
    };

    // PostgreSQL keeps microseconds; a hash over more would not match what is read back.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task<PublishWork> BeginAsync(CancellationToken ct)
    {
        var work = await PublishWork.BeginAsync(desk, ct);
        await work.Record.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({PublishLock})", ct);
        return work;
    }

    private sealed record Change(RecordDocument Document, string Json, string Hash, Record? Record, Revision Revision);
}
