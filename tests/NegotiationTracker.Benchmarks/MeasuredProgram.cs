using System.Diagnostics;
using NegotiationTracker.Web;

namespace NegotiationTracker.Benchmarks;

/// <summary>A node: the program in a process of its own, over a given database, with the garbage collector that the program has.</summary>
internal sealed class MeasuredProgram : IAsyncDisposable
{
    private readonly Process _process;

    private MeasuredProgram(Process process, string address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(1) };
    }

    public string Address { get; }

    public HttpClient Client { get; }

    public static async Task<MeasuredProgram> StartAsync(string owner)
    {
        var settings = Path.ChangeExtension(typeof(TrackerApp).Assembly.Location, ".runtimeconfig.json");
        var process = Start(owner, "exec", "--runtimeconfig", settings, typeof(MeasuredProgram).Assembly.Location, MeasuredServer.Command);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(MeasuredServer.Ready, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new MeasuredProgram(process, line[MeasuredServer.Ready.Length..]);
            }
            said.Add(line);
        }
        throw new InvalidOperationException("The program did not start: " + string.Join(Environment.NewLine, said));
    }

    /// <summary>Makes an account by the program's own command.</summary>
    public static async Task AddUserAsync(string owner, string email, string role, string password)
    {
        using var process = Start(owner, typeof(TrackerApp).Assembly.Location, "user", "add", "--email", email, "--role", role, "--password-stdin");
        await process.StandardInput.WriteLineAsync(password);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(said);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string owner, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Tracker"] = owner;
        return Process.Start(start)!;
    }
}
