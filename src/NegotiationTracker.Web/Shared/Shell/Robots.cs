using System.Text;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary><c>/robots.txt</c> (RFC 9309): everything published may be indexed; the desk, accounts and endless result lists may not.</summary>
internal static class Robots
{
    private const string SiteMap = "/sitemap.xml";

    public static void MapRobots(this IEndpointRouteBuilder routes) => routes.MapGet("/robots.txt", (HttpRequest request, EndpointDataSource endpoints) =>
    {
        var text = new StringBuilder("User-agent: *\nDisallow: /desk\nDisallow: /account\nDisallow: /admin\nDisallow: /search\n");
        if (endpoints.Endpoints.OfType<RouteEndpoint>().Any(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}" == SiteMap))
            text.Append($"\nSitemap: {request.Scheme}://{request.Host}{SiteMap}\n");
        return TypedResults.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }).AllowAnonymous().ExcludeFromDescription();
}
