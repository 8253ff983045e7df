using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.ResponseCompression;
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

    // Bounds how long a page lags behind a publication by another process that evicts nothing here.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    public static void AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<Publications>();
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 64 * 1024 * 1024;
            // The position is part of the key: a page that was being made while something was published is kept under the one before, where
            // nobody looks any more. Throwing away by tag alone would let it in.
            options.AddBasePolicy(policy => policy.With(c => IsPublic(c.HttpContext)).Expire(Kept).Tag(Tag)
                .VaryByValue(context => KeyValuePair.Create("position", $"{context.RequestServices.GetRequiredService<Publications>().Position}"))
                // What browsers accept is written in many ways and comes down to three.
                .VaryByValue(context => KeyValuePair.Create("encoding", context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "")));
        });

        services.AddAntiforgery();
        var framework = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(provider => new AntiforgeryOfForms(
            (IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!)));
    }

    public static bool IsPublic(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
