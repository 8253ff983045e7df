using Microsoft.Extensions.Primitives;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>The headers that tell a browser what a page of ours may do. An endpoint that needs another value sets its own.</summary>
internal static class SecurityHeaders
{
    // Style attributes are allowed for Radzen's sake (desk pages); no inline style element and no inline script is.
    public const string ContentSecurityPolicy =
        "default-src 'none'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; script-src 'self'; "
        + "style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'";

    private static readonly (string Name, StringValues Value)[] Headers =
    [
        ("Content-Security-Policy", ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        // What somebody looked up here is nobody's business on the site that a citation leads to.
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // When the response starts, because the exception handler clears what was set before.
        context.Response.OnStarting(static response =>
        {
            var headers = ((HttpResponse)response).Headers;
            foreach (var (name, value) in Headers)
                headers.TryAdd(name, value);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
