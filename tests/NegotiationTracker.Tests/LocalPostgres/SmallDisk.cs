using System.Runtime.Versioning;
using NegotiationTracker.LocalPostgres;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

/// <summary>A real small file system where the tests may mount one, else a directory and an initdb that finds its disk full.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int MostTries = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _mount;

    private SmallDisk(string mount, bool isReal)
    {
        _mount = mount;
        IsReal = isReal;
    }

    public bool IsReal { get; }

    public string Path => System.IO.Path.Combine(_mount, "home");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var mount = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"nt-disk-{Guid.NewGuid():n}");
        Directory.CreateDirectory(mount);
        var mounted = await Command.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", mount], "/", TestContext.Current.CancellationToken);
        return new SmallDisk(mount, mounted.Succeeded);
    }

    public LocalPostgresOptions Or(LocalPostgresOptions options) => IsReal ? options
        : options with { BinDirectory = Scripts.Lay(System.IO.Path.Combine(_mount, "pg", "bin"), "17.2", "initdb: error: could not write to file: No space left on device") };

    public async Task FillAsync(string file)
    {
        await using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1);
        if (!IsReal) return;
        try
        {
            while (true) await ballast.WriteAsync(new byte[4096]);
        }
        catch (IOException)
        {
            // Full, as asked.
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The last process of a server that was stopped may still be going.
        for (var left = MostTries; IsReal && left > 0 && !(await Command.RunAsync("umount", [_mount], "/", CancellationToken.None)).Succeeded; left--) await Task.Delay(Pause);
        Directory.Delete(_mount, recursive: true);
    }
}
