using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>
/// Answers what lies in a window of the timeline. Where the filters name one facet, the answer comes from counts kept by the publishing transaction and
/// costs the same over a hundred entries and over a million; otherwise entries are read, as many as <see cref="MostScanned"/>, and it says so.
/// </summary>
internal sealed class WindowReader(IDbContextFactory<RecordContext> contexts, KeptCounts kept, KeptNames keptNames, KeptSlots keptSlots, KeptReaching keptReaching, KeptCeasefires keptCeasefires, KeptEntries keptEntries)
{
    /// <summary>The most entries that are read where nothing is counted ahead.</summary>
    public const int MostScanned = 20_000;

    /// <summary>The most entries that reach in from before: the most important, of these the latest.</summary>
    public const int MostReaching = 16;

    private const int PixelsOfSlot = 4;

    // A title takes some 250 pixels, and lanes are the higher the fewer there are: a single lane has room for many rows of titles, one of eight for two.
    private const int PixelsOfLabel = 20;
    private const int LeastApart = 60;
    private const int MostApart = 180;
    private const int FewEntries = 400;

    /// <summary>Reads a window.</summary>
    public async Task<WindowAnswer> ReadAsync(WindowQuestion question, CancellationToken ct)
    {
        // Before a connection is taken: whoever waits for what others read holds none.
        var facets = CountedFacets.Base(question.Filter, question.AsOf) is null ? null : await kept.GetAsync((question.Lanes, question.Filter.Narrowing()), () => FindAsync(question));
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var lanes = new LaneSet();
        var (from, to, slot, cut) = facets is null ? await ScanAsync(context, question, lanes, ct) : await CountAsync(connection, question, facets, lanes, ct);

        var shown = lanes.All.Where(l => l.Key.Length > 0).ToList();
        var perLane = Math.Max(1, question.Width / Math.Clamp(PixelsOfLabel * shown.Count, LeastApart, MostApart));
        var gap = (to - from).Ticks / perLane;
        var numbers = shown.SelectMany(l => l.Labelled(gap, perLane)).ToHashSet();
        numbers.UnionWith(facets is null ? await ReachingAsync(context, question, ct) : await keptReaching.ReadAsync(connection, question, facets, MostReaching, ct));
        var spans = (await keptCeasefires.ReadAsync(connection, question, from, to, ct)).ToList();
        var found = await keptEntries.LoadAsync(connection, numbers, ct);
        var parties = found.SelectMany(e => e.Parties).ToHashSet(StringComparer.Ordinal);
        if (question.AsOf is null) spans.AddRange(found.Where(e => e.Promise is not null).DistinctBy(e => e.RecordId).Select(e => e.Promise!));
        var names = await NamesAsync(context, question.Lanes, shown, parties, ct);
        var total = lanes.All.FirstOrDefault(l => l.Key.Length == 0)?.Total ?? shown.Sum(l => l.Total);
        return new WindowAnswer(
            from, to, slot, total, cut, [.. InOrder(question.Lanes, shown).Take(CountedFacets.MostLanes).Select(l => new WindowLane(l.Key, Label(question.Lanes, l.Key, names), l.Total, l.Written(from, numbers)))],
            found, [.. spans.OrderBy(s => s.Value.From)], parties.ToDictionary(p => p, p => names.Party(p).ShortTitle));
    }

