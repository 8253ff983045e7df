namespace NegotiationTracker.LocalPostgres;

/// <summary>Turns what PostgreSQL and the system say into one line that names the way out.</summary>
internal static class Fault
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>Explains the failure of a command of PostgreSQL's from what it printed and logged.</summary>
    public static LocalPostgresException Of(string what, string printed, Place place)
    {
        // Checked first: PostgreSQL reports exhausted semaphores as "No space left on device" too.
        if (Says(printed, "could not create semaphores", "could not create shared memory", "could not resize shared memory"))
        {
            return new LocalPostgresException("The system has no shared memory or semaphores left for PostgreSQL: end other database servers, or give the container more (docker run --shm-size).");
        }
        if (Says(printed, "No space left on device", "not enough space on the disk", "Disk quota exceeded")) return FullDisk(place.Root);
        if (Says(printed, "Permission denied", "wrong ownership"))
        {
            return new LocalPostgresException($"{what} was refused a file ({Telling(printed)}): run the program as the user who owns {place.Root}, or choose another home.");
        }
        if (Says(printed, "could not locate a valid checkpoint record", "invalid data in file", "could not read file"))
        {
            return new LocalPostgresException($"The private database in {place.Data} is damaged ({Telling(printed)}): move {place.Root} aside and restore a backup.");
        }
        if (Says(printed, "server did not start in time")) return TooSlow(place);
        return new LocalPostgresException($"{what} failed: {Telling(printed)} (log: {place.Log}).");
    }

    /// <summary>Explains a failure of the file system under the place of a cluster.</summary>
    public static LocalPostgresException Of(Exception cause, string home) => cause switch
    {
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => FullDisk(home),
        UnauthorizedAccessException => new LocalPostgresException(
            $"{cause.Message} Run the program as the user who owns {home} (was it started as root before?), or choose another home.", cause),
        _ => new LocalPostgresException($"The private database in {home} cannot be reached: {cause.Message}", cause),
    };

    public static LocalPostgresException TooSlow(Place place) =>
        new($"PostgreSQL was not ready in time, perhaps still recovering from an unclean stop; it goes on with that: start again in a moment (log: {place.Log}).");

    private static LocalPostgresException FullDisk(string directory) =>
        new($"No space left on the disk that holds {directory}: free at least 200 MB, or choose a home on another disk, and start again.");

    private static bool Says(string printed, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (printed.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static string Telling(string printed)
    {
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(l => Says(l, "FATAL:", "PANIC:", "error:")) ?? lines.LastOrDefault() ?? "it said nothing";
    }
}
