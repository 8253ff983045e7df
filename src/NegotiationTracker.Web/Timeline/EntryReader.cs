using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline;

/// <summary>Reads one entry of the timeline with its sources, what they disagree on, and the threads that lead from it.</summary>
internal sealed class EntryReader(IDbContextFactory<RecordContext> contexts, KeptNames keptNames, KeptSources keptSources)
{
    /// <summary>What an entry of the same record is to the one asked for.</summary>
    public const string SameRecord = "same-record";

    private const int MostThreads = 60;

    // Who and where from are no threads: everything hangs together with everything through them.
    private static readonly string[] NoThreads = ["parties", "people", "organizations", "processes", "sources"];

    /// <summary>Reads an entry, a superseded one too; null where there is none, or where its record was retracted.</summary>
    public async Task<EntryDetail?> FindAsync(long number, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var entry = await context.Timeline.Where(e => e.Number == number).Select(EntryAnswers.Needed).FirstOrDefaultAsync(ct);
        if (entry is null || await context.Records.Where(r => r.Id == entry.RecordId && r.Document != null).Select(r => new { r.Kind, r.Title, r.Document }).FirstOrDefaultAsync(ct) is not { } record) return null;
        var document = Kinds.Get(record.Kind).Read(record.Document!);
        var threads = await ThreadsAsync(context, entry, ct);
        var sources = await keptSources.LoadAsync(context, entry.Sources, ct);
        return new EntryDetail(
            EntryAnswers.Whole(entry), entry.Until, entry.Until is null ? null : threads.Find(t => t.Thread == SameRecord && t.Kind == entry.Kind.ToString())?.Number, record.Title,
            await NamesAsync(context, keptNames, [EntryAnswers.Whole(entry), .. threads], ct), [.. sources.Select(s => s.Answer)], [.. Conflicts(document)], threads);
    }

    /// <summary>Names of all that entries refer to.</summary>
    public static async Task<NamesAnswer> NamesAsync(RecordContext context, KeptNames keptNames, IReadOnlyList<EntryAnswer> entries, CancellationToken ct)
    {
        var (parties, people, processes) = (entries.SelectMany(e => e.Parties).ToHashSet(), entries.SelectMany(e => e.People).ToHashSet(), entries.SelectMany(e => e.Processes).ToHashSet());
        var names = await keptNames.LoadAsync(
            context,
            [.. parties.Select(p => new Reference("parties", p, "party", "")), .. people.Select(p => new Reference("people", p, "participant", "")), .. processes.Select(p => new Reference("processes", p, "process", ""))], ct);
        return new NamesAnswer(parties.ToDictionary(p => p, p => names.Party(p).ShortTitle), people.ToDictionary(p => p, p => names.Person(p).Title), processes.ToDictionary(p => p, p => names.Process(p).Title));
    }

    private static async Task<List<EntryAnswer>> ThreadsAsync(RecordContext context, TimelineEntry entry, CancellationToken ct)
    {
        var own = entry.RecordId;
        var linked = await (
            from reference in context.References
            join other in context.Records on reference.RecordId == own ? reference.ToId : reference.RecordId equals other.Id
            where (reference.RecordId == own || reference.ToId == own) && other.Id != own && other.Document != null && !NoThreads.Contains(other.Kind)
            orderby other.SourceCount descending, other.Id
            select new { other.Id, reference.Role, IsBack = reference.ToId == own }).Take(MostThreads).ToListAsync(ct);
        var roles = linked.GroupBy(l => l.Id).ToDictionary(g => g.Key, g => g.Select(l => l.IsBack ? $"{l.Role}-of" : l.Role).First());
        var ids = roles.Keys.Append(own).ToArray();
        var entries = await context.Timeline.Where(e => e.Until == null && ids.Contains(e.RecordId) && e.Number != entry.Number)
            .OrderByDescending(e => e.RecordId == own).ThenByDescending(e => e.Importance).ThenBy(e => e.At).ThenBy(e => e.Number).Take(MostThreads).Select(EntryAnswers.Needed).ToListAsync(ct);
        return [.. entries.OrderBy(e => e.At).ThenBy(e => e.Number).Select(e => EntryAnswers.Whole(e) with { Thread = e.RecordId == own ? SameRecord : roles[e.RecordId] })];
    }

    private static IEnumerable<ConflictAnswer> Conflicts(RecordDocument document) =>
        document.Differences.Where(d => d.Kind == DifferenceKind.Disagreement).Select(d => new ConflictAnswer(
            Words.Field(d.Field), d.Note,
            [.. document.Claims.Where(c => c.Field == d.Field).Select(c => new RivalAnswer(c.Unit is null ? c.Value : $"{c.Value} {c.Unit}", [.. c.Citations.Select(x => x.Claimant).OfType<string>().Distinct()], c.Rank == Rank.Deprecated))]));
}
