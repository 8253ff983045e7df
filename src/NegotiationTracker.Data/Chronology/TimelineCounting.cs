using Npgsql;

namespace NegotiationTracker.Data.Chronology;

/// <summary>
/// Keeps facets, marks and slots true to the entries. The publishing transaction calls it, so no reader ever sees counts that differ from the entries.
/// </summary>
public static class TimelineCounting
{
    // The facets of a row e of timeline_entries. An array of an entry holds a slug once only.
    internal const string Facets = "(select 0::smallint dimension, '' key union all select 1, unnest(e.processes) union all select 2, unnest(e.parties) union all select 3, unnest(e.people) union all select 4, unnest(e.topics))";

    private const string WithFacets = $"cross join lateral {Facets} k join record.timeline_facets f on f.dimension = k.dimension and f.key = k.key and f.record_kind = e.record_kind";
    private const string WithParts = "from record.timeline_facets w join record.timeline_facets p on p.dimension = w.dimension and p.key = w.key and p.record_kind <> '' and w.record_kind = ''";

    private const string Ended = "select e.* from record.timeline_entries e where e.record_id = any(@records) and e.until = @moment";
    private const string Begun = "select e.* from record.timeline_entries e where e.record_id = any(@records) and e.until is null";

    // What fills slots, shorter before longer. The hours of a whole are filled by its parts: by their hours, or by single marks where a part is too small for hours.
    private static readonly Filling[] Fillings =
    [
        new(SlotLength.Hour, "select facet_id, at, 1 entries, disputed::int disputed, worth top from record.timeline_marks", OfWholes: false),
        new(SlotLength.Hour,
            $"""
            select w.id facet_id, s.start at, s.entries, s.disputed, s.top {WithParts} and p.is_counted join record.timeline_slots s on s.facet_id = p.id and s.unit = {(short)SlotUnit.Hour}
            union all select w.id, m.at, 1, m.disputed::int, m.worth {WithParts} and not p.is_counted join record.timeline_marks m on m.facet_id = p.id
            """, OfWholes: true),
        .. SlotLength.All.Where(l => l.From is not null)
            .Select(l => new Filling(l, $"select facet_id, start at, entries, disputed, top from record.timeline_slots where unit = {(short)l.From!.Value}", OfWholes: null)),
    ];

    /// <summary>Takes what a publication changed into account: entries that ended at that moment and those that began.</summary>
    /// <param name="connection">Connection in the publication's transaction, its entries saved.</param>
    /// <param name="records">Ids of the records.</param>
    /// <param name="moment">When the publication was, UTC.</param>
    /// <param name="ct">Stops it.</param>
    internal static async Task ApplyAsync(NpgsqlConnection connection, Guid[] records, DateTimeOffset moment, CancellationToken ct)
    {
        NpgsqlParameter[] Parameters() => [new("records", records), new("moment", moment)];
        await ExecuteAsync(connection,
            $"""
            insert into record.timeline_facets (dimension, key, record_kind, entries, is_counted)
            select distinct k.dimension, k.key, x.kind, 0, false from ({Begun}) e cross join lateral {Facets} k cross join lateral (values (e.record_kind), ('')) x (kind) on conflict do nothing
            """, Parameters(), ct);
        var touched = await RowsAsync(connection,
            $"""
            with gone as (
                delete from record.timeline_marks m using (select f.id, e.at, e.worth from ({Ended}) e {WithFacets}) g
                where m.facet_id = g.id and m.at = g.at and m.worth = g.worth returning m.facet_id, m.at, -1 change),
            come as (
                insert into record.timeline_marks (facet_id, at, worth, disputed) select f.id, e.at, e.worth, e.disputed from ({Begun}) e {WithFacets}
                returning facet_id, at, 1 change),
            moved as (select facet_id, {SlotLength.Hour.StartOf("at")} start, change from (select * from gone union all select * from come) both_ways),
            changed as (
                select * from moved union all
                select w.id, m.start, m.change from moved m join record.timeline_facets p on p.id = m.facet_id join record.timeline_facets w on w.dimension = p.dimension and w.key = p.key and w.record_kind = ''),
            counted as (
                update record.timeline_facets f set entries = f.entries + c.change from (select facet_id, sum(change)::int change from changed group by 1) c
                where f.id = c.facet_id returning f.id, f.record_kind, f.entries, f.is_counted)
            select distinct c.facet_id, f.record_kind = '', f.is_counted, c.start from changed c join counted f on f.id = c.facet_id where f.is_counted or f.entries >= {TimelineFacet.CountedFrom}
            """, Parameters(), r => (Facet: r.GetInt32(0), IsWhole: r.GetBoolean(1), IsCounted: r.GetBoolean(2), Start: r.GetDateTime(3)), ct);
        await CountAsync(connection, [.. touched.Where(t => !t.IsCounted).Select(t => (t.Facet, t.IsWhole)).Distinct()], ct);
        await RecountAsync(connection, [.. touched.Where(t => t.IsCounted).Select(t => (t.Facet, t.IsWhole, t.Start))], ct);
    }

