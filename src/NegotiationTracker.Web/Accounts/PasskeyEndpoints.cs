using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NegotiationTracker.Data.Accounts;

namespace NegotiationTracker.Web.Accounts;

/// <summary>The steps of a passkey that a script takes: JSON, with the form's antiforgery token in a header, never stored.</summary>
internal static class PasskeyEndpoints
{
    // An answer without an attestation has about 1 KB; some devices add certificates.
    private const int MaxBody = 64 * 1024;

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<PasskeyTicket>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ServerDomain = configuration["Tracker:PasskeyDomain"] is { Length: > 0 } domain ? domain : null;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var steps = routes.MapGroup("/account").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).AddEndpointFilter(CheckAsync);
        steps.MapPost("/passkeys/options", async (HttpContext http, Passkeys passkeys, NewPasskey asked) => Answer(await passkeys.AskForNewAsync(http, asked.Name, asked.Password)));
        steps.MapPost("/passkeys", async (HttpContext http, Passkeys passkeys) => Answer(await passkeys.AddAsync(http, await BodyAsync(http))));
        steps.MapPost("/sign-in/passkey/options", async (HttpContext http, Passkeys passkeys) => Answer(await passkeys.AskForOneAsync(http))).AllowAnonymous();
        steps.MapPost("/sign-in/passkey", async (HttpContext http, Passkeys passkeys, string? returnUrl) => Answer(await passkeys.EnterAsync(http, await BodyAsync(http), returnUrl))).AllowAnonymous();
    }

    /// <summary>Whether the page that asked the device is one of this host's own: not of a sister site, nor in another's frame.</summary>
    internal static bool IsOurs(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && string.IsNullOrEmpty(context.TopOrigin) && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        // The request's own scheme is left out: behind a proxy that ends TLS it is http.
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
        && string.Equals(origin.Authority, context.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context) : TypedResults.BadRequest(new { fault = "This page has become old: load it again." });
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static IResult Answer(PasskeyStep step) => step switch
    {
        { OptionsJson: { } options } => TypedResults.Text(options, "application/json"),
        { Onward: { } onward } => TypedResults.Ok(new { onward }),
        _ => TypedResults.BadRequest(new { fault = step.Fault }),
    };

    private sealed record NewPasskey(string? Name, string? Password);
}
