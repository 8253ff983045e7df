using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Changes;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>Reads what a reviewer needs to judge a draft.</summary>
internal sealed class ReviewReading(IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desks, Reviews reviews)
{
    private const int MostReferrers = 8;

    public async Task<ReviewCase> ReadAsync(Draft draft, CancellationToken ct)
    {
        var kind = Kinds.Get(draft.Kind);
        await using var record = await records.CreateDbContextAsync(ct);
        await using var desk = await desks.CreateDbContextAsync(ct);
        var published = await record.Records.SingleOrDefaultAsync(r => r.Id == draft.RecordId, ct);
        // What a published draft changed is told against what was public before it.
        var before = draft.State == DraftState.Published ? await BeforeAsync(record, draft, ct) : published?.Document;
        var was = before is null ? null : DocumentNames.Normal(kind, before);
        var now = DocumentNames.Normal(kind, draft.Document);
        var read = DocumentReader.Read(kind, (JsonObject)now.DeepClone()).Document;
        var names = await DocumentNames.LoadAsync(record, kind, [was, now], await DraftedAsync(desk, ct), ct);
        var referrers = record.References.Where(r => r.ToId == draft.RecordId && r.RecordId != draft.RecordId).Select(r => r.RecordId).Distinct();
        return new ReviewCase
        {
            Draft = draft, Published = published, Before = was, After = now, Names = names,
            Changes = ChangeReading.Of(was, now, names),
            Cited = read is null ? CitedSources.None : await CitedSources.ReadAsync(record, desk, read, ct),
            Faults = draft.State is DraftState.Published or DraftState.Discarded ? [] : await reviews.CheckAsync(draft, ct),
            Consequences = read is null ? [] : await ConsequencesAsync(record, kind, before, read, ct),
            Companions = await Companions.FindAsync(desk, draft, ct),
            Referrers = await record.Records.Where(r => referrers.Contains(r.Id) && r.Document != null).OrderByDescending(r => r.FirstDay).ThenBy(r => r.Id).Take(MostReferrers)
                .Select(r => new LinkView(r.Title, "/" + r.Kind + "/" + r.Slug, null)).ToListAsync(ct),
            ReferrerCount = await referrers.CountAsync(ct),
            Comments = await desk.ReviewComments.Where(c => c.DraftId == draft.Id).OrderBy(c => c.Id).ToListAsync(ct),
            People = await desk.Accounts.ToDictionaryAsync(a => a.Id, a => a.Name, ct),
        };
    }

    private static Task<string?> BeforeAsync(RecordContext record, Draft draft, CancellationToken ct) =>
        record.Texts.Where(p => p.RecordId == draft.RecordId && p.Revision == draft.BaseRevision).Select(p => p.Document).SingleOrDefaultAsync(ct);

    private static async Task<Dictionary<string, string>> DraftedAsync(DeskContext desk, CancellationToken ct) =>
        (await desk.Drafts.Where(d => d.Slug != null && d.State != DraftState.Published && d.State != DraftState.Discarded && d.BaseRevision == null).OrderByDescending(d => d.Id).Select(d => new { d.Kind, d.Slug, d.Title }).Take(1000).ToListAsync(ct))
            .GroupBy(d => $"{d.Kind}/{d.Slug}").ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Consequence>> ConsequencesAsync(RecordContext record, RecordKind kind, string? before, RecordDocument after, CancellationToken ct)
    {
        var was = before is null ? null : kind.Read(before);
        var parties = await RecordNames.LoadAsync(record, (was is null ? [] : kind.References(was)).Concat(kind.References(after)).Where(r => r.Kind == "parties"), ct);
        return Consequences.Of(was, after, slug => parties.Party(slug).ShortTitle);
    }
}
