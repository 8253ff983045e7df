using NegotiationTracker.Web.Timeline.Charts;
using NegotiationTracker.Web.Timeline.Downloads;
using NegotiationTracker.Web.Timeline.Window;

namespace NegotiationTracker.Web.Timeline;

/// <summary>The timeline: its list, its explorer, and the API that both the explorer and others read.</summary>
internal static class TimelineModule
{
    public static void AddTimeline(this IServiceCollection services) => services
        .AddSingleton<TimelineReader>().AddSingleton<WindowReader>().AddSingleton<EntryReader>().AddSingleton<ChartsReader>().AddSingleton<KeptSources>()
        .AddSingleton<KeptSlots>().AddSingleton<KeptReaching>().AddSingleton<KeptCeasefires>().AddSingleton<KeptEntries>().AddHostedService<FirstEntries>();

    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        TimelineApi.Map(routes);
        TimelineDownloads.Map(routes);
        ChartDownloads.Map(routes);
    }
}
