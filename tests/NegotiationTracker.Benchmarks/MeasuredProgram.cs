using System.Diagnostics;
using System.Globalization;
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

    public int Port => new Uri(Address).Port;

    /// <summary>Processor time that it has used so far. Of two ways of doing the same, it tells which is cheaper even while the machine is busy otherwise.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a node.</summary>
    /// <param name="owner">Connection string; it comes in the environment, as anybody's may.</param>
    /// <param name="command">What of this executable is to be run.</param>
    public static async Task<MeasuredProgram> StartAsync(string owner, string command = MeasuredServer.Command)
    {
        var settings = Path.ChangeExtension(typeof(TrackerApp).Assembly.Location, ".runtimeconfig.json");
        var process = Start(owner, "exec", "--runtimeconfig", settings, typeof(MeasuredProgram).Assembly.Location, command);
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

    /// <summary>Makes a made-up record in a home by the program's own command, unless it is there already.</summary>
    /// <returns>What the command says: how many, how fast.</returns>
    public static async Task<string> GenerateAsync(string home, int entries)
    {
        using var process = Start("", typeof(TrackerApp).Assembly.Location, "generate", "--entries", entries.ToString(CultureInfo.InvariantCulture), "--seed", "1", "--Tracker:Home", home, "--Tracker:Content", "none");
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException(said);
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
