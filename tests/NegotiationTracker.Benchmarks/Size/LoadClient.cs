using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>
/// Asks a server on 127.0.0.1 over connections that stay open, each one as soon as it was answered, for a bounded time. It shares the processor with
/// what it measures, so a request is bytes made beforehand and an answer is only counted.
/// </summary>
internal static class LoadClient
{
    // Stands in a request where a number is to be written that no other request has: another key of the output cache.
    private const string Blank = "000000000";
    private const int FirstBuffer = 256 * 1024;

    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private static int _number;

    /// <summary>Bytes of a GET request.</summary>
    /// <param name="port">Port of the server.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="isNew">Whether every request is to be one that was never asked.</param>
    /// <param name="acceptsBrotli">Whether it asks for compressed answers.</param>
    public static byte[] Request(int port, string path, bool isNew, bool acceptsBrotli) => Encoding.ASCII.GetBytes(
        $"GET {path}{(isNew ? (path.Contains('?') ? "&" : "?") + "n=" + Blank : "")} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{(acceptsBrotli ? "Accept-Encoding: br\r\n" : "")}\r\n");

    /// <summary>Runs.</summary>
    /// <param name="port">Port of the server.</param>
    /// <param name="requests">Asked in turn.</param>
    /// <param name="connections">How many ask at once.</param>
    /// <param name="time">For how long.</param>
    public static async Task<Load> RunAsync(int port, IReadOnlyList<byte[]> requests, int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(() => AskAsync(port, requests, i, connections, watch, time))));
        return new Load(watch.Elapsed, [.. done.SelectMany(d => d.Delays)], done.Max(d => d.Longest));
    }

    private static async Task<(List<float> Delays, int Longest)> AskAsync(int port, IReadOnlyList<byte[]> requests, int first, int step, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var blanks = requests.Select(r => r.AsSpan().IndexOf(Encoding.ASCII.GetBytes("n=" + Blank))).ToArray();
        var (delays, longest, buffer) = (new List<float>(4096), 0, new byte[FirstBuffer]);
        var own = requests.Select(r => (byte[])r.Clone()).ToArray();
        for (var i = first; watch.Elapsed < time; i += step)
        {
            var which = i % own.Length;
            if (blanks[which] is >= 0 and var at) Utf8Formatter.TryFormat(Interlocked.Increment(ref _number), own[which].AsSpan(at + 2, Blank.Length), out _, new('D', (byte)Blank.Length));
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(own[which]);
            (var length, buffer) = await AnswerAsync(socket, buffer);
            delays.Add((float)Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            longest = Math.Max(longest, length);
        }
        return (delays, longest);
    }

    // How long the body was, in bytes as sent. Requests are not pipelined, so what ends a buffer ends the answer.
    private static async ValueTask<(int Length, byte[] Buffer)> AnswerAsync(Socket socket, byte[] buffer)
    {
        var (have, head, total) = (0, -1, -1);
        while (true)
        {
            if (have == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var got = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (got == 0) throw new InvalidOperationException("The server hung up.");
            have += got;
            if (head < 0)
            {
                head = buffer.AsSpan(0, have).IndexOf(HeadEnd) is >= 0 and var end ? end + HeadEnd.Length : -1;
                if (head < 0) continue;
                if (!buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, have));
                total = LengthIn(buffer.AsSpan(0, head)) is { } length ? head + length : -1;
            }
            if (total >= 0 ? have >= total : buffer.AsSpan(0, have).EndsWith(LastChunk)) return (have - head, buffer);
        }
    }

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : null;
    }
}

/// <summary>What one run brought.</summary>
/// <param name="Took">How long it ran.</param>
/// <param name="Delays">From request to the whole answer, milliseconds.</param>
/// <param name="Longest">The longest body, bytes as sent.</param>
internal sealed record Load(TimeSpan Took, IReadOnlyList<float> Delays, int Longest)
{
    public double PerSecond => Delays.Count / Took.TotalSeconds;
}
