using System.Net;
using System.Net.Sockets;

namespace NegotiationTracker.BrowserTests.Infrastructure;

/// <summary>A line between a browser and a server that can be cut as a network is: nothing passes and nobody is told.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;
    private volatile TaskCompletionSource _open = Opened();

    public CutLine(string server)
    {
        _server = new Uri(server).Port;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Address on the browser's side.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Cut() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Mend();
        await _end.CancelAsync();
        _listener.Dispose();
        _end.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = CarryAsync(browser);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using (browser)
        using (var server = new TcpClient())
        {
            try
            {
                await _open.Task;
                await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
                await Task.WhenAny(CarryAsync(browser.GetStream(), server.GetStream()), CarryAsync(server.GetStream(), browser.GetStream()));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
            {
                // One side hung up.
            }
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            await _open.Task;
            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }
}
