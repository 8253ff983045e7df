using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Working copies: begun, saved as they are typed, given up. What is answered with <see cref="DeskOutcome.Done"/> is committed; a save that comes
/// too late changes nothing and its text is kept aside. Every deed asks the database for the account's right.
/// </summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed partial class Drafts(NpgsqlDataSource desk, TimeProvider time)
{
    // An earlier state is kept aside when somebody else writes on, and every few minutes.
    private static readonly TimeSpan KeepEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a new record.</summary>
    /// <param name="account">Who.</param>
    /// <param name="kind">Key of the kind.</param>
    /// <param name="seed">What is known of it already; it may be empty.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DeskOutcome> CreateAsync(Guid account, string kind, JsonObject seed, CancellationToken ct = default)
    {
        if (Kinds.Find(kind) is null) return new DeskOutcome.Missing();
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Write, ct)) return new DeskOutcome.Denied();
        var draft = Begin(account, kind, Guid.CreateVersion7(), baseRevision: null, Json(seed));
        if (Unkeepable(draft) is { } refused) return refused;
        work.Desk.Add(draft);
        return await CommitAsync(work, draft, ct);
    }

    /// <summary>Opens a published record for amendment: the draft that is open already, or a new one.</summary>
    public async Task<DeskOutcome> OpenAsync(Guid account, string kind, string slug, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Write, ct)) return new DeskOutcome.Denied();
        var record = await (from s in work.Record.Slugs join r in work.Record.Records on s.RecordId equals r.Id where s.Kind == kind && s.Slug == slug select r).AsNoTracking().SingleOrDefaultAsync(ct);
        if (record is null) return new DeskOutcome.Missing();
        return await OpenAsync(work, account, record.Id, record.Kind, record.Revision, record.Document ?? await LastTextAsync(work, record.Id, ct), ct);
    }

    /// <summary>A draft, for somebody who may write; for everybody else there is none.</summary>
    public async Task<Draft?> FindAsync(Guid account, Guid id, CancellationToken ct = default)
    {
        // One question whoever asks, so that neither the answer nor its time tells whether the draft exists.
        await using var work = await PublishWork.BeginAsync(desk, ct);
        var roles = Enum.GetValues<Role>().Where(r => r.May(Deed.Write)).ToArray();
        return await work.Desk.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && work.Desk.Accounts.Any(a => a.Id == account && a.DisabledAt == null && roles.Contains(a.Role)), ct);
    }

    /// <summary>Saves what was typed, over the version that it started from.</summary>
    /// <param name="account">Who.</param>
    /// <param name="id">The draft.</param>
    /// <param name="version">Version that the text started from.</param>
    /// <param name="document">The whole document as typed.</param>
    /// <param name="baseRevision">Published revision that the text was merged with, when it was; otherwise the draft keeps its own.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Done with the new version; Conflict with the draft as it is when another save came first: the text is kept aside then.</returns>
    public async Task<DeskOutcome> SaveAsync(Guid account, Guid id, int version, JsonObject document, int? baseRevision = null, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (await work.RoleAsync(account, ct) is not { } role || !role.May(Deed.Write)) return new DeskOutcome.Denied();
        if (await LockedAsync(work, id, ct) is not { } draft) return new DeskOutcome.Missing();
        var json = Json(document);
        if (Closed(draft, role) is { } closed) return closed;
        if (Unkeepable(draft, json) is { } refused) return refused;
        var now = PublishWork.Now(time);
        if (draft.Version != version)
        {
            // The answer to a save may be lost on its way: the same text sent again is the save that was made.
            if (draft.SavedBy == account && draft.Version == version + 1 && CanonicalJson.Hash(draft.Document) == CanonicalJson.Hash(json)) return new DeskOutcome.Done(draft);
            work.Desk.Add(new DraftSave { DraftId = id, Version = version, Document = json, Author = account, At = now, Refused = true });
            await work.Desk.SaveChangesAsync(ct);
            await work.Transaction.CommitAsync(ct);
            return new DeskOutcome.Conflict(draft);
        }
        Write(work, draft, account, json, now, keep: draft.SavedBy != account || now - draft.KeptAt >= KeepEvery);
        draft.BaseRevision = baseRevision ?? draft.BaseRevision;
        return await CommitAsync(work, draft, ct);
    }

    /// <summary>Puts a state that was kept aside, or a revision, into the draft; what stood there is kept aside first.</summary>
    /// <param name="account">Who.</param>
    /// <param name="id">The draft.</param>
    /// <param name="version">Version of the draft that the editor saw.</param>
    /// <param name="text">The document to put there.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<DeskOutcome> RestoreAsync(Guid account, Guid id, int version, string text, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (await work.RoleAsync(account, ct) is not { } role || !role.May(Deed.Write)) return new DeskOutcome.Denied();
        if (await LockedAsync(work, id, ct) is not { } draft) return new DeskOutcome.Missing();
        if (Closed(draft, role) is { } closed) return closed;
        if (draft.Version != version) return new DeskOutcome.Conflict(draft);
        Write(work, draft, account, text, PublishWork.Now(time), keep: true);
        return await CommitAsync(work, draft, ct);
    }

    /// <summary>Gives a draft up. Its text is kept at the desk.</summary>
    public async Task<DeskOutcome> DiscardAsync(Guid account, Guid id, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.Write, ct)) return new DeskOutcome.Denied();
        if (await LockedAsync(work, id, ct) is not { } draft) return new DeskOutcome.Missing();
        if (draft.State is not (DraftState.Open or DraftState.Returned)) return DeskOutcome.Refused.Because(draft, "Only a draft that is being written can be given up: take it back from review first.");
        draft.State = DraftState.Discarded;
        work.Desk.Add(DeskAudit.Line(draft, account, AuditAction.Discarded, PublishWork.Now(time)));
        return await CommitAsync(work, draft, ct);
    }

    internal static async Task<Draft?> LockedAsync(PublishWork work, Guid id, CancellationToken ct) =>
        await work.Desk.Drafts.FromSql($"select * from desk.drafts where id = {id} for update").SingleOrDefaultAsync(ct);

    internal static async Task<DeskOutcome> CommitAsync(PublishWork work, Draft draft, CancellationToken ct)
    {
        await work.Desk.SaveChangesAsync(ct);
        await work.Transaction.CommitAsync(ct);
        return new DeskOutcome.Done(draft);
    }

    private async Task<DeskOutcome> OpenAsync(PublishWork work, Guid account, Guid recordId, string kind, int revision, string document, CancellationToken ct)
    {
        // Two editors who open the same record at once wait for each other here and get the same draft.
        await work.Desk.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({recordId.ToString()}, 0))", ct);
        var open = await work.Desk.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.RecordId == recordId && d.State != DraftState.Published && d.State != DraftState.Discarded, ct);
        if (open is not null) return new DeskOutcome.Done(open);
        var draft = Begin(account, kind, recordId, revision, document);
        work.Desk.Add(draft);
        return await CommitAsync(work, draft, ct);
    }

    // A record that was retracted is amended from the text that it had.
    private static async Task<string> LastTextAsync(PublishWork work, Guid recordId, CancellationToken ct) =>
        await work.Desk.Revisions.Where(r => r.RecordId == recordId && r.Document != null).OrderByDescending(r => r.Number).Select(r => r.Document).FirstOrDefaultAsync(ct) ?? "{}";

    private Draft Begin(Guid account, string kind, Guid recordId, int? baseRevision, string json)
    {
        var now = PublishWork.Now(time);
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(), RecordId = recordId, Kind = kind, Title = "", State = DraftState.Open, Version = 1, Document = json,
            BaseRevision = baseRevision, CreatedAt = now, SavedBy = account, SavedAt = now, KeptAt = now,
            // Who only opens a published record has written nothing of it yet.
            Authors = baseRevision is null ? [account] : [],
        };
        Name(draft);
        return draft;
    }

    private static void Write(PublishWork work, Draft draft, Guid account, string json, DateTimeOffset now, bool keep)
    {
        if (keep)
        {
            work.Desk.Add(new DraftSave { DraftId = draft.Id, Version = draft.Version, Document = draft.Document, Author = draft.SavedBy, At = draft.SavedAt });
            draft.KeptAt = now;
        }
        draft.Document = json;
        draft.Version++;
        draft.SavedBy = account;
        draft.SavedAt = now;
        if (!draft.Authors.Contains(account)) draft.Authors = [.. draft.Authors, account];
        Name(draft);
    }

    private static void Name(Draft draft)
    {
        var document = JsonNode.Parse(draft.Document)!.AsObject();
        var title = document["title"] is JsonValue t && t.TryGetValue<string>(out var text) ? text.Trim() : "";
        var slug = document["slug"] is JsonValue s && s.TryGetValue<string>(out var word) ? word.Trim() : "";
        draft.Title = title.Length == 0 ? $"Untitled {Kinds.Get(draft.Kind).Singular.ToLowerInvariant()}" : title.Length <= RecordDocument.MaxTitle ? title : title[..(RecordDocument.MaxTitle - (char.IsHighSurrogate(title[RecordDocument.MaxTitle - 1]) ? 1 : 0))];
        draft.Slug = slug.Length is 0 or > RecordDocument.MaxSlug ? null : slug;
    }

    private static DeskOutcome.Refused? Closed(Draft draft, Role role) => draft.State switch
    {
        DraftState.Open or DraftState.Returned => null,
        DraftState.InReview when role.May(Deed.Review) => null,
        DraftState.InReview => DeskOutcome.Refused.Because(draft, "The draft waits for review: take it back to write on it."),
        DraftState.Scheduled => DeskOutcome.Refused.Because(draft, "The draft is approved and waits for its time: take it back to write on it."),
        _ => DeskOutcome.Refused.Because(draft, "The draft is closed: open the record anew to amend it."),
    };

    private static DeskOutcome.Refused? Unkeepable(Draft draft, string? json = null) =>
        Encoding.UTF8.GetByteCount(json ?? draft.Document) > Draft.MaxBytes ? DeskOutcome.Refused.Because(draft, $"The record has more than {Draft.MaxBytes / 1024 / 1024} MB of text; it can't be kept.")
        : HoldsNul(json ?? draft.Document) ? DeskOutcome.Refused.Because(draft, "The text holds a NUL character, which can't be kept: take it out.")
        : null;

    // The escape itself, and not a backslash that stands before the letters u0000 in the text.
    private static bool HoldsNul(string json) => json.Contains("\\u0000", StringComparison.Ordinal) && Nul().IsMatch(json);

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u0000", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Nul();

    private static string Json(JsonObject document)
    {
        var copy = (JsonObject)document.DeepClone();
        copy.Remove("kind");
        return copy.ToJsonString(DocumentJson.Compact);
    }
}
