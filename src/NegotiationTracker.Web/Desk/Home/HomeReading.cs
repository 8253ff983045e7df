using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Desk.Home;

/// <summary>Reads what an editor has to look after.</summary>
internal sealed class HomeReading(IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desks, TimeProvider time)
{
    /// <summary>Rows of a section that is shown in short.</summary>
    public const int Few = 5;

    /// <summary>Rows of a section that is shown whole.</summary>
    public const int Many = 200;

    /// <summary>When an account last said that it had seen what changed. Somebody who never did begins with the day they came: what was public before is no news to them.</summary>
    public async Task<DateTimeOffset> LookedAtAsync(Guid me, CancellationToken ct)
    {
        await using var desk = await desks.CreateDbContextAsync(ct);
        return await desk.Looks.Where(l => l.AccountId == me).Select(l => (DateTimeOffset?)l.At).SingleOrDefaultAsync(ct) ?? await desk.Accounts.Where(a => a.Id == me).Select(a => a.CreatedAt).SingleAsync(ct);
    }

    /// <summary>The sections; the one that is named whole, the others in short.</summary>
    public async Task<IReadOnlyList<HomeSection>> ReadAsync(Guid me, string? whole, DateTimeOffset since, CancellationToken ct)
    {
        await using var record = await records.CreateDbContextAsync(ct);
        await using var desk = await desks.CreateDbContextAsync(ct);
        var people = await desk.Accounts.ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        string Who(Guid? id) => id is { } known ? people.GetValueOrDefault(known, "somebody") : "somebody";
        int Take(string key) => key == whole ? Many : Few;

        var mine = desk.Drafts.Where(d => d.State == DraftState.Open && (d.Authors.Contains(me) || d.SavedBy == me)).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id);
        var returned = desk.Drafts.Where(d => d.State == DraftState.Returned && (d.Authors.Contains(me) || d.SubmittedBy == me)).OrderByDescending(d => d.ReviewedAt).ThenBy(d => d.Id);
        var waiting = desk.Drafts.Where(d => d.State == DraftState.InReview).OrderBy(d => d.SubmittedAt).ThenBy(d => d.Id);
        var scheduled = desk.Drafts.Where(d => d.State == DraftState.Scheduled).OrderBy(d => d.PublishAt).ThenBy(d => d.Id);
        var changed = record.Records.Where(r => r.ChangedAt > since).OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
        var theirs = desk.Drafts.Where(d => d.SavedAt > since && d.SavedBy != me && (d.State == DraftState.Open || d.State == DraftState.Returned)).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id);
        var overdue = await OverdueAsync(record, ct);
        return
        [
            await DraftsAsync("returned", "Returned to me", returned, Take("returned"), d => d.ReviewComment is { Length: > 0 } said ? $"{Who(d.ReviewedBy)}: “{said}”" : $"{Who(d.ReviewedBy)} commented on fields", ct),
            await DraftsAsync("mine", "My drafts", mine, Take("mine"), d => $"saved {Clock(d.SavedAt)}", ct),
            await DraftsAsync("review", "Waiting for review", waiting, Take("review"), d => $"{Who(d.SubmittedBy)}, since {Clock(d.SubmittedAt)}{(d.Authors.Contains(me) ? " (mine)" : "")}", ct),
            await DraftsAsync("scheduled", "Scheduled", scheduled, Take("scheduled"), d => $"public on {Clock(d.PublishAt)}", ct),
            await RecordsAsync("changed", "Published since I last looked", changed, Take("changed"), r => $"{(r.RetractedAt is not null ? "retracted" : r.PublishedAt == r.ChangedAt ? "new" : "amended")} {Clock(r.ChangedAt)}", ct),
            await DraftsAsync("theirs", "Colleagues’ drafts since I last looked", theirs, Take("theirs"), d => $"{Who(d.SavedBy)}, {Clock(d.SavedAt)}", ct),
            new HomeSection("overdue", "Overdue commitments", overdue.Count, [.. overdue.Take(Take("overdue"))]),
            await ClaimsAsync(record, "work", "Marked as needing work", ClaimStatus.WorkNeeded, Take("work"), ct),
            await ClaimsAsync(record, "conflict", "Claims in conflict", ClaimStatus.Conflict, Take("conflict"), ct),
        ];
    }

    private static async Task<HomeSection> DraftsAsync(string key, string title, IOrderedQueryable<Draft> drafts, int take, Func<Draft, string> note, CancellationToken ct)
    {
        // Without their documents, which may be long.
        var rows = await drafts.Take(take).Select(d => new Draft
        {
            Id = d.Id, RecordId = d.RecordId, Kind = d.Kind, Title = d.Title, State = d.State, Document = "", SavedBy = d.SavedBy, SavedAt = d.SavedAt, Authors = d.Authors, SubmittedBy = d.SubmittedBy,
            SubmittedAt = d.SubmittedAt, ReviewedBy = d.ReviewedBy, ReviewComment = d.ReviewComment, PublishAt = d.PublishAt,
        }).ToListAsync(ct);
        return new HomeSection(key, title, await drafts.CountAsync(ct), [.. rows.Select(d => new HomeRow(d.Title, d.State is DraftState.InReview or DraftState.Scheduled ? $"/desk/review/{d.Id}" : $"/desk/drafts/{d.Id}", Kinds.Get(d.Kind).Singular, note(d)))]);
    }

    private static async Task<HomeSection> RecordsAsync(string key, string title, IOrderedQueryable<Record> records, int take, Func<Record, string> note, CancellationToken ct)
    {
        var rows = await records.Take(take).Select(r => new Record { Id = r.Id, Kind = r.Kind, Slug = r.Slug, Title = r.Title, ContentHash = "", PublishedAt = r.PublishedAt, ChangedAt = r.ChangedAt, RetractedAt = r.RetractedAt }).ToListAsync(ct);
        return new HomeSection(key, title, await records.CountAsync(ct), [.. rows.Select(r => new HomeRow(r.Title, Desk(r.Kind, r.Slug), Kinds.Get(r.Kind).Singular, note(r)))]);
    }

    private static async Task<HomeSection> ClaimsAsync(RecordContext record, string key, string title, ClaimStatus status, int take, CancellationToken ct)
    {
        var claims = record.Claims.Where(c => c.Status == status);
        var found = record.Records.Where(r => r.Document != null && claims.Any(c => c.RecordId == r.Id));
        var rows = await found.OrderByDescending(r => r.FirstDay).ThenBy(r => r.Id).Take(take).Select(r => new { r.Kind, r.Slug, r.Title, Fields = claims.Where(c => c.RecordId == r.Id).Select(c => c.Field).Distinct().ToList() }).ToListAsync(ct);
        return new HomeSection(key, title, await found.CountAsync(ct), [.. rows.Select(r => new HomeRow(r.Title, Desk(r.Kind, r.Slug), Kinds.Get(r.Kind).Singular, string.Join(", ", r.Fields.Select(Words.Field))))]);
    }

    private async Task<IReadOnlyList<HomeRow>> OverdueAsync(RecordContext record, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var kind = Kinds.Get("commitments");
        var rows = await record.Records.Where(r => r.Kind == "commitments" && r.Document != null).Select(r => new { r.Slug, r.Title, r.Document }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Slug, r.Title, Commitment: (CommitmentDocument)kind.Read(r.Document!))).Where(r => CommitmentStates.On(r.Commitment, today) == CommitmentState.Overdue)
            .Select(r => (r.Slug, r.Title, Late: CommitmentStates.DaysLate(r.Commitment, today))).OrderBy(r => r.Late).ThenBy(r => r.Slug, StringComparer.Ordinal)
            .Select(r => new HomeRow(r.Title, Desk("commitments", r.Slug), "Commitment", r.Late is { } days ? $"{Words.Count(days, "day", "days")} late" : "late"))];
    }

    private static string Desk(string kind, string slug) => $"/desk/records/{kind}/{slug}";

    private static string Clock(DateTimeOffset? at) => at is { } known ? known.ToString("d MMM yyyy, HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture) : "";
}

/// <summary>A section of the desk's home.</summary>
/// <param name="Key">Its word in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Rows">Those that are shown.</param>
public sealed record HomeSection(string Key, string Title, int Count, IReadOnlyList<HomeRow> Rows);

/// <summary>A line of it.</summary>
public sealed record HomeRow(string Text, string Href, string Kind, string Note);
