namespace NegotiationTracker.Data.Records;

/// <summary>A number with its unit, as far as it is known.</summary>
public sealed record Quantity
{
    /// <summary>The least.</summary>
    public decimal? Low { get; init; }

    /// <summary>The best single value.</summary>
    public decimal? Best { get; init; }

    /// <summary>The most.</summary>
    public decimal? High { get; init; }

    /// <summary>Unit, such as <c>days</c>, <c>points</c>, <c>persons</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>How the number bounds the truth.</summary>
    public Bound Bound { get; init; } = Bound.Exactly;
}

/// <summary>How a number bounds the truth.</summary>
public enum Bound { Exactly, AtLeast, AtMost, About, Expected }
