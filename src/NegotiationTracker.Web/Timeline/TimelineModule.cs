using NegotiationTracker.Web.Shared.Shell;
using NegotiationTracker.Web.Timeline.Window;

namespace NegotiationTracker.Web.Timeline;

/// <summary>The timeline: its list, its explorer, and the API that both the explorer and others read.</summary>
internal static class TimelineModule
{
    public static void AddTimeline(this IServiceCollection services) => services.AddSingleton<TimelineReader>().AddSingleton<WindowReader>();

    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        var timeline = routes.MapGroup("/api/v1/timeline").WithMetadata(new PublicPageAttribute());
        timeline.MapGet("/window", WindowAsync);
    }

    private static async Task<IResult> WindowAsync(HttpContext http, WindowReader reader) =>
        WindowQuestion.Read(http.Request.Query, out var faults) is { } question
            ? TypedResults.Ok(await reader.ReadAsync(question, http.RequestAborted))
            : TypedResults.ValidationProblem(faults, detail: "The window can't be read.");
}
