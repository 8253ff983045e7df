using System.Globalization;
using System.Text;
using CsvHelper;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Errors;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>The tables of the charts in the API: all as JSON, one as CSV.</summary>
internal static class ChartDownloads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var charts = routes.MapPublicApi("/timeline/charts");
        charts.MapGet("", AllAsync);
        charts.MapGet("/{key}.csv", CsvAsync);
    }

    private static async Task<IResult> AllAsync(HttpContext http, ChartsReader reader)
    {
        var query = new ApiQuery(http.Request.Query);
        return TimelineQuestion.Read(query) is { } question ? TypedResults.Ok((await reader.ReadAsync(question.Filter, http.RequestAborted)).Tables.ToList()) : PublicApi.Refused(query.Faults);
    }

    private static async Task<IResult> CsvAsync(string key, HttpContext http, ChartsReader reader)
    {
        var query = new ApiQuery(http.Request.Query);
        if (TimelineQuestion.Read(query) is not { } question) return PublicApi.Refused(query.Faults);
        if ((await reader.ReadAsync(question.Filter, http.RequestAborted)).Tables.FirstOrDefault(t => t.Key == key) is not { } table)
        {
            http.Explain($"There is no chart '{key}'.");
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }
        var text = new StringBuilder();
        await using (var csv = new CsvWriter(new StringWriter(text), CultureInfo.InvariantCulture))
        {
            foreach (var row in table.Rows.Prepend(table.Columns))
            {
                foreach (var cell in row) csv.WriteField(SpreadsheetText.Plain(cell));
                await csv.NextRecordAsync();
            }
        }
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{table.Key}.csv\"";
        return TypedResults.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }
}
