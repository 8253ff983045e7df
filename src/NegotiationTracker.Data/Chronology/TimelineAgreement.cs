using Npgsql;

namespace NegotiationTracker.Data.Chronology;

/// <summary>Holds marks, facets and slots against the entries, for <c>verify</c>.</summary>
internal static class TimelineAgreement
{
    // Those of facets of all kinds together are their parts'.
    private const string Marks = """
        (select facet_id, at, worth, disputed from record.timeline_marks
        union all select w.id, m.at, m.worth, m.disputed
            from record.timeline_facets w join record.timeline_facets p on p.dimension = w.dimension and p.key = w.key and p.record_kind <> '' and w.record_kind = '' join record.timeline_marks m on m.facet_id = p.id)
        """;

    private static readonly (string Sql, string Finding)[] Questions =
    [
        (Different(
            $"select k.dimension, k.key, e.record_kind, e.at, e.worth, e.disputed from record.timeline_entries e cross join lateral {TimelineCounting.Facets} k where e.until is null",
            "select f.dimension, f.key, f.record_kind, m.at, m.worth, m.disputed from record.timeline_marks m join record.timeline_facets f on f.id = m.facet_id"), "marks differ from the timeline's entries"),
        (Different($"select facet_id, count(*)::int from {Marks} m group by 1", "select id, entries from record.timeline_facets where entries > 0"), "facets count otherwise than their marks"),
        .. SlotLength.All.Select(length => (Different(
            length.From is { } from
                ? $"select facet_id, {length.StartOf("start")}, sum(entries), sum(disputed), max(top) from record.timeline_slots where unit = {(short)from} group by 1, 2"
                : $"select facet_id, {length.StartOf("at")}, count(*), count(*) filter (where disputed), max(worth) from {Marks} m join record.timeline_facets f on f.id = m.facet_id where f.is_counted group by 1, 2",
            $"select facet_id, start, entries, disputed, top from record.timeline_slots where unit = {(short)length.Unit}"), $"slots of the unit {length.Unit} count otherwise than what fills them")),
    ];

    /// <summary>What disagrees, a sentence each.</summary>
    public static async Task<List<string>> FindAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var findings = new List<string>();
        foreach (var (sql, finding) in Questions)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            if ((long)(await command.ExecuteScalarAsync(ct))! is var count and > 0) findings.Add($"timeline: {count} {finding}.");
        }
        return findings;
    }

    private static string Different(string expected, string found) => $"select (select count(*) from (({expected}) except all ({found})) missing) + (select count(*) from (({found}) except all ({expected})) surplus)";
}
