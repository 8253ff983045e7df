using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;
using Npgsql;

namespace NegotiationTracker.Web.Timeline;

/// <summary>How many entries each choice of a filter would leave. Counted ahead where one facet answers; otherwise over the newest <see cref="MostScanned"/> that pass, and it says so.</summary>
/// <param name="Total">How many entries pass all filters.</param>
/// <param name="Disputed">How many of them are disputed.</param>
/// <param name="Kinds">By kind of record.</param>
/// <param name="Parties">By party.</param>
/// <param name="Topics">By topic.</param>
/// <param name="Processes">By process.</param>
/// <param name="People">By person: the most frequent.</param>
/// <param name="IsCut">Whether some counts are of the newest entries alone.</param>
public sealed record TimelineCounts(
    int Total, int Disputed, IReadOnlyList<FilterCount> Kinds, IReadOnlyList<FilterCount> Parties, IReadOnlyList<FilterCount> Topics, IReadOnlyList<FilterCount> Processes, IReadOnlyList<FilterCount> People, bool IsCut)
{
    /// <summary>The most entries that are counted one by one.</summary>
    public const int MostScanned = 5_000;

    private const int MostChoices = 40;

    /// <summary>What was not counted, in a sentence; empty where all was.</summary>
    public string? Cut => IsCut ? FormattableString.Invariant($"More than {MostScanned:N0} entries pass these filters together: some counts are of the newest {MostScanned:N0}.") : null;

    /// <summary>Counts for filters.</summary>
    internal static async Task<TimelineCounts> ReadAsync(RecordContext context, ListFilter filter, DateOnly? asOf, CancellationToken ct)
    {
        var scans = new Dictionary<ListFilter, List<Scanned>>();
        var isCut = false;
        var own = await ChoicesAsync(filter with { Kind = null }, FacetKind.Everything);
        var parties = await ChoicesAsync(filter with { Party = null }, FacetKind.Party);
        var topics = await ChoicesAsync(filter with { Topic = null }, FacetKind.Topic);
        var processes = await ChoicesAsync(filter with { Process = null }, FacetKind.Process);
        var people = await ChoicesAsync(filter with { Person = null }, FacetKind.Person);
        var counted = own.Where(c => filter.Kind is null || c.Key == filter.Kind).ToList();
        return new TimelineCounts(
            counted.Sum(c => c.Count), filter.Disputed ? counted.Sum(c => c.Count) : await DisputedAsync(), own, parties, topics, processes, people, isCut);

        async Task<IReadOnlyList<FilterCount>> ChoicesAsync(ListFilter narrowed, FacetKind by)
        {
            if (CountedFacets.Base(narrowed, asOf) is var (dimension, key) && (by == FacetKind.Everything || dimension == FacetKind.Everything))
                return [.. (await CountAsync(context, by == FacetKind.Everything ? dimension : by, by == FacetKind.Everything ? key : null, narrowed, ct)).Select(c => new FilterCount(c.Key, c.Entries))];
            var rows = await ScanAsync(narrowed);
            return [.. rows.SelectMany(r => r.Of(by)).CountBy(k => k).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostChoices).Select(c => new FilterCount(c.Key, c.Value))];
        }

        async Task<int> DisputedAsync()
        {
            if (CountedFacets.Base(filter, asOf) is var (dimension, key)) return (await CountAsync(context, dimension, key, filter, ct, withDisputed: true)).Where(c => filter.Kind is null || c.Key == filter.Kind).Sum(c => c.Disputed);
            return (await ScanAsync(filter)).Count(r => r.Disputed);
        }

        async Task<List<Scanned>> ScanAsync(ListFilter narrowed)
        {
            if (scans.TryGetValue(narrowed, out var done)) return done;
            var rows = await context.Timeline.AsNoTracking().KnownOn(asOf).Narrowed(context, narrowed).OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Take(MostScanned + 1)
                .Select(e => new Scanned(e.RecordKind, e.Parties, e.Topics, e.Processes, e.People, e.Disputed)).ToListAsync(ct);
            isCut |= rows.Count > MostScanned;
            return scans[narrowed] = [.. rows.Take(MostScanned)];
        }
    }

    // Whole months come from months, what is left of the first and the last from days; small facets from their marks.
    private static async Task<List<(string Key, int Entries, int Disputed)>> CountAsync(RecordContext context, FacetKind dimension, string? key, ListFilter filter, CancellationToken ct, bool withDisputed = false)
    {
        var group = key is null ? "key" : "record_kind";
        var kind = key is null ? filter.Kind : null;
        await context.Database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand { Connection = (NpgsqlConnection)context.Database.GetDbConnection() };
        command.Parameters.Add(new() { Value = (short)dimension });
        command.Parameters.Add(new() { Value = (object?)key ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = MostChoices });
        const string Asked = "where f.dimension = $1 and ($2::text is null or f.key = $2) and ($3::text is null or f.record_kind = $3) and f.record_kind <> '' and f.entries > 0";
        if (filter.From is null && filter.To is null && !withDisputed)
        {
            command.CommandText = $"select f.{group}, sum(f.entries)::int, 0 from record.timeline_facets f {Asked} group by 1 order by 2 desc, 1 limit $4";
        }
        else
        {
            var from = new DateTimeOffset(filter.From ?? new DateOnly(1000, 1, 1), TimeOnly.MinValue, TimeSpan.Zero);
            var to = new DateTimeOffset(filter.To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : DateOnly.MaxValue, TimeOnly.MinValue, TimeSpan.Zero);
            var months = SlotLength.Of(SlotUnit.Month);
            var (first, end) = (months.StartOf(from) is var start && start == from ? from : months.EndOf(start), months.StartOf(to));
            if (first > end) (first, end) = (to, to);
            foreach (var moment in new[] { from, to, first, end }) command.Parameters.Add(new() { Value = moment });
            var counted = $"""
                cross join lateral (
                    select coalesce(sum(x.entries), 0) entries, coalesce(sum(x.disputed), 0) disputed from (
                        select s.entries, s.disputed from record.timeline_slots s where f.is_counted and s.facet_id = f.id and s.unit = {(short)SlotUnit.Month} and s.start >= $7 and s.start < $8
                        union all select s.entries, s.disputed from record.timeline_slots s where f.is_counted and s.facet_id = f.id and s.unit = {(short)SlotUnit.Day} and s.start >= $5 and s.start < least($7, $6)
                        union all select s.entries, s.disputed from record.timeline_slots s where f.is_counted and s.facet_id = f.id and s.unit = {(short)SlotUnit.Day} and s.start >= greatest($8, $5) and s.start < $6
                        union all select count(*), count(*) filter (where m.disputed) from record.timeline_marks m where not f.is_counted and m.facet_id = f.id and m.at >= $5 and m.at < $6) x) n
                """;
            command.CommandText = $"select f.{group}, sum(n.entries)::int, sum(n.disputed)::int from record.timeline_facets f {counted} {Asked} group by 1 having sum(n.entries) > 0 order by 2 desc, 1 limit $4";
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, int, int)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
        return rows;
    }

    private sealed record Scanned(string Kind, string[] Parties, string[] Topics, string[] Processes, string[] People, bool Disputed)
    {
        public string[] Of(FacetKind by) => by switch { FacetKind.Party => Parties, FacetKind.Topic => Topics, FacetKind.Process => Processes, FacetKind.Person => People, _ => [Kind] };
    }
}
