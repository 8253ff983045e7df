using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Records;

/// <summary>Reads everything that the desk keeps of a record: revisions, states of its drafts, texts that were refused.</summary>
internal sealed class KeptReading(IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desks)
{
    /// <summary>The record behind an address; empty when there is none.</summary>
    public async Task<Guid?> FindAsync(string kind, string slug, CancellationToken ct)
    {
        await using var record = await records.CreateDbContextAsync(ct);
        return await record.Slugs.Where(s => s.Kind == kind && s.Slug == slug).Select(s => (Guid?)s.RecordId).SingleOrDefaultAsync(ct);
    }

    /// <summary>What is kept of a record.</summary>
    public async Task<KeptRecord> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var record = await records.CreateDbContextAsync(ct);
        await using var desk = await desks.CreateDbContextAsync(ct);
        var people = await desk.Accounts.ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var actors = people.ToDictionary(p => $"account {p.Key}", p => p.Value, StringComparer.Ordinal);
        var published = await record.Records.SingleOrDefaultAsync(r => r.Id == id, ct);
        var drafts = await desk.Drafts.Where(d => d.RecordId == id).OrderByDescending(d => d.CreatedAt).ToListAsync(ct);
        var ids = drafts.Select(d => d.Id).ToArray();
        var open = drafts.Find(d => d.State is not (DraftState.Published or DraftState.Discarded));
        var revisions = await desk.Revisions.Where(r => r.RecordId == id).OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Action, r.Author, r.SavedAt, r.Comment, r.RedactedAt, r.RedactionReason, HasText = r.Document != null }).ToListAsync(ct);
        var saves = await desk.DraftSaves.Where(s => ids.Contains(s.DraftId)).OrderByDescending(s => s.Id).Take(500).Select(s => new { s.Id, s.Version, s.Author, s.At, s.Refused }).ToListAsync(ct);
        var audit = await desk.Audit.Where(a => a.RecordId == id).OrderByDescending(a => a.Id).Take(200).ToListAsync(ct);
        var states = new List<KeptState>();
        foreach (var draft in drafts.Where(d => d != open && d.State == DraftState.Discarded))
            states.Add(new($"d{draft.Id}", "Given up", people.GetValueOrDefault(draft.SavedBy, "somebody"), draft.SavedAt, draft.Comment, HasText: true));
        states.AddRange(saves.Select(s => new KeptState($"s{s.Id}", s.Refused ? "Text refused: another was saved first" : $"Draft, version {s.Version}", people.GetValueOrDefault(s.Author, "somebody"), s.At, null, HasText: true) { IsRefused = s.Refused }));
        states.AddRange(revisions.Select(r => new KeptState($"r{r.Number}", Deed(r.Action, r.Number, r.RedactedAt is not null), actors.GetValueOrDefault(r.Author, r.Author), r.SavedAt, r.RedactionReason is { } why ? $"Redacted: {why}" : r.Comment, r.HasText) { Revision = r.Number }));
        states = [.. states.OrderByDescending(s => s.At)];
        if (open is not null) states.Insert(0, new("draft", $"Draft now ({Shared.Words.Of(open.State).ToLowerInvariant()}, version {open.Version})", people.GetValueOrDefault(open.SavedBy, "somebody"), open.SavedAt, null, HasText: true));
        return new KeptRecord(id, published, open, drafts.Count > 0 ? drafts[0] : null, states, [.. audit.Select(a => (a, actors.GetValueOrDefault(a.Actor, a.Actor)))]);
    }

    /// <summary>The text of a state; empty where there is none.</summary>
    public async Task<string?> TextAsync(KeptRecord kept, string? key, CancellationToken ct)
    {
        // Only what is listed: a key is nothing but a word in an address.
        if (kept.States.FirstOrDefault(s => s.Key == key) is not { HasText: true }) return null;
        await using var desk = await desks.CreateDbContextAsync(ct);
        if (key == "draft") return kept.Open!.Document;
        if (key![0] == 'd' && Guid.Parse(key.AsSpan(1), null) is var draft) return await desk.Drafts.Where(d => d.Id == draft).Select(d => d.Document).SingleOrDefaultAsync(ct);
        var number = long.Parse(key.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        return key[0] == 's'
            ? await desk.DraftSaves.Where(s => s.Id == number).Select(s => s.Document).SingleOrDefaultAsync(ct)
            : await desk.Revisions.Where(r => r.RecordId == kept.Id && r.Number == number).Select(r => r.Document).SingleOrDefaultAsync(ct);
    }

    private static string Deed(RevisionAction action, int number, bool redacted) => redacted ? $"Revision {number}: redacted" : action switch
    {
        RevisionAction.Submit => $"Revision {number}: submitted",
        RevisionAction.Retract => $"Revision {number}: retracted",
        _ => $"Revision {number}: published",
    };
}

/// <summary>What the desk keeps of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Published">What is public of it; empty for one that never was.</param>
/// <param name="Open">The draft that is open.</param>
/// <param name="Last">The draft that was begun last.</param>
/// <param name="States">Every state, newest first.</param>
/// <param name="Deeds">Who did what.</param>
public sealed record KeptRecord(Guid Id, Record? Published, Draft? Open, Draft? Last, IReadOnlyList<KeptState> States, IReadOnlyList<(AuditLine Line, string Who)> Deeds)
{
    /// <summary>Key of its kind.</summary>
    public string Kind => Published?.Kind ?? Last!.Kind;

    /// <summary>Its title.</summary>
    public string Title => Published?.Title ?? Last!.Title;
}

/// <summary>A state that is kept.</summary>
/// <param name="Key">Its word in addresses.</param>
/// <param name="Title">What it is.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">Why.</param>
/// <param name="HasText">Whether there is a text to compare and restore.</param>
public sealed record KeptState(string Key, string Title, string Who, DateTimeOffset At, string? Why, bool HasText)
{
    /// <summary>Number of a revision.</summary>
    public int? Revision { get; init; }

    /// <summary>Whether it was refused because another text was saved first.</summary>
    public bool IsRefused { get; init; }
}
