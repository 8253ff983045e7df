using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>
/// Finds records to refer to, published ones and open drafts, by any spelling, script or typing error, and says who they are. The database's
/// trigrams choose some candidates from all; <see cref="Likeness"/> puts them in order.
/// </summary>
/// <param name="records">The published record.</param>
/// <param name="desk">The desk.</param>
/// <param name="seesDrafts">Whether whoever asks may still see drafts: an open editor outlives the right to it by some seconds.</param>
internal sealed class RecordFinder(IDbContextFactory<RecordContext> records, IDbContextFactory<DeskContext> desk, Func<Task<bool>> seesDrafts)
{
    /// <summary>The most hits of a search.</summary>
    public const int MaxHits = 10;

    private const int MaxText = 300;
    private const double Worth = 0.6;

    // Puts a party's own above others who fit as well, but nobody alike above somebody meant.
    private const double Ours = 0.3;

    /// <summary>Records of the kinds that fit what is typed so far, best first; without text those that rest on the most sources.</summary>
    /// <param name="kinds">Keys of the kinds.</param>
    /// <param name="text">What is typed: a name in any spelling, words of a title, or the address of a source.</param>
    /// <param name="party">Slug of the party at hand: of several that fit, its own come first.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<FoundRecord>> FindAsync(IReadOnlyList<string> kinds, string? text, string? party = null, CancellationToken ct = default)
    {
        var asked = kinds.ToArray();
        var address = SourceAddress.Read(text);
        text = text?.Trim() is { Length: > MaxText } tooLong ? tooLong[..MaxText] : text?.Trim() ?? "";
        var words = address is null ? NameForm.Words(text) : [];
        var waiting = DraftsAsync(asked, null, ct);
        await using var context = await records.CreateDbContextAsync(ct);
        var rows = await CandidatesAsync(context, asked, words, address?.Host, ct);
        var there = rows.Concat(await waiting).Where(r => address is null || IsAt(address, r));
        var hits = there.Select(r => (Row: r, Likeness: words.Length == 0 ? 1 : r.Likeness(words)))
            .Where(h => h.Likeness >= Worth).OrderByDescending(h => h.Likeness + (party is not null && h.Row.Parties.Contains(party) ? Ours : 0)).ThenByDescending(h => h.Row.SourceCount).ThenBy(h => h.Row.Title, StringComparer.Ordinal).Take(MaxHits).ToList();
        var found = await RecordAbout.OfAsync(context, [.. hits.Select(h => h.Row)], ct);
        return [.. found.Select((f, i) => f with { Likeness = hits[i].Likeness })];
    }

    /// <summary>The records with these slugs, in no order; one that exists neither published nor as a draft is left out.</summary>
    public async Task<IReadOnlyList<FoundRecord>> GetAsync(IReadOnlyCollection<(string Kind, string Slug)> keys, CancellationToken ct = default)
    {
        if (keys.Count == 0) return [];
        var (kinds, slugs) = (keys.Select(k => k.Kind).Distinct().ToArray(), keys.Select(k => k.Slug).Distinct().ToArray());
        await using var context = await records.CreateDbContextAsync(ct);
        // By any slug that a record has or had: a document keeps the one it was written with.
        var rows = await context.Database.SqlQuery<FinderRow>($"""
            select r.kind as "Kind", s.slug as "Slug", r.title as "Title", r.short_title as "ShortTitle", '' as "Names", r.form as "Form", r.status as "Status", r.date as "Date", r.zone as "Zone", r.place as "Place",
              r.source_count as "SourceCount", r.parties as "Parties", r.document::text as "Json", null::uuid as "Draft"
            from record.slugs s join record.records r on r.id = s.record_id
            where s.kind = any({kinds}) and s.slug = any({slugs}) and r.document is not null
            """).ToListAsync(ct);
        rows.AddRange(await DraftsAsync(kinds, slugs, ct));
        return await RecordAbout.OfAsync(context, [.. rows.DistinctBy(r => (r.Kind, r.Slug)).Where(r => keys.Contains((r.Kind, r.Slug)))], ct);
    }

    /// <summary>The same for names on a form, which shows slugs while the database is away.</summary>
    public async Task<IReadOnlyList<FoundRecord>> GetIfThereAsync(IReadOnlyCollection<(string Kind, string Slug)> keys, CancellationToken ct = default)
    {
        try
        {
            return await GetAsync(keys, ct);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            return [];
        }
    }

    /// <summary>All of the kinds, to match many names at once.</summary>
    public async Task<IReadOnlyList<FoundRecord>> AllAsync(IReadOnlyList<string> kinds, CancellationToken ct = default)
    {
        var asked = kinds.ToArray();
        await using var context = await records.CreateDbContextAsync(ct);
        var rows = await context.Database.SqlQuery<FinderRow>($"""
            select r.kind as "Kind", r.slug as "Slug", r.title as "Title", r.short_title as "ShortTitle", e.names as "Names", r.form as "Form", r.status as "Status", r.date as "Date", r.zone as "Zone", r.place as "Place",
              r.source_count as "SourceCount", r.parties as "Parties", r.document::text as "Json", null::uuid as "Draft"
            from record.search_entries e join record.records r on r.id = e.record_id
            where e.kind = any({asked}) and r.document is not null
            """).ToListAsync(ct);
        rows.AddRange(await DraftsAsync(asked, null, ct));
        return await RecordAbout.OfAsync(context, rows, ct);
    }

