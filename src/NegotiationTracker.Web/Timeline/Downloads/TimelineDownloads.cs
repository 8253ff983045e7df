using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Shared.Api;

namespace NegotiationTracker.Web.Timeline.Downloads;

/// <summary>
/// The selected part of the timeline as a file: <c>/api/v1/timeline.csv</c>, <c>.json</c> and <c>.ics</c>, with the parameters of the list. It goes out
/// as it is read, newest first; where there is more than a file holds, <c>after</c> goes on as in the list.
/// </summary>
internal static class TimelineDownloads
{
    /// <summary>The most entries of a file of rows.</summary>
    public const int MostRows = 100_000;

    /// <summary>The most entries of a calendar: programs that show one read it whole.</summary>
    public const int MostEvents = 5_000;

    private const int Stretch = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var downloads = routes.MapPublicDownloads("");
        downloads.MapGet("/timeline.csv", (HttpContext http, IDbContextFactory<RecordContext> contexts) => SendAsync(http, contexts, "csv", "text/csv; charset=utf-8", MostRows, TimelineCsv.WriteAsync));
        downloads.MapGet("/timeline.json", (HttpContext http, IDbContextFactory<RecordContext> contexts) => SendAsync(http, contexts, "json", "application/json; charset=utf-8", MostRows, TimelineJson.WriteAsync));
        downloads.MapGet("/timeline.ics", (HttpContext http, IDbContextFactory<RecordContext> contexts) => SendAsync(http, contexts, "ics", "text/calendar; charset=utf-8", MostEvents, TimelineCalendar.WriteAsync));
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, IDbContextFactory<RecordContext> contexts, string extension, string type, int most, Func<IAsyncEnumerable<TimelineEntry>, HttpContext, CancellationToken, Task> write)
    {
        var query = new ApiQuery(http.Request.Query);
        if (TimelineQuestion.Read(query, most, usual: most) is not { } question) return PublicApi.Refused(query.Faults);
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"timeline{(question.AsOf is { } day ? $"-as-of-{day:yyyy-MM-dd}" : "")}.{extension}\"";
        http.Response.Headers.CacheControl = "no-store";
        await write(EntriesAsync(contexts, question, http.RequestAborted), http, http.RequestAborted);
        return TypedResults.Empty;
    }

    private static async IAsyncEnumerable<TimelineEntry> EntriesAsync(IDbContextFactory<RecordContext> contexts, TimelineQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var place = question.After;
        for (var left = question.Limit; left > 0; left -= Stretch)
        {
            var rows = await TimelineRows.ReadAsync(context, question.Filter, question.AsOf, place, isBackwards: false, Math.Min(left, Stretch), ct);
            foreach (var row in rows) yield return row;
            if (rows.Count < Stretch) yield break;
            place = new TimelineCursor(rows[^1].At, rows[^1].Worth);
        }
    }
}
