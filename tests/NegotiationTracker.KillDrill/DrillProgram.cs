using System.Diagnostics;

namespace NegotiationTracker.KillDrill;

/// <summary>The program in a process that can be killed.</summary>
internal sealed class DrillProgram : IAsyncDisposable
{
    private readonly Process _process;

    private DrillProgram(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<DrillProgram> StartAsync(string owner, CancellationToken ct)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DrillProgram).Assembly.Location, "serve", owner])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith(DrillServer.Ready, StringComparison.Ordinal)) return new DrillProgram(process, new Uri(line[DrillServer.Ready.Length..]));
        }
        throw new InvalidOperationException("The program did not start.");
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
