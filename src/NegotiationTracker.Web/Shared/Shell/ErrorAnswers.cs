using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using NegotiationTracker.Web.Shared.Errors;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>Answers a request that failed: problem+json for the API, a page for people. Asks no database, because that may be what failed.</summary>
internal static class ErrorAnswers
{
    /// <summary>The status that an exception stands for: a database that can't be reached is 503, which clients may try again.</summary>
    public static int StatusOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is BadHttpRequestException bad)
                return bad.StatusCode;
            if (e is DbException { IsTransient: true })
                return StatusCodes.Status503ServiceUnavailable;
        }

        return StatusCodes.Status500InternalServerError;
    }

    /// <summary>Writes the body for the status that the response already has.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "30";
        context.Response.Headers.CacheControl = "no-store";

        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await TypedResults.Problem(statusCode: status, detail: context.Explanation()).ExecuteAsync(context);
            return;
        }

        // The page that was to be shown had set it, and setting it twice fails.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        // In a scope of its own: a page that was rendered and failed, or said 404, has used up the navigation of the first.
        await using var scope = context.RequestServices.CreateAsyncScope();
        var outer = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorDocument>(new { Status = status }) { StatusCode = status }.ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogBrokenPage(context, e);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync($"{status}. This page could not be shown. Please try again.");
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    private static void LogBrokenPage(HttpContext context, Exception exception) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorAnswers))
            .LogError(exception, "The error page itself could not be rendered.");
}
