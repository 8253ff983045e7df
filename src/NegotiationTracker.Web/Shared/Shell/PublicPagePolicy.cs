using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Keeps public answers by address, by what the browser accepts, and by the last publication they show: an answer that was being made while something was
/// published is kept under the one before, where nobody looks any more. Throwing away by tag alone would let it in.
/// </summary>
/// <remarks>One policy instead of a chain, and without the request's services: to send a kept page costs little more than its bytes.</remarks>
internal sealed class PublicPagePolicy(Publications publications, IResponseCompressionProvider compression) : IOutputCachePolicy
{
    // Bounds how long a page lags behind a publication by another process that evicts nothing here.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    // So many ways of writing what is accepted are known at a time; browsers have some ten.
    private const int MostAccepted = 100;

    private readonly ConcurrentDictionary<string, string> _accepted = new(StringComparer.Ordinal);
    private volatile Varying _varying = new(null);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!PublicPages.IsPublic(http) || !HttpMethods.IsGet(http.Request.Method) || IsSomebody(http)) return ValueTask.CompletedTask;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.Tags.Add(PublicPages.Tag);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["is"] = OfPosition().For(Encoding(http));
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool IsSomebody(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 || (http.Request.Headers.Cookie.Count > 0 && http.User.Identity is { IsAuthenticated: true });

    private Varying OfPosition()
    {
        var (varying, position) = (_varying, publications.Position);
        return varying.Position == position ? varying : _varying = new Varying(position);
    }

    // What browsers accept is written in many ways and comes down to three.
    private string Encoding(HttpContext http)
    {
        if (http.Request.Headers[HeaderNames.AcceptEncoding] is not [{ } accepted]) return Chosen(http);
        if (_accepted.TryGetValue(accepted, out var known)) return known;
        if (_accepted.Count >= MostAccepted) _accepted.Clear();
        return _accepted[accepted] = Chosen(http);
    }

    private string Chosen(HttpContext http) => compression.GetCompressionProvider(http)?.EncodingName ?? "";

    /// <summary>What answers vary by, written once for every publication.</summary>
    private sealed class Varying(long? position)
    {
        private readonly ConcurrentDictionary<string, string> _byEncoding = new(StringComparer.Ordinal);

        public long? Position => position;

        public string For(string encoding) => _byEncoding.GetOrAdd(encoding, static (name, at) => $"{at} {name}", position);
    }
}
