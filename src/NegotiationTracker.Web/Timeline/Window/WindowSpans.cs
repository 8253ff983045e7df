using System.Globalization;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared;
using Npgsql;
using NpgsqlTypes;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>Reads what lasts: ceasefires that lie over a window, and promises of the entries that it shows.</summary>
internal static class WindowSpans
{
    private const int MostCeasefires = 30;
    private const int MostLooked = 500;

    private const string Order = """(s.till is null) desc, (s.till - s."from") desc, s.record_id""";
    private const string Columns = """s.form, r.kind, r.slug, r.title, s."from", s.due, s.till, s.status""";

    // In a longer window the longest of all are soon found to lie in it. In a shorter one few lie at all: these are found first (offset 0 makes PostgreSQL do so), then put in order.
    private static readonly TimeSpan LongWindow = TimeSpan.FromDays(366);

    /// <summary>Asks for the ceasefires over a window; null where its filters leave none to see.</summary>
    public static NpgsqlBatchCommand? Ceasefires(WindowQuestion question, DateTimeOffset from, DateTimeOffset to)
    {
        var filter = question.Filter;
        // Spans are those of now; on a past day the entries alone are sure.
        if (question.AsOf is not null || filter.Kind is not (null or "ceasefires")) return null;
        // Of many that lie over a long window those in force and the longest are to be seen. Through a filter more are looked at than are shown.
        return new NpgsqlBatchCommand(CeasefiresOver(filter.Narrows ? MostLooked : MostCeasefires, to - from > LongWindow))
        {
            Parameters = { new() { Value = from }, new() { Value = to }, Text(filter.Process), Text(filter.Party), Text(filter.Person), Text(filter.Topic) },
        };
    }

    /// <summary>Reads the promises of records, by their ids.</summary>
    public static async Task<Dictionary<Guid, WindowSpan>> PromisesAsync(NpgsqlConnection connection, Guid[] records, CancellationToken ct)
    {
        var promises = new Dictionary<Guid, WindowSpan>();
        if (records.Length == 0) return promises;
        await using var command = new NpgsqlCommand($"select {Columns}, s.record_id from record.timeline_spans s join record.records r on r.id = s.record_id where s.form = 1 and s.record_id = any($1)", connection) { Parameters = { new() { Value = records } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) promises[reader.GetGuid(8)] = Read(reader);
        return promises;
    }

    /// <summary>The span of the row on which a reader stands.</summary>
    public static WindowSpan Read(NpgsqlDataReader reader)
    {
        var kind = reader.GetString(1);
        return new WindowSpan(((SpanForm)reader.GetInt16(0)).ToString(), kind, Links.To(kind, reader.GetString(2)), reader.GetString(3), Moment(4)!.Value, Moment(5), Moment(6), reader.GetString(7));

        DateTimeOffset? Moment(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
    }

    // The numbers stand in the text, so that a plan made once is the plan for them.
    private static string CeasefiresOver(int looked, bool isLong) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        select {Columns}
            from (select * from (select * from {(isLong ? "record.timeline_spans" : """(select * from record.timeline_spans where form = 0 and tstzrange("from", till) && tstzrange($1, $2) offset 0)""")} s
                    where s.form = 0 and s."from" < $2 and (s.till is null or (s.till > $1 and s.till > s."from")) order by {Order} limit {looked}) s
                where ($3 is null or $3 = any(s.processes)) and ($4 is null or $4 = any(s.parties)) and ($5 is null or $5 = any(s.people)) and ($6 is null or $6 = any(s.topics))
                order by {Order} limit {MostCeasefires}) s
            join record.records r on r.id = s.record_id
        """);

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
