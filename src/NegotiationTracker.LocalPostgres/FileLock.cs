namespace NegotiationTracker.LocalPostgres;

/// <summary>
/// A lock on a file, exclusive or shared. The system holds it for the open file and drops it when the program ends, however it ends:
/// so a crashed program leaves nothing to clean up.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock? TryExclusive(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    public static FileLock? TryShared(string path) => Try(path, FileAccess.Read, FileShare.Read);

    public static async Task<FileLock> ExclusiveAsync(string path, TimeSpan patience, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryExclusive(path) is { } taken) return taken;
            if (TimeProvider.System.GetElapsedTime(since) > patience)
            {
                throw new LocalPostgresException($"Another program has held {path} for more than {patience.TotalSeconds:0} s, "
                    + "starting or stopping the private PostgreSQL: wait for it or end it, then start again.");
            }
            await Task.Delay(25, ct);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 1));
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
    }

    // EAGAIN of Linux, EAGAIN of macOS and the BSDs, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsTaken(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
