using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>A facet as a part of a lane.</summary>
/// <param name="Id">Number of the facet.</param>
/// <param name="Lane">The lane that it fills; empty for what is only counted.</param>
/// <param name="Kind">Kind of its records; empty for all kinds together.</param>
/// <param name="Entries">How many entries it has at all times.</param>
/// <param name="IsCounted">Whether it has slots.</param>
internal readonly record struct LaneFacet(int Id, string Lane, string Kind, int Entries, bool IsCounted)
{
    /// <summary>Whether it is all kinds together: it has slots, and its parts have the marks.</summary>
    public bool IsWhole => Kind.Length == 0;
}

/// <summary>Answers a window from what the publishing transaction counts ahead: marks and slots of facets. Every statement reads stretches of one index.</summary>
internal static class CountedFacets
{
    /// <summary>Up to so many marks are read one by one; it takes a few milliseconds.</summary>
    public const int MostMarks = 4_000;

    /// <summary>The most lanes of a window.</summary>
    public const int MostLanes = 12;

    /// <summary>The facets that answer a question; null where filters are combined in a way that nothing is counted ahead for.</summary>
    public static async Task<List<LaneFacet>?> FindAsync(NpgsqlConnection connection, WindowQuestion question, CancellationToken ct)
    {
        if (Base(question.Filter, question.AsOf) is not var (dimension, key)) return null;
        var lanes = DimensionOf(question.Lanes);
        if (lanes is { } other && dimension != FacetKind.Everything && dimension != other) return null;
        await using var command = new NpgsqlCommand { Connection = connection };
        if (lanes is { } by && dimension == FacetKind.Everything)
        {
            // Beside the lanes, everything: an entry of several lanes, or of none, counts once in the total.
            command.CommandText = $"""
                select f.id, f.key, f.record_kind, f.entries, f.is_counted from record.timeline_facets f
                where f.dimension = $1 and ($2::text is null or f.record_kind = $2)
                    and f.key in (select key from record.timeline_facets where dimension = $1 and record_kind = coalesce($2, '') order by entries desc, key limit {MostLanes})
                union all
                select f.id, '', f.record_kind, f.entries, f.is_counted from record.timeline_facets f where f.dimension = 0 and f.key = '' and ($2::text is null or f.record_kind = $2)
                """;
            command.Parameters.Add(new() { Value = (short)by });
            command.Parameters.Add(new() { Value = (object?)question.Filter.Kind ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        }
        else
        {
            command.CommandText = $"""
                select f.id, {(lanes is null ? "f.record_kind" : "f.key")}, f.record_kind, f.entries, f.is_counted from record.timeline_facets f
                where f.dimension = $1 and f.key = $2 and ($3::text is null or f.record_kind = $3){(lanes is null ? " and f.record_kind <> ''" : "")}
                """;
            command.Parameters.Add(new() { Value = (short)dimension });
            command.Parameters.Add(new() { Value = key });
            command.Parameters.Add(new() { Value = (object?)question.Filter.Kind ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        }
        await using var reader = await command.ExecuteReaderAsync(ct);
        var facets = new List<LaneFacet>();
        while (await reader.ReadAsync(ct)) facets.Add(new LaneFacet(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetBoolean(4)));
        return facets;
    }

    /// <summary>The one facet that the filters name; null where they name several, or ask for what no facet knows.</summary>
    public static (FacetKind Dimension, string Key)? Base(ListFilter filter, DateOnly? asOf)
    {
        if (asOf is not null || filter.Disputed || filter.Place is not null || filter.Text is not null) return null;
        var named = new (FacetKind, string?)[] { (FacetKind.Process, filter.Process), (FacetKind.Party, filter.Party), (FacetKind.Person, filter.Person), (FacetKind.Topic, filter.Topic) }
            .Where(n => n.Item2 is not null).ToList();
        return named.Count switch { 0 => (FacetKind.Everything, ""), 1 => (named[0].Item1, named[0].Item2!), _ => null };
    }

    /// <summary>The marks of facets in a stretch of the axis; null where there are more than <see cref="MostMarks"/>.</summary>
    public static async Task<List<LaneMark>?> MarksAsync(NpgsqlConnection connection, IReadOnlyCollection<LaneFacet> facets, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        if (facets.Count == 0) return [];
        await using var command = new NpgsqlCommand("select facet_id, at, worth, disputed from record.timeline_marks where facet_id = any($1) and at >= $2 and at < $3 limit $4", connection)
        {
            Parameters = { new() { Value = facets.Select(f => f.Id).ToArray() }, new() { Value = from }, new() { Value = to }, new() { Value = MostMarks + 1 } },
        };
        var laneOf = facets.ToDictionary(f => f.Id, f => f.Lane);
        var marks = new List<LaneMark>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) marks.Add(new LaneMark(laneOf[reader.GetInt32(0)], reader.GetDateTime(1).Ticks, reader.GetInt64(2), reader.GetBoolean(3)));
        return marks.Count > MostMarks ? null : marks;
    }

    private static FacetKind? DimensionOf(LaneKind lanes) => lanes switch
    {
        LaneKind.Party => FacetKind.Party,
        LaneKind.Process => FacetKind.Process,
        LaneKind.Person => FacetKind.Person,
        LaneKind.Topic => FacetKind.Topic,
        _ => null,
    };
}
