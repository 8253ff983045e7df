using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

/// <summary>Another program that uses a private PostgreSQL; see NegotiationTracker.LocalPostgresProgram.</summary>
internal sealed class OtherProgram : IDisposable
{
    private readonly Process _process;

    private OtherProgram(Process process) => _process = process;

    public int Pid => _process.Id;

    /// <summary>Starts it in a session of its own, so that a test can interrupt it as a terminal would.</summary>
    public static OtherProgram Start(string home)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "NegotiationTracker.LocalPostgresProgram.dll");
        return new OtherProgram(Process.Start(new ProcessStartInfo("setsid", ["dotnet", program, home, "fast"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/",
        })!);
    }

    /// <summary>The port of its server, once it says that it is ready.</summary>
    public async Task<int> ReadyAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        line.ShouldNotBeNull().ShouldStartWith("ready ");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Ends its input, upon which it lets go of the server. Returns its exit code.</summary>
    public async Task<int> FinishAsync()
    {
        _process.StandardInput.Close();
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
