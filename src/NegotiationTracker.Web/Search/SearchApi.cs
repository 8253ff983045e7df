using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Search;

/// <summary>The search in the API: the same hits in the same order as on the page, and what is offered while somebody types.</summary>
internal static class SearchApi
{
    private const string Path = "/api/v1/search";
    private const int MostOfPage = 200;
    private const int Usual = 25;

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var search = routes.MapPublicApi("/search");
        search.MapGet("", FindAsync);
        search.MapGet("/suggest", SuggestAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext http, RecordSearch search)
    {
        var query = new ApiQuery(http.Request.Query);
        var filter = query.Filter();
        if (filter.Text is null) query.Faults.TryAdd("q", ["What is looked for: words, \"phrases\", -without, this OR that, or a date."]);
        var (after, limit) = (query.Number("after", 0, SearchBounds.Usual.Ranked, 0), query.Number("limit", 1, MostOfPage, Usual));
        if (query.Faults.Count > 0) return PublicApi.Refused(query.Faults);
        var page = await search.FindAsync(new SearchQuestion(filter.Text!, filter.Kind, after, limit), http.RequestAborted);
        var last = after + page.Hits.Count;
        var next = last < page.Ranked ? Links.With(Path, ("q", filter.Text), ("kind", filter.Kind), ("limit", query.Has("limit") ? query.Text("limit") : null), ("after", $"{last}")) : null;
        if (next is not null) http.Response.NextIs(next);
        return TypedResults.Ok(new SearchAnswer(
            filter.Text!, page.Instead, page.Total, page.IsExact, page.Ranked, page.Counts.ByKind, [.. page.Hits.Select(Of)], page.Period is { } period ? Of(period) : null, page.Ignored, page.Notes, next));
    }

    private static async Task<IResult> SuggestAsync(HttpContext http, SearchSuggestions suggestions)
    {
        var query = new ApiQuery(http.Request.Query);
        var text = query.Filter().Text;
        if (text is null) query.Faults.TryAdd("q", ["The beginning of a name or a title."]);
        return query.Faults.Count > 0 ? PublicApi.Refused(query.Faults) : TypedResults.Ok(new SuggestAnswer(text!, await suggestions.FindAsync(text!, http.RequestAborted)));
    }

    private static HitAnswer Of(SearchHit hit) => new(
        hit.Kind, hit.Slug, hit.Href, hit.Title, hit.Named.Count > 0 ? string.Concat(hit.Named.Select(p => p.Text)) : null, hit.Date, hit.Zone, hit.Date is { } date ? Edtf.Parse(date).Short(hit.Zone) : null,
        hit.Place, hit.Summary, hit.Passage, hit.Disputed, hit.SourceCount);

    private static PeriodAnswer Of(SearchPeriod period) => new(
        period.Words, period.First, period.Last, period.About.Length > 0 ? period.About : null, period.About.Length > 0 ? null : period.Count, period.IsExact, period.Href,
        [.. period.Entries.Select(e => new HappenedAnswer(e.Number, Words.Of(e.Kind), e.Title, e.Date, e.Zone, Edtf.Parse(e.Date).Short(e.Zone), Links.To(e.RecordKind, e.RecordSlug)))]);
}
