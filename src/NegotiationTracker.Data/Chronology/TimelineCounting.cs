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
    private const string Ended = "select e.* from record.timeline_entries e where e.record_id = any(@records) and e.until = @moment";
    private const string Begun = "select e.* from record.timeline_entries e where e.record_id = any(@records) and e.until is null";

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
            select distinct k.dimension, k.key, e.record_kind, 0, false from ({Begun}) e cross join lateral {Facets} k on conflict do nothing
            """, Parameters(), ct);
        var touched = await RowsAsync(connection,
            $"""
            with gone as (
                delete from record.timeline_marks m using (select f.id, e.at, e.worth from ({Ended}) e {WithFacets}) g
                where m.facet_id = g.id and m.at = g.at and m.worth = g.worth returning m.facet_id, m.at, -1 change),
            come as (
                insert into record.timeline_marks (facet_id, at, worth, disputed) select f.id, e.at, e.worth, e.disputed from ({Begun}) e {WithFacets}
                returning facet_id, at, 1 change),
            changed as (select facet_id, {SlotLength.Hour.StartOf("at")} start, change from (select * from gone union all select * from come) both_ways),
            counted as (
                update record.timeline_facets f set entries = f.entries + c.change from (select facet_id, sum(change)::int change from changed group by 1) c
                where f.id = c.facet_id returning f.id, f.entries, f.is_counted)
            select distinct c.facet_id, c.start, f.is_counted from changed c join counted f on f.id = c.facet_id where f.is_counted or f.entries >= {TimelineFacet.CountedFrom}
            """, Parameters(), r => (Facet: r.GetInt32(0), Start: r.GetDateTime(1), IsCounted: r.GetBoolean(2)), ct);
        if (touched.Where(t => !t.IsCounted).Select(t => t.Facet).Distinct().ToArray() is { Length: > 0 } grown) await CountAsync(connection, grown, ct);
        var counted = touched.Where(t => t.IsCounted).ToList();
        if (counted.Count > 0) await RecountAsync(connection, [.. counted.Select(t => t.Facet)], [.. counted.Select(t => t.Start)], ct);
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
            insert into record.timeline_marks (facet_id, at, worth, disputed)
            select f.id, e.at, e.worth, e.disputed from record.timeline_entries e {WithFacets} where e.until is null order by 1, 2;
            """, [], ct);
        var many = await RowsAsync(connection, $"select id from record.timeline_facets where entries >= {TimelineFacet.CountedFrom}", [], r => r.GetInt32(0), ct);
        if (many.Count > 0) await CountAsync(connection, [.. many], ct);
    }

    /// <summary>Does so in a database that comes from before there were counts.</summary>
    /// <returns>Whether it was one.</returns>
    internal static async Task<bool> EnsureAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var missing = await RowsAsync(connection,
            "select exists (select from record.timeline_entries where until is null) and not exists (select from record.timeline_facets)", [], r => r.GetBoolean(0), ct);
        if (!missing[0]) return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RebuildAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    // Facets that have no slots yet: all of theirs.
    private static async Task CountAsync(NpgsqlConnection connection, int[] facets, CancellationToken ct)
    {
        foreach (var length in SlotLength.All)
        {
            var sql = length.From is { } from
                ? $"select facet_id, {(short)length.Unit}, {length.StartOf("start")}, sum(entries), sum(disputed), max(top) from record.timeline_slots where facet_id = any(@facets) and unit = {(short)from} group by 1, 3"
                : $"select facet_id, {(short)length.Unit}, {length.StartOf("at")}, count(*), count(*) filter (where disputed), max(worth) from record.timeline_marks where facet_id = any(@facets) group by 1, 3";
            await ExecuteAsync(connection, $"insert into record.timeline_slots (facet_id, unit, start, entries, disputed, top) {sql}", [new("facets", facets)], ct);
        }
        await ExecuteAsync(connection, "update record.timeline_facets set is_counted = true where id = any(@facets)", [new("facets", facets)], ct);
    }

    // Facets that have theirs: those over the hours in which something changed, shorter before longer.
    private static async Task RecountAsync(NpgsqlConnection connection, int[] facets, DateTime[] hours, CancellationToken ct)
    {
        foreach (var length in SlotLength.All)
        {
            var within = $"s.facet_id = c.facet_id and {(length.From is null ? "s.at" : "s.start")} >= c.start and {(length.From is null ? "s.at" : "s.start")} < {length.EndOf("c.start")}";
            var counted = length.From is { } from
                ? $"select coalesce(sum(s.entries), 0)::int entries, coalesce(sum(s.disputed), 0)::int disputed, max(s.top) top from record.timeline_slots s where {within} and s.unit = {(short)from}"
                : $"select count(*)::int entries, (count(*) filter (where s.disputed))::int disputed, max(s.worth) top from record.timeline_marks s where {within}";
            await ExecuteAsync(connection,
                $"""
                with now as (
                    select c.facet_id, c.start, n.entries, n.disputed, n.top
                    from (select distinct facet_id, {length.StartOf("start")} start from unnest(@facets, @hours) h (facet_id, start)) c cross join lateral ({counted}) n),
                gone as (delete from record.timeline_slots s using now where s.facet_id = now.facet_id and s.unit = {(short)length.Unit} and s.start = now.start and now.entries = 0)
                insert into record.timeline_slots (facet_id, unit, start, entries, disputed, top)
                select facet_id, {(short)length.Unit}, start, entries, disputed, top from now where entries > 0
                on conflict (facet_id, unit, start) do update set entries = excluded.entries, disputed = excluded.disputed, top = excluded.top
                """, [new("facets", facets), new("hours", hours)], ct);
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
}
