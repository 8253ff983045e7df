using System.Globalization;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>What is known of a count: at least <paramref name="Low"/>, at most <paramref name="High"/>, or with no upper bound.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most; null when nobody can say.</param>
/// <param name="IsAbout">Whether a part of it is only approximate.</param>
public readonly record struct LedgerRange(long Low, long? High, bool IsAbout)
{
    /// <summary>Nothing is known: zero or more.</summary>
    public static LedgerRange Unknown { get; } = new(0, null, IsAbout: false);

    /// <summary>Nobody.</summary>
    public static LedgerRange Zero { get; } = new(0, 0, IsAbout: false);

    /// <summary>Whether it is one number.</summary>
    public bool IsExact => High == Low && !IsAbout;

    /// <summary>The range that a figure gives; null when it gives no number.</summary>
    public static LedgerRange? Of(Figure figure) => (figure.Withheld, figure.Low, figure.Best, figure.High) switch
    {
        (true, _, _, _) or (_, null, null, null) => null,
        (_, _, { } best, _) => new LedgerRange(figure.Bound == Bound.AtMost ? 0 : best, figure.Bound == Bound.AtLeast ? null : best, figure.Bound is Bound.About),
        (_, var low, _, var high) => new LedgerRange(low ?? 0, high, figure.Bound is Bound.About),
    };

    /// <summary>Both together.</summary>
    public static LedgerRange operator +(LedgerRange a, LedgerRange b) => new(Checked(a.Low, b.Low), a.High is { } x && b.High is { } y ? Checked(x, y) : null, a.IsAbout || b.IsAbout);

    /// <summary>What either may be: for rival counts of the same thing.</summary>
    public LedgerRange Or(LedgerRange other) => new(Math.Min(Low, other.Low), High is { } a && other.High is { } b ? Math.Max(a, b) : null, IsAbout || other.IsAbout);

    /// <summary>The count for people: "1,000", "about 250", "at least 250", "84 to 135".</summary>
    public override string ToString()
    {
        var about = IsAbout ? "about " : "";
        if (High is null) return Low == 0 ? "not known" : $"at least {about}{Number(Low)}";
        return High == Low ? about + Number(Low) : $"{about}{Number(Low)} to {Number(High.Value)}";
    }

    internal static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // A number of people beyond all reason must not turn into a negative one.
    private static long Checked(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
