using System.Net;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Live;

/// <summary>Reads <c>/live</c> as a browser does: blocks of lines, of which those with data are events.</summary>
internal sealed class LiveReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public HttpResponseMessage Response => response;

    public static async Task<LiveReader> OpenAsync(HttpClient client, string query, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live" + query);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var reader = new LiveReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        // What the server sends first, so that from here on it listens for us.
        (await reader.BlockAsync()).ShouldBe(["retry: 3000"]);
        return reader;
    }

    /// <summary>The next event: its position and what it says.</summary>
    public async Task<(string Id, string Data)> NextAsync()
    {
        while (true)
        {
            var block = await BlockAsync() ?? throw new EndOfStreamException();
            if (block.Find(l => l.StartsWith("data: ", StringComparison.Ordinal)) is { } data) return (block.Single(l => l.StartsWith("id: ", StringComparison.Ordinal))[4..], data[6..]);
        }
    }

    /// <summary>The next block of lines; null at the end.</summary>
    public async Task<List<string>?> BlockAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        var block = new List<string>();
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0) return block;
            block.Add(line);
        }
        return null;
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