    /// <summary>The document of a record as published, or as its draft has it; null where there is neither.</summary>
    public async Task<JsonObject?> DocumentAsync(string kind, string slug, CancellationToken ct = default)
    {
        await using var context = await records.CreateDbContextAsync(ct);
        var json = await (from s in context.Slugs join r in context.Records on s.RecordId equals r.Id where s.Kind == kind && s.Slug == slug select r.Document).FirstOrDefaultAsync(ct)
            ?? (await DraftsAsync([kind], [slug], ct)).FirstOrDefault()?.Json;
        return json is null ? null : JsonNode.Parse(json) as JsonObject;
    }

    /// <summary>Whether a failure only says that the database is away for a moment; an editor's circuit outlives it.</summary>
    public static bool IsOutage(Exception failure) => failure is DbException or TimeoutException or InvalidOperationException { InnerException: DbException or TimeoutException };

    private static async Task<List<FinderRow>> CandidatesAsync(RecordContext context, string[] kinds, string[] words, string? host, CancellationToken ct)
    {
        var folded = string.Join(' ', words);
        // Cyrillic names are folded with y for и and h for г, where a Russian romanisation has i and g.
        var turned = folded.Replace('i', 'y').Replace('g', 'h');
        var beginnings = words.Select(w => $"% {w}%").ToArray();
        // Of an address the database knows the host; which text it is, is compared here, where addresses are understood.
        var limit = host is null ? 60 : 20_000;
        return await context.Database.SqlQuery<FinderRow>($"""
            select r.kind as "Kind", r.slug as "Slug", r.title as "Title", r.short_title as "ShortTitle", c.names as "Names", r.form as "Form", r.status as "Status", r.date as "Date", r.zone as "Zone", r.place as "Place",
              r.source_count as "SourceCount", r.parties as "Parties", case when r.kind in ('people', 'organizations', 'parties', 'sources', 'delegations') then r.document::text else '' end as "Json", null::uuid as "Draft"
            from (
              select e.record_id, e.names, (' ' || replace(e.names, E'\n', ' ')) like all({beginnings}) as begun, greatest(word_similarity({folded}, e.names), word_similarity({turned}, e.names)) as alike
              from record.search_entries e where e.kind = any({kinds})) c
            join record.records r on r.id = c.record_id
            where r.document is not null and case when {host}::text is not null then strpos(lower(concat(r.document ->> 'url', ' ', r.document ->> 'archiveUrl')), {host}) > 0 else c.begun or c.alike >= 0.25 end
            order by c.begun desc, c.alike desc, r.source_count desc, r.id
            limit {limit}
            """).ToListAsync(ct);
    }

    private static bool IsAt(SourceAddress address, FinderRow row)
    {
        if (row.Kind != "sources" || JsonNode.Parse(row.Json) is not JsonObject source) return false;
        return SourceAddress.Read(RecordAbout.Text(source, "url")) == address || SourceAddress.Read(RecordAbout.Text(source, "archiveUrl")) == address;
    }

    // Drafts are few beside the record: all open ones of the kinds are read, and held against the text here. A draft that amends a published
    // record is found as that record.
    private async Task<IEnumerable<FinderRow>> DraftsAsync(string[] kinds, string[]? slugs, CancellationToken ct)
    {
        if (!await seesDrafts()) return [];
        await using var context = await desk.CreateDbContextAsync(ct);
        var rows = await context.Database.SqlQuery<FinderRow>($"""
            select d.kind as "Kind", d.slug as "Slug", d.title as "Title", null::text as "ShortTitle", '' as "Names", null::text as "Form", null::text as "Status", null::text as "Date", null::text as "Zone",
              null::text as "Place", 0 as "SourceCount", array_remove(array[d.document ->> 'party'], null) as "Parties", d.document::text as "Json", d.id as "Draft"
            from desk.drafts d
            where d.kind = any({kinds}) and d.slug is not null and d.base_revision is null and d.state in ('Open', 'Returned', 'InReview', 'Scheduled')
              and ({slugs}::text[] is null or d.slug = any({slugs}))
            order by d.saved_at desc
            limit 2000
            """).ToListAsync(ct);
        foreach (var row in rows) row.Names = string.Join('\n', NamesOf(row.Title, row.Json).Select(Folding.Fold).Where(n => n.Length > 0).Distinct());
        return rows;
    }

    private static IEnumerable<string> NamesOf(string title, string json)
    {
        using var document = JsonDocument.Parse(json);
        var names = document.RootElement.TryGetProperty("names", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.Object).Select(n => n.TryGetProperty("value", out var value) ? value.ToString() : "") : [];
        return [title, .. names];
    }
}
