namespace NegotiationTracker.Data.Chronology;

/// <summary>
/// How entries that stand in one place are put in order: by importance, then the one recorded first. Both in one number, because the greatest of many
/// numbers is what a database finds fastest, and the greatest of the greatest is the greatest of all.
/// </summary>
public static class EntryWorth
{
    private const int NumberBits = 48;
    private const long Numbers = (1L << NumberBits) - 1;

    /// <summary>The same in SQL, of the columns of <c>timeline_entries</c>.</summary>
    internal const string Sql = "(importance::bigint << 48) + 281474976710655 - number";

    /// <summary>The worth of an entry.</summary>
    public static long Of(int importance, long number) => ((long)importance << NumberBits) + Numbers - number;

    /// <summary>The number of the entry.</summary>
    public static long Number(long worth) => Numbers - (worth & Numbers);

    /// <summary>Its importance, 1 to 5.</summary>
    public static int Importance(long worth) => (int)(worth >> NumberBits);
}
