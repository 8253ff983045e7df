using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// Holds the database against itself: every hash chain, every published record against its revision, and everything computed from a
/// document against a fresh computation. What it finds names the row.
/// </summary>
/// <param name="desk">Connections of the role that may read both schemas.</param>
public sealed class Verification(NpgsqlDataSource desk)
{
    private const int BatchSize = 500;

    /// <summary>Checks everything.</summary>
    public async Task<VerificationReport> RunAsync(CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        var findings = new List<string>();
        var revisions = await ChainsAsync(work.Desk, findings, ct);
        var records = 0;
        Guid? after = null;
        while (true)
        {
            var batch = await work.Record.Records.AsNoTracking().Where(r => after == null || r.Id > after).OrderBy(r => r.Id).Take(BatchSize).ToListAsync(ct);
            if (batch.Count == 0) break;
            records += batch.Count;
            after = batch[^1].Id;
            await RecordsAsync(work, batch, findings, ct);
        }
        findings.AddRange(await TimelineAgreement.FindAsync((NpgsqlConnection)work.Record.Database.GetDbConnection(), ct));
        return new VerificationReport(records, revisions, findings);
    }

    private static async Task<int> ChainsAsync(DeskContext context, List<string> findings, CancellationToken ct)
    {
        var count = 0;
        Revision? previous = null;
        await foreach (var revision in context.Revisions.AsNoTracking().OrderBy(r => r.RecordId).ThenBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            var parent = previous?.RecordId == revision.RecordId ? previous : null;
            var name = $"revision {revision.Number} of {revision.Kind} {revision.RecordId}";
            if (revision.RedactedAt is not null && revision.Document is not null) findings.Add($"{name}: it is marked as redacted, but its content is there.");
            // Of a redacted revision only its place in the chain is left to check.
            if (revision.RedactedAt is null && revision.Hash != revision.ComputeHash()) findings.Add($"{name}: its content does not match its hash; the row was altered.");
            if (revision.ParentHash != (parent?.Hash ?? Revision.NoParent) || revision.Number != (parent?.Number ?? 0) + 1)
                findings.Add($"{name}: it does not follow from the revision before it; a row was altered or is missing.");
            previous = revision;
        }
        return count;
    }

    private static async Task RecordsAsync(PublishWork work, List<Record> batch, List<string> findings, CancellationToken ct)
    {
        var ids = batch.Select(r => r.Id).ToArray();
        var revisions = (await work.Desk.Revisions.AsNoTracking().Where(r => ids.Contains(r.RecordId)).ToListAsync(ct)).ToDictionary(r => (r.RecordId, r.Number));
        var publications = (await work.Record.Publications.AsNoTracking().Where(p => ids.Contains(p.RecordId)).ToListAsync(ct)).ToLookup(p => p.RecordId);
        var timeline = (await work.Record.Timeline.AsNoTracking().Where(e => ids.Contains(e.RecordId) && e.Until == null).ToListAsync(ct)).ToLookup(e => e.RecordId);
        var references = (await work.Record.References.AsNoTracking().Where(r => ids.Contains(r.RecordId)).GroupBy(r => r.RecordId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.Count);
        var spans = (await work.Record.Spans.AsNoTracking().Where(s => ids.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId);
        var search = await work.Record.Search.AsNoTracking().Where(e => ids.Contains(e.RecordId)).ToDictionaryAsync(e => e.RecordId, ct);
        var slugs = (await work.Record.Slugs.AsNoTracking().Where(s => ids.Contains(s.RecordId)).ToListAsync(ct)).ToLookup(s => s.RecordId, s => s.Slug);
        foreach (var record in batch)
        {
            var name = $"{record.Kind}/{record.Slug}";
            void Finding(string text) => findings.Add($"{name}: {text}");
            if (!revisions.TryGetValue((record.Id, record.Revision), out var revision))
            {
                Finding($"its revision {record.Revision} is not at the desk.");
                continue;
            }
            if (Canonical(record.Document) != Canonical(revision.Document)) Finding($"what is public differs from revision {record.Revision}.");
            foreach (var publication in publications[record.Id])
            {
                if (!revisions.TryGetValue((record.Id, publication.Revision), out var source) || source.Hash != publication.Hash || Canonical(source.Document) != Canonical(publication.Document ?? (publication.Until is null ? record.Document : null)))
                    Finding($"the history's revision {publication.Revision} differs from the desk's.");
            }
            if (!slugs[record.Id].Contains(record.Slug)) Finding("its slug is not registered.");
            Spans(record, spans[record.Id], Finding);
            Computed(record, timeline[record.Id].ToList(), references.GetValueOrDefault(record.Id), search.GetValueOrDefault(record.Id), Finding);
        }
    }

    private static void Spans(Record record, IEnumerable<TimelineSpan> spans, Action<string> finding)
    {
        var expected = record.Document is null ? [] : Kinds.Get(record.Kind).Rows(record.Id, Kinds.Get(record.Kind).Read(record.Document)).OfType<TimelineSpan>().Select(s => s.Of(record));
        if (!expected.Select(Key).Order().SequenceEqual(spans.Select(Key).Order())) finding("what lasts on the timeline is not what its document says.");

        static string Key(TimelineSpan s) => $"{s.Form} {s.From:u} {s.Due:u} {s.Till:u} {s.Status} {s.RecordSlug} {s.Title} {string.Join(',', s.Processes)} {string.Join(',', s.Parties)} {string.Join(',', s.People)} {string.Join(',', s.Topics)}";
    }

    private static void Computed(Record record, List<TimelineEntry> timeline, int references, Search.SearchEntry? search, Action<string> finding)
    {
        if (record.Document is null)
        {
            if (timeline.Count > 0 || search is not null || references > 0) finding("it is retracted, but something of it is still public.");
            return;
        }
        var kind = Kinds.Get(record.Kind);
        var document = kind.Read(record.Document);
        if (record.ContentHash != CanonicalJson.Hash(record.Document)) finding("its content hash does not match its document.");
        var chronology = kind.Chronology(document).ToList();
        var drafts = chronology.Select(d => (d.Kind, d.When.Date.Text, d.When.Date.OnAxis(d.When.Zone).Till)).Order().ToList();
        if (!drafts.SequenceEqual(timeline.Select(e => (e.Kind, e.Date, e.Till)).Order())) finding("its timeline entries are not those of its document.");
        if (references != kind.References(document).Count()) finding("its references are not those of its document.");
        var expected = Projection.SearchEntry(record, kind, document, chronology);
        if (search is null || search.Names != expected.Names || search.Body != expected.Body || !search.Keys.SequenceEqual(expected.Keys) || search.Importance != expected.Importance || search.Day != expected.Day) finding("its search entry is not that of its document.");
    }

    private static string? Canonical(string? json) => json is null ? null : CanonicalJson.Hash(json);
}

/// <summary>What a verification found.</summary>
/// <param name="Records">Records checked.</param>
/// <param name="Revisions">Revisions checked.</param>
/// <param name="Findings">What is wrong, a sentence each; empty when all is well.</param>
public sealed record VerificationReport(int Records, int Revisions, IReadOnlyList<string> Findings);
