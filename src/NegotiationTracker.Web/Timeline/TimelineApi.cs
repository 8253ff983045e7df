using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Errors;
using NegotiationTracker.Web.Shared.Lists;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;

namespace NegotiationTracker.Web.Timeline;

/// <summary>The timeline in the API: windows for those who draw it, pages for those who read it, single entries, and counts for filters.</summary>
internal static class TimelineApi
{
    private const string Path = "/api/v1/timeline";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var timeline = routes.MapPublicApi("/timeline");
        timeline.MapGet("", ListAsync);
        timeline.MapGet("/window", WindowAsync);
        timeline.MapGet("/counts", CountsAsync);
        timeline.MapGet("/entries/{number:long:min(1)}", EntryAsync);
    }

    private static async Task<IResult> WindowAsync(HttpContext http, WindowReader reader)
    {
        var query = new ApiQuery(http.Request.Query);
        return WindowQuestion.Read(query) is { } question ? TypedResults.Ok(await reader.ReadAsync(question, http.RequestAborted)) : PublicApi.Refused(query.Faults);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IDbContextFactory<RecordContext> contexts, KeptNames keptNames, KeptSources keptSources)
    {
        var query = new ApiQuery(http.Request.Query);
        if (TimelineQuestion.Read(query) is not { } question) return PublicApi.Refused(query.Faults);
        var ct = http.RequestAborted;
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var rows = await TimelineRows.ReadAsync(context, question.Filter, question.AsOf, question.After, isBackwards: false, question.Limit + 1, ct);
        var isMore = rows.Count > question.Limit;
        if (isMore) rows.RemoveAt(rows.Count - 1);
        var entries = rows.ConvertAll(EntryAnswers.Whole);
        var next = isMore ? Links.With(Path, [.. question.Pairs(new TimelineCursor(rows[^1].At, rows[^1].Worth)), ("limit", query.Has("limit") ? query.Text("limit") : null)]) : null;
        if (next is not null) http.Response.NextIs(next);
        var sources = await keptSources.LoadAsync(context, rows.SelectMany(r => r.Sources), ct);
        return TypedResults.Ok(new TimelineAnswer(entries, next, await EntryReader.NamesAsync(context, keptNames, entries, ct), [.. sources.Select(s => s.Answer)]));
    }

    private static async Task<IResult> EntryAsync(long number, HttpContext http, EntryReader reader)
    {
        if (await reader.FindAsync(number, http.RequestAborted) is { } detail) return TypedResults.Ok(detail);
        http.Explain($"There is no timeline entry {number}.");
        return TypedResults.StatusCode(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CountsAsync(HttpContext http, IDbContextFactory<RecordContext> contexts, KeptNames keptNames)
    {
        var query = new ApiQuery(http.Request.Query);
        if (TimelineQuestion.Read(query) is not { } question) return PublicApi.Refused(query.Faults);
        var ct = http.RequestAborted;
        await using var context = await contexts.CreateDbContextAsync(ct);
        var counts = await TimelineCounts.ReadAsync(context, question.Filter, question.AsOf, ct);
        var names = await keptNames.LoadAsync(
            context,
            [
                .. counts.Parties.Select(c => new Reference("parties", c.Key, "party", "")), .. counts.Processes.Select(c => new Reference("processes", c.Key, "process", "")),
                .. counts.People.Select(c => new Reference("people", c.Key, "participant", "")),
            ], ct);
        return TypedResults.Ok(new CountsAnswer(
            counts.Total, counts.Disputed, counts.Cut, Of(counts.Kinds, k => Kinds.Get(k).Plural), Of(counts.Parties, p => names.Party(p).ShortTitle), Of(counts.Topics, t => Topic.Find(t)?.Label ?? t),
            Of(counts.Processes, p => names.Process(p).Title), Of(counts.People, p => names.Person(p).Title)));
    }

    private static List<CountAnswer> Of(IReadOnlyList<FilterCount> counts, Func<string, string> label) => [.. counts.Select(c => new CountAnswer(c.Key, label(c.Key), c.Count))];
}
