using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.ResponseCompression;
using NegotiationTracker.Web.Shared.Api;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>What every page needs, whatever it shows: headers, limits, error answers, caching, compression, static files.</summary>
internal static class ShellModule
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        // In a build that was not published the assets lie in obj/ and in packages; a no-op where they were published.
        builder.WebHost.UseStaticWebAssets();
        // By default a build that was not published watches its assets and forbids caching them; only developers want that.
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Wide enough that a too long address reaches RequestTargetLimits, which explains itself; Kestrel only hangs up.
            kestrel.Limits.MaxRequestLineSize = 4 * RequestTargetLimits.MaxLength;
        });
        if (!IsAddressConfigured(builder.Configuration))
            builder.WebHost.UseUrls(TrackerApp.DefaultAddress);

        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        // Names in Cyrillic go out as they are written, at two bytes a letter instead of eight.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler(options =>
        {
            options.StatusCodeSelector = ErrorAnswers.StatusOf;
            options.ExceptionHandler = ErrorAnswers.WriteAsync;
        });
        builder.Services.AddPublicPages();
        builder.Services.AddPublicApi();
        builder.Services.AddSingleton<IResponseCompressionProvider, AnswerCompression>();
        builder.Services.AddResponseCompression(options =>
        {
            // Over TLS too: nothing secret is reflected in a public page, and antiforgery tokens are masked anew in every response.
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/ld+json", "application/geo+json",
                "application/x-ndjson", "text/csv", "text/calendar", "application/atom+xml", "image/svg+xml",
            ];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHeadAsGet();
        app.UseRouting();
        app.UseWhen(ComesFromAnotherSite, foreign => foreign.UseCors());
        // Whoever brings no cookie is nobody: what is kept for everybody goes out before anything else is asked or set up.
        app.UseWhen(IsNobody, nobody => nobody.UseOutputCache());
        app.UseWhen(context => !ComesFromAnotherSite(context), own => own.UseCors());
        // For what is not kept; a kept page was compressed when it was made.
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => ErrorAnswers.WriteAsync(context.HttpContext));
        app.Use(LeaveRefusedFormsToErrorPagesAsync);
        app.UseRequestTargetLimits();
        app.UseCircuitOriginCheck();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        // In this order a public page is made, tagged and compressed once, and kept as it went out.
        app.UseWhen(context => !IsNobody(context), somebody => somebody.UseOutputCache());
        app.UseResponseCompression();
        app.UseAnswerTags();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRobots();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // A page that refuses a form for its token answers 400 without a word, and says that this is HTML: a blank page, because whoever says what it is needs no error page.
    private static async Task LeaveRefusedFormsToErrorPagesAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            context.Response.ContentType = null;
    }

    private static bool IsNobody(HttpContext context) => context.Request.Headers.Cookie.Count == 0;

    private static bool ComesFromAnotherSite(HttpContext context) => context.Request.Headers.Origin.Count > 0;

    private static bool IsAddressConfigured(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
