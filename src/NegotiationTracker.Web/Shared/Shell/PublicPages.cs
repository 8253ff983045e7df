using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Marks a page that anybody may read and that is the same for everybody: it sets no cookie and is kept in the output cache, by path and query.
/// Not for a page with a form that posts, with an interactive part, or with anything that depends on who reads it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicPageAttribute : Attribute, IAllowAnonymous;

internal static class PublicPages
{
    /// <summary>The tag of every cached page made from the published record: <c>IOutputCacheStore.EvictByTagAsync(PublicPages.Tag, …)</c>.</summary>
    public const string Tag = "record";

    public static void AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<Publications>();
        services.AddOutputCache(options => options.SizeLimit = 64 * 1024 * 1024);
        services.AddSingleton<PublicPagePolicy>();
        services.AddOptions<OutputCacheOptions>().Configure<PublicPagePolicy>((options, policy) => options.AddBasePolicy(policy));

        services.AddAntiforgery();
        var framework = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(provider => new AntiforgeryOfForms(
            (IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!)));
    }

    public static bool IsPublic(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
