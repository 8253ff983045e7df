using System.Security.Cryptography;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Net.Http.Headers;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Gives every public answer a tag of its own bytes (RFC 9110, weak because compression comes after) and asks browsers to compare before they use
/// what they keep: whoever published sees it at once, and whoever has it already is told so in 304 by the output cache.
/// </summary>
internal static class AnswerTags
{
    // As many as answers are made at once, each as long as most answers need.
    private const int MostBuffers = 32;
    private const int LongestBuffer = 512 * 1024;

    private static readonly DefaultObjectPool<MemoryStream> Buffers = new(new BufferPolicy(), MostBuffers);

    public static void UseAnswerTags(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!PublicPages.IsPublic(context))
        {
            await next(context);
            return;
        }

        // Whoever asks for the same waits for this answer: it doesn't end because the one who asked first has left. The database bounds how long it takes.
        context.RequestAborted = CancellationToken.None;
        var written = Buffers.Get();
        try
        {
            await WriteAsync(context, next, written);
            await SendAsync(context, written);
        }
        finally
        {
            Buffers.Return(written);
        }
    });

    private static async Task WriteAsync(HttpContext context, RequestDelegate next, MemoryStream written)
    {
        var body = context.Response.Body;
        context.Response.Body = written;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        finally
        {
            context.Response.Body = body;
        }
    }

    private static async Task SendAsync(HttpContext context, MemoryStream written)
    {
        var answer = WithoutState(written.GetBuffer().AsMemory(0, (int)written.Length));
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Span).AsSpan(0, 12))}\"", isWeak: true);
            headers.CacheControl ??= new CacheControlHeaderValue { NoCache = true };
        }
        // An answer without a body is left to what says why, outside.
        if (answer.Length > 0) await context.Response.Body.WriteAsync(answer, CancellationToken.None);
    }

    // Behind every page the framework writes the state of its islands, sealed anew each time. A public page has none: without it the same page has the same bytes, and so the same tag, on every node.
    private static ReadOnlyMemory<byte> WithoutState(ReadOnlyMemory<byte> answer)
    {
        var at = answer.Span.LastIndexOf("<!--Blazor-Server-Component-State:"u8);
        return at >= 0 && answer.Span[at..].IndexOf("-->"u8) == answer.Length - at - 3 ? answer[..at] : answer;
    }

    // A buffer that grew to its length is used again: growing to the same length anew, answer after answer, cost a twentieth of making them.
    private sealed class BufferPolicy : PooledObjectPolicy<MemoryStream>
    {
        public override MemoryStream Create() => new();

        public override bool Return(MemoryStream obj)
        {
            if (obj.Capacity > LongestBuffer) return false;
            obj.SetLength(0);
            return true;
        }
    }
}