    /// <summary>Computes everything anew from the entries.</summary>
    /// <param name="connection">Connection of the owner or the desk, in a transaction of the caller's.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task RebuildAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await ExecuteAsync(connection,
            $"""
            delete from record.timeline_slots;
            delete from record.timeline_marks;
            delete from record.timeline_facets;
            insert into record.timeline_facets (dimension, key, record_kind, entries, is_counted)
            select k.dimension, k.key, e.record_kind, count(*), false from record.timeline_entries e cross join lateral {Facets} k where e.until is null group by 1, 2, 3;
            insert into record.timeline_facets (dimension, key, record_kind, entries, is_counted) select dimension, key, '', sum(entries), false from record.timeline_facets group by 1, 2;
            insert into record.timeline_marks (facet_id, at, worth, disputed)
            select f.id, e.at, e.worth, e.disputed from record.timeline_entries e {WithFacets} where e.until is null order by 1, 2;
            """, [], ct);
        await CountAsync(connection, await RowsAsync(connection, $"select id, record_kind = '' from record.timeline_facets where entries >= {TimelineFacet.CountedFrom}", [], r => (r.GetInt32(0), r.GetBoolean(1)), ct), ct);
    }

    /// <summary>Does so in a database that comes from before there were counts.</summary>
    /// <returns>Whether it was one.</returns>
    internal static async Task<bool> EnsureAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var missing = await RowsAsync(connection,
            "select exists (select from record.timeline_entries where until is null) and not exists (select from record.timeline_facets where record_kind = '')", [], r => r.GetBoolean(0), ct);
        if (!missing[0]) return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RebuildAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    // Facets that have no slots yet: all of theirs. They count as having them from the start, for the wholes that they are parts of.
    private static async Task CountAsync(NpgsqlConnection connection, List<(int Facet, bool IsWhole)> facets, CancellationToken ct)
    {
        if (facets.Count == 0) return;
        await ExecuteAsync(connection, "update record.timeline_facets set is_counted = true where id = any(@facets)", [new("facets", facets.Select(f => f.Facet).ToArray())], ct);
        foreach (var (length, rows, ofWholes) in Fillings)
        {
            await ExecuteAsync(connection,
                $"""
                insert into record.timeline_slots (facet_id, unit, start, entries, disputed, top)
                select facet_id, {(short)length.Unit}, {length.StartOf("at")}, sum(entries), sum(disputed), max(top) from ({rows}) r where facet_id = any(@facets) group by 1, 3
                """, [new("facets", facets.Where(f => (ofWholes ?? f.IsWhole) == f.IsWhole).Select(f => f.Facet).ToArray())], ct);
        }
    }

    // Facets that have theirs: those over the hours in which something changed.
    private static async Task RecountAsync(NpgsqlConnection connection, List<(int Facet, bool IsWhole, DateTime Hour)> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        foreach (var (length, rows, ofWholes) in Fillings)
        {
            var own = changed.Where(c => (ofWholes ?? c.IsWhole) == c.IsWhole).ToList();
            await ExecuteAsync(connection,
                $"""
                with now as (
                    select c.facet_id, c.start, n.entries, n.disputed, n.top
                    from (select distinct facet_id, {length.StartOf("start")} start from unnest(@facets, @hours) h (facet_id, start)) c cross join lateral (
                        select coalesce(sum(r.entries), 0)::int entries, coalesce(sum(r.disputed), 0)::int disputed, max(r.top) top
                        from ({rows}) r where r.facet_id = c.facet_id and r.at >= c.start and r.at < {length.EndOf("c.start")}) n),
                gone as (delete from record.timeline_slots s using now where s.facet_id = now.facet_id and s.unit = {(short)length.Unit} and s.start = now.start and now.entries = 0)
                insert into record.timeline_slots (facet_id, unit, start, entries, disputed, top)
                select facet_id, {(short)length.Unit}, start, entries, disputed, top from now where entries > 0
                on conflict (facet_id, unit, start) do update set entries = excluded.entries, disputed = excluded.disputed, top = excluded.top
                """, [new("facets", own.Select(c => c.Facet).ToArray()), new("hours", own.Select(c => c.Hour).ToArray())], ct);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }

    // Rows with facet_id, at, entries, disputed and top that fill slots of a length: of facets of all kinds together, of those of one kind, or of both.
    private readonly record struct Filling(SlotLength Length, string Rows, bool? OfWholes);
}