    private async Task<List<LaneFacet>?> FindAsync(WindowQuestion question)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        return await CountedFacets.FindAsync((NpgsqlConnection)context.Database.GetDbConnection(), question, CancellationToken.None);
    }

    private async Task<(DateTimeOffset From, DateTimeOffset To, double Slot, string? Cut)> CountAsync(NpgsqlConnection connection, WindowQuestion question, List<LaneFacet> facets, LaneSet lanes, CancellationToken ct)
    {
        var wanted = Even(question);
        var length = SlotLength.All.FirstOrDefault(l => l.Typical >= wanted) ?? SlotLength.All[^1];
        var parts = facets.Where(f => !f.IsWhole).ToList();
        if (((length.Unit == SlotUnit.Hour && wanted < length.Typical / 4) || parts.Sum(f => f.Entries) <= CountedFacets.MostMarks)
            && await CountedFacets.MarksAsync(connection, parts, question.From, question.To, ct) is { } each)
            return Exact(each);

        var from = length.StartOf(question.From);
        var to = length.StartOf(question.To) is var last && last == question.To ? last : length.EndOf(last);
        // A lane comes from its whole where that has slots, and from its parts where it has none.
        var wholes = facets.Where(f => f.IsWhole && f.IsCounted).Select(f => f.Lane).ToHashSet(StringComparer.Ordinal);
        var read = facets.Where(f => f.IsWhole == wholes.Contains(f.Lane)).ToList();
        await keptSlots.AddAsync(connection, read, from, to, length, lanes, ct);
        // So few that each can be shown where it is.
        if (lanes.All.Sum(l => l.Total) <= FewEntries && await CountedFacets.MarksAsync(connection, parts, question.From, question.To, ct) is { } few)
        {
            lanes.Clear();
            return Exact(few);
        }
        return (from, to, length.Typical.TotalSeconds, null);

        (DateTimeOffset From, DateTimeOffset To, double Slot, string? Cut) Exact(IEnumerable<LaneMark> some)
        {
            AddEvenly(lanes, some, question);
            return (question.From, question.To, wanted.TotalSeconds, null);
        }
    }

    // Slots of the same length, the first at the window's start.
    private static TimeSpan Even(WindowQuestion question) => (question.To - question.From) / Math.Max(1, question.Width / PixelsOfSlot);

    private static void AddEvenly(LaneSet lanes, IEnumerable<LaneMark> marks, WindowQuestion question)
    {
        var (from, ticks) = (question.From.UtcTicks, Math.Max(TimeSpan.TicksPerSecond, Even(question).Ticks));
        lanes.Add(marks, at => from + ((at - from) / ticks * ticks));
    }

    private static async Task<(DateTimeOffset From, DateTimeOffset To, double Slot, string? Cut)> ScanAsync(RecordContext context, WindowQuestion question, LaneSet lanes, CancellationToken ct)
    {
        var (from, to) = (question.From, question.To);
        var rows = await context.Timeline.KnownOn(question.AsOf).Narrowed(context, question.Filter).Where(e => e.At >= from && e.At < to).OrderByDescending(e => e.At).ThenByDescending(e => e.Number)
            .Take(MostScanned + 1)
            .Select(e => new
            {
                e.Number, e.At, e.Importance, e.Disputed,
                Keys = question.Lanes == LaneKind.Party ? e.Parties : question.Lanes == LaneKind.Person ? e.People : question.Lanes == LaneKind.Topic ? e.Topics : question.Lanes == LaneKind.Process ? e.Processes : new[] { e.RecordKind },
            }).ToListAsync(ct);
        var isCut = rows.Count > MostScanned;
        if (isCut) rows.RemoveAt(MostScanned);
        AddEvenly(lanes, rows.SelectMany(r => (question.Lanes == LaneKind.Kind ? r.Keys : r.Keys.Append("")).Select(k => new LaneMark(k, r.At.UtcTicks, EntryWorth.Of(r.Importance, r.Number), r.Disputed))), question);
        return (from, to, Even(question).TotalSeconds, isCut ? $"More than {MostScanned:N0} entries of this window pass these filters together: the newest {MostScanned:N0} are counted and shown. A shorter window shows all." : null);
    }

    private static Task<List<long>> ReachingAsync(RecordContext context, WindowQuestion question, CancellationToken ct)
    {
        var from = question.From;
        return context.Timeline.FromSql($"select * from record.timeline_entries where till - at > interval '1 day' and tstzrange(at, till) @> {from}")
            .KnownOn(question.AsOf).Narrowed(context, question.Filter).Where(e => e.At < from).OrderByDescending(e => e.Importance).ThenByDescending(e => e.At).ThenBy(e => e.Number).Take(MostReaching)
            .Select(e => e.Number).ToListAsync(ct);
    }

    private Task<RecordNames> NamesAsync(RecordContext context, LaneKind by, List<LaneSlots> lanes, IEnumerable<string> parties, CancellationToken ct)
    {
        var kind = by switch { LaneKind.Party => "parties", LaneKind.Person => "people", LaneKind.Process => "processes", _ => null };
        var references = parties.Select(p => new Reference("parties", p, "party", ""));
        if (kind is not null) references = references.Concat(lanes.Select(l => new Reference(kind, l.Key, "lane", "")));
        return keptNames.LoadAsync(context, references, ct);
    }

    private static IEnumerable<LaneSlots> InOrder(LaneKind by, List<LaneSlots> lanes) =>
        by == LaneKind.Kind ? Kinds.All.Select(k => lanes.Find(l => l.Key == k.Key)).OfType<LaneSlots>() : lanes.OrderByDescending(l => l.Total).ThenBy(l => l.Key, StringComparer.Ordinal);

    private static string Label(LaneKind by, string key, RecordNames names) => by switch
    {
        LaneKind.Party => names.Party(key).ShortTitle,
        LaneKind.Person => names.Person(key).ShortTitle,
        LaneKind.Process => names.Process(key).ShortTitle,
        LaneKind.Topic => Topic.Find(key)?.Label ?? key,
        _ => Kinds.Get(key).Plural,
    };
}
