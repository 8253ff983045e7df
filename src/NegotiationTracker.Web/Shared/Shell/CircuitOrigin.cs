namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Lets only our own pages open a circuit. A browser lets any site open a WebSocket to any other, cookies included, and Blazor's hub does not look
/// at where it was opened from.
/// </summary>
internal static class CircuitOrigin
{
    public static void UseCircuitOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || IsOurs(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] == "cross-site")
            return false;
        // The scheme is left out: behind a proxy that ends TLS ours is http and the browser's https.
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
