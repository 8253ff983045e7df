using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data.Chronology;

namespace NegotiationTracker.Web.Timeline.Downloads;

/// <summary>Entries as one JSON array, each as the API gives it.</summary>
internal static class TimelineJson
{
    public static Task WriteAsync(IAsyncEnumerable<TimelineEntry> entries, HttpContext http, CancellationToken ct) =>
        JsonSerializer.SerializeAsync(http.Response.Body, entries.Select(EntryAnswers.Whole), http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, ct);
}
