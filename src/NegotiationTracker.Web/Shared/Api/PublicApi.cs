using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NegotiationTracker.Web.Shared.Shell;

namespace NegotiationTracker.Web.Shared.Api;

/// <summary>What all addresses below <c>/api/v1</c> share: anybody may read them, from any site, and their answers are kept and tagged as public pages are.</summary>
internal static class PublicApi
{
    private const string AnySite = "public-api";
    private const string Root = "/api/v1";

    public static void AddPublicApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            // Names in Cyrillic go out as they are written.
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddCors(options => options.AddPolicy(AnySite, policy => policy
            .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).WithHeaders("If-None-Match").WithExposedHeaders("ETag", "Link", "Content-Disposition").SetPreflightMaxAge(TimeSpan.FromHours(24))));
    }

    /// <summary>A group of addresses below <c>/api/v1</c> whose answers are the same for everybody.</summary>
    public static RouteGroupBuilder MapPublicApi(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(Root + prefix);
        group.WithMetadata(new PublicPageAttribute()).RequireCors(AnySite);
        return group;
    }

    /// <summary>A group of addresses below <c>/api/v1</c> whose answers go out as they are read and are kept nowhere: downloads.</summary>
    public static RouteGroupBuilder MapPublicDownloads(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(Root + prefix);
        group.AllowAnonymous().RequireCors(AnySite);
        return group;
    }

    /// <summary>Whether somebody asks the API.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    /// <summary>The answer to a question that can't be answered as it was asked: 422, naming each parameter and what it takes.</summary>
    public static IResult Refused(IReadOnlyDictionary<string, string[]> faults) =>
        TypedResults.Problem(new HttpValidationProblemDetails(faults.ToDictionary())
        {
            Status = StatusCodes.Status422UnprocessableEntity, Title = "The question can't be read.", Detail = string.Join(" ", faults.Select(f => $"{f.Key}: {string.Join(" ", f.Value)}")),
        });

    /// <summary>Says where the next page of a list is (RFC 8288).</summary>
    public static void NextIs(this HttpResponse response, string address) => response.Headers.Link = $"<{address}>; rel=\"next\"";
}
