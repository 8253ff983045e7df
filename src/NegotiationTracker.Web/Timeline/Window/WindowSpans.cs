using System.Globalization;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;
using NpgsqlTypes;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Reads what lasts: when ceasefires were in force, and what is said of them and of promises.</summary>
internal static class WindowSpans
{
    /// <summary>What is read of a span <c>s</c> for <see cref="Read"/>.</summary>
    public const string Columns = """s.form, s.record_slug, s.title, s."from", s.due, s.till, s.status""";

    private const int MostLooked = 500;
    private const string Order = """(s.till is null) desc, (s.till - s."from") desc, s.record_id""";
    private const string Passes = "($1 is null or $1 = any(s.processes)) and ($2 is null or $2 = any(s.parties)) and ($3 is null or $3 = any(s.people)) and ($4 is null or $4 = any(s.topics))";

    // In a longer window the longest of all are soon found to lie in it. In a shorter one few lie at all: these are found first (offset 0 makes PostgreSQL do so), then put in order.
    private static readonly TimeSpan LongWindow = TimeSpan.FromDays(366);

    /// <summary>When the ceasefires that pass filters were in force: those still in force first, then the longest.</summary>
    public static async Task<Truce[]> TrucesAsync(NpgsqlConnection connection, ListFilter filter, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""select s.record_id, s."from", s.till from record.timeline_spans s where s.form = 0 and {Passes} order by {Order} limit $5""", connection);
        foreach (var parameter in Texts(filter).Append(new() { Value = most })) command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var truces = new List<Truce>();
        while (await reader.ReadAsync(ct)) truces.Add(new Truce(reader.GetGuid(0), Moment(reader, 1)!.Value, Moment(reader, 2)));
        return [.. truces];
    }

    /// <summary>The ceasefires over a window, in the same order. Through a filter more are looked at than are shown.</summary>
    public static async Task<List<WindowSpan>> CeasefiresAsync(NpgsqlConnection connection, ListFilter filter, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(CeasefiresOver(filter.Narrows ? MostLooked : most, to - from > LongWindow), connection);
        foreach (var parameter in Texts(filter).Concat([new() { Value = from }, new() { Value = to }, new() { Value = most }])) command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var spans = new List<WindowSpan>();
        while (await reader.ReadAsync(ct)) spans.Add(Read(reader, 0));
        return spans;
    }

    /// <summary>What is said of spans, by their keys.</summary>
    public static async Task<IEnumerable<KeyValuePair<(Guid Record, DateTimeOffset From), OnceWritten<WindowSpan>>>> SaidAsync(NpgsqlConnection connection, IReadOnlyCollection<(Guid Record, DateTimeOffset From)> keys, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""select {Columns}, s.record_id from unnest($1, $2) k (record_id, "from") join record.timeline_spans s using (record_id, "from")""", connection)
        {
            Parameters = { new() { Value = keys.Select(k => k.Record).ToArray() }, new() { Value = keys.Select(k => k.From).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var said = new List<KeyValuePair<(Guid Record, DateTimeOffset From), OnceWritten<WindowSpan>>>();
        while (await reader.ReadAsync(ct))
        {
            var span = Read(reader, 0);
            said.Add(KeyValuePair.Create((reader.GetGuid(7), span.From), new OnceWritten<WindowSpan>(span)));
        }
        return said;
    }

    /// <summary>The span of the row on which a reader stands.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="first">Where in the row <see cref="Columns"/> begin.</param>
    public static WindowSpan Read(NpgsqlDataReader reader, int first)
    {
        var form = (SpanForm)reader.GetInt16(first);
        var kind = form == SpanForm.Promise ? "commitments" : "ceasefires";
        return new WindowSpan(
            form.ToString(), kind, Links.To(kind, reader.GetString(first + 1)), reader.GetString(first + 2), Moment(reader, first + 3)!.Value, Moment(reader, first + 4), Moment(reader, first + 5), reader.GetString(first + 6));
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    // How many are looked at stands in the text, so that a plan made once is the plan for it.
    private static string CeasefiresOver(int looked, bool isLong) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        select {Columns}
            from (select * from {(isLong ? "record.timeline_spans" : """(select * from record.timeline_spans where form = 0 and tstzrange("from", till) && tstzrange($5, $6) offset 0)""")} s
                where s.form = 0 and s."from" < $6 and (s.till is null or (s.till > $5 and s.till > s."from")) order by {Order} limit {looked}) s
            where {Passes}
            order by {Order} limit $7
        """);

    private static IEnumerable<NpgsqlParameter> Texts(ListFilter filter) =>
        new[] { filter.Process, filter.Party, filter.Person, filter.Topic }.Select(text => new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
}
