using System.Text;
using System.Text.Unicode;
using System.Web;
using Microsoft.AspNetCore.Http.Features;
using NegotiationTracker.Web.Shared.Errors;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>Refuses, before any page sees it, an address that is too long or that does not spell text.</summary>
internal static class RequestTargetLimits
{
    /// <summary>Longest path and query, in characters as sent.</summary>
    public const int MaxLength = 8192;

    public static void UseRequestTargetLimits(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length > MaxLength)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (FaultIn(target) is not { } fault)
            return next(context);

        context.Explain(fault);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>What is wrong with the encoding of an address, in a sentence; null when nothing is.</summary>
    public static string? FaultIn(string target)
    {
        // Most addresses encode nothing.
        if (Ascii.IsValid(target) && target.AsSpan().IndexOfAny('%', '\0') < 0) return null;

        for (var at = target.IndexOf('%'); at >= 0; at = target.IndexOf('%', at + 1))
        {
            if (at + 2 >= target.Length || !char.IsAsciiHexDigit(target[at + 1]) || !char.IsAsciiHexDigit(target[at + 2]))
                return "The address has a % that is not followed by two hexadecimal digits.";
        }

        var bytes = HttpUtility.UrlDecodeToBytes(target);
        if (Array.IndexOf(bytes, (byte)0) >= 0)
            return "The address holds a NUL character, which no text here can hold.";
        return Utf8.IsValid(bytes) ? null : "The address is not text in UTF-8 (half a character, or another encoding).";
    }
}
