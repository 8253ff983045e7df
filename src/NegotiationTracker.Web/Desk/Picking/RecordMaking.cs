using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Makes a record in place, while another is being written: a draft of its own, with a slug that nobody has yet.</summary>
internal sealed class RecordMaking(Drafts drafts, RecordFinder finder, IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desk)
{
    // Below this two names are merely of the same language.
    private const double Alike = 0.8;

    /// <summary>Records that may be meant by a new one's name: "Did you mean …?".</summary>
    public async Task<IReadOnlyList<FoundRecord>> AlikeAsync(NewRecord made, CancellationToken ct = default)
    {
        if (made.Kind == "sources" && SourceAddress.Read(made.Url) is not null) return await finder.FindAsync([made.Kind], made.Url.Trim(), ct: ct);
        var names = new[] { made.Name, made.Other }.Select(NameForm.Words).Where(w => w.Length > 0).ToList();
        var found = new List<FoundRecord>();
        foreach (var name in names) found.AddRange(await finder.FindAsync([made.Kind], string.Join(' ', name), ct: ct));
        return [.. found.DistinctBy(f => f.Slug).Where(f => names.Any(n => f.LikenessTo(n) >= Alike)).OrderByDescending(f => names.Max(f.LikenessTo)).Take(3)];
    }

    /// <summary>Who most often prints what stands at the host of an address, as far as the record knows; empty otherwise.</summary>
    public async Task<string> PublisherOfAsync(string address, CancellationToken ct = default)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0) return "";
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        await using var context = await records.CreateDbContextAsync(ct);
        return (await context.Database.SqlQuery<string>($"""
            select r.document ->> 'publisher' as "Value" from record.records r
            where r.kind = 'sources' and r.document is not null and split_part(split_part(r.document ->> 'url', '://', 2), '/', 1) in ({host}, {"www." + host})
            group by 1 order by count(*) desc, 1 limit 1
            """).ToListAsync(ct)).FirstOrDefault() ?? "";
    }

    /// <summary>Makes the draft.</summary>
    /// <returns>The record as pickers show it; or why it was not made.</returns>
    public async Task<(FoundRecord? Made, string? Why)> MakeAsync(Guid account, NewRecord made, CancellationToken ct = default)
    {
        if (made.Name.Trim().Length == 0) return (null, "Give it a name.");
        if (made.Name.Trim().Length > RecordDocument.MaxTitle) return (null, $"The name has {made.Name.Trim().Length} characters; at most {RecordDocument.MaxTitle} fit.");
        var slug = await FreeSlugAsync(made.Kind, NewRecord.SlugOf(made.Name, made.Kind), ct);
        return await drafts.CreateAsync(account, made.Kind, made.Seed(slug), ct) switch
        {
            DeskOutcome.Done => ((await finder.GetAsync([(made.Kind, slug)], ct)).SingleOrDefault(), null),
            DeskOutcome.Refused refused => (null, string.Join(' ', refused.Faults.Select(f => f.Reason))),
            _ => (null, "Your account may not make records."),
        };
    }

    private async Task<string> FreeSlugAsync(string kind, string slug, CancellationToken ct)
    {
        await using var record = await records.CreateDbContextAsync(ct);
        await using var desks = await desk.CreateDbContextAsync(ct);
        var taken = (await record.Slugs.Where(s => s.Kind == kind && s.Slug.StartsWith(slug)).Select(s => s.Slug).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        // Slugs of discarded drafts are free again; nobody ever saw them.
        taken.UnionWith(await desks.Drafts.Where(d => d.Kind == kind && d.Slug != null && d.Slug.StartsWith(slug) && d.State != DraftState.Discarded).Select(d => d.Slug!).ToListAsync(ct));
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? slug : $"{slug}-{n}").First(s => !taken.Contains(s));
    }
}
