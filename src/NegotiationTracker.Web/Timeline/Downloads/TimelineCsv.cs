using System.Globalization;
using System.Text;
using CsvHelper;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline.Downloads;

/// <summary>Entries as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). With <c>flavour=raw</c> cells are as they are; otherwise none can be taken for a formula.</summary>
internal static class TimelineCsv
{
    private static readonly string[] Columns =
    [
        "number", "at_utc", "till_utc", "date_edtf", "zone", "time", "kind", "what", "title", "summary", "place", "processes", "parties", "people", "topics", "importance", "disputed", "sources", "url",
    ];

    public static async Task WriteAsync(IAsyncEnumerable<TimelineEntry> entries, HttpContext http, CancellationToken ct)
    {
        var isRaw = http.Request.Query["flavour"] == "raw";
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        await using var text = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: !isRaw), bufferSize: 64 * 1024);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            foreach (var cell in Cells(entry, site)) csv.WriteField(isRaw ? cell : SpreadsheetText.Plain(cell));
            await csv.NextRecordAsync();
        }
    }

    private static string?[] Cells(TimelineEntry e, string site) =>
    [
        e.Number.ToString(CultureInfo.InvariantCulture), Moment(e.At), e.Till is { } till ? Moment(till) : null, e.Date, e.Zone, Edtf.Parse(e.Date).Short(e.Zone), e.RecordKind, e.Kind.ToString(), e.Title, e.Summary, e.Place,
        string.Join(';', e.Processes), string.Join(';', e.Parties), string.Join(';', e.People), string.Join(';', e.Topics), e.Importance.ToString(CultureInfo.InvariantCulture), e.Disputed ? "true" : "false",
        string.Join(';', e.Sources), site + Links.To(e.RecordKind, e.RecordSlug),
    ];

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
