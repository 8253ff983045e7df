using System.Runtime.Versioning;

namespace NegotiationTracker.Tests.PrivatePostgres;

/// <summary>Directories with scripts in the place of PostgreSQL's programs, for versions and faults that a machine does not have.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Scripts
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>An initdb that says it is of some version, and ends with a message when it should make a cluster.</summary>
    public static string Lay(string directory, string version, string message = "", bool trigrams = true)
    {
        var share = Path.Combine(directory, "..", "share");
        Directory.CreateDirectory(Path.Combine(share, "extension"));
        if (trigrams) File.WriteAllText(Path.Combine(share, "extension", "pg_trgm.control"), "");
        Directory.CreateDirectory(directory);
        var initdb = $"#!/bin/sh\nif [ \"$1\" = --show ]; then echo 'VERSION={version}'; echo 'share_path={share}'; exit 0; fi\necho '{message}' >&2\nexit 1\n";
        foreach (var (name, text) in new[] { ("initdb", initdb), ("pg_ctl", "#!/bin/sh\nexit 1\n"), ("postgres", "#!/bin/sh\nexit 1\n") })
        {
            File.WriteAllText(Path.Combine(directory, name), text);
            File.SetUnixFileMode(Path.Combine(directory, name), Executable);
        }
        return directory;
    }
}
