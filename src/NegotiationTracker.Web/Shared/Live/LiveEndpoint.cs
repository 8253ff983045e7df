using System.Globalization;
using Microsoft.Extensions.Options;
using NegotiationTracker.Web.Shared.Shell;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>
/// <c>GET /live?about=&amp;since=</c>: what is published from a position on, as server-sent events (HTML standard, 9.2). It needs no cookie and no
/// circuit. A browser that connects again says in <c>Last-Event-ID</c> what it saw last and gets what it missed, from any node.
/// </summary>
internal static class LiveEndpoint
{
    public static async Task AnswerAsync(HttpContext http, Publications publications, PublicationHistory history, LiveSeats seats, IOptions<LiveOptions> options, IHostApplicationLifetime lifetime)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Interest.Parse(http.Request.Query["about"]) is not { } about)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "'about' is a kind, or kind/slug, or empty for everything.");
            return;
        }
        if (!TryReadPosition(http.Request, out var since))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "Last-Event-ID and 'since' are positions that this address gave out.");
            return;
        }
        using var seat = publications.Position is null ? null : seats.Take();
        if (seat is null)
        {
            http.Response.Headers.RetryAfter = "60";
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "Too many readers are listening. Please try again later.");
            return;
        }

        http.Response.ContentType = "text/event-stream";
        // nginx would collect events until its buffer is full.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (HeadAsGet.IsHead(http)) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await new LiveStream(http.Response.BodyWriter, publications, history, options.Value).RunAsync(about, since, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Who left or was too slow gets no proper end; at our own end everybody does, and comes back to whoever runs next.
            if (!lifetime.ApplicationStopping.IsCancellationRequested) http.Abort();
        }
    }

    private static bool TryReadPosition(HttpRequest request, out long? position)
    {
        position = null;
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : request.Query["since"].ToString();
        if (text.Length == 0) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > LiveStream.LastPosition) return false;
        position = value;
        return true;
    }

    private static Task RefuseAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(reason, http.RequestAborted);
    }
}
