namespace NegotiationTracker.Web.Shared.Live;

/// <summary>Publications reach open pages: who may listen and where.</summary>
internal static class LiveModule
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Live");
        services.AddSingleton<PublicationHistory>();
        services.AddSingleton<LiveSeats>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet("/live", LiveEndpoint.AnswerAsync).AllowAnonymous().ExcludeFromDescription();
}
