namespace NegotiationTracker.Data.Records;

/// <summary>A reported value of a field. Rival values stand side by side; nothing is averaged.</summary>
public sealed record Claim
{
    /// <summary>The field it is about: a path in the document or a plain word such as <c>duration</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value as reported.</summary>
    public required string Value { get; init; }

    /// <summary>The record that the value names, as <c>kind/slug</c> (the party that is said to have asked for a call).</summary>
    public string? ValueRecord { get; init; }

    /// <summary>Unit of a number, such as <c>days</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The day or time for which the value was given.</summary>
    public When? AsOf { get; init; }

    /// <summary>How it ranks among the claims on its field.</summary>
    public Rank Rank { get; init; } = Rank.Normal;

    /// <summary>Whether editors accept it, hold it to be in conflict, or still work on it.</summary>
    public ClaimStatus Status { get; init; } = ClaimStatus.Accepted;

    /// <summary>A public note on this value.</summary>
    public string? Note { get; init; }

    /// <summary>Who prints it and who said it.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Rank of a claim or figure (Wikidata's ranks).</summary>
public enum Rank { Normal, Preferred, Deprecated }

/// <summary>Editors' state of a claim.</summary>
public enum ClaimStatus { Accepted, Conflict, WorkNeeded }

/// <summary>How the claims on one field differ, and what readers should know of it.</summary>
public sealed record Difference
{
    /// <summary>The field on which the claims differ.</summary>
    public required string Field { get; init; }

    /// <summary>What sort of difference it is: only a <see cref="DifferenceKind.Disagreement"/> is a conflict.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>Finer sort of the difference in a word or two ("number", "who asked").</summary>
    public string? Aspect { get; init; }

    /// <summary>The public note that more than one live claim needs.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it matters for reading the record, or is a detail.</summary>
    public bool Highlight { get; init; }

    /// <summary>Other records that the difference spans, as <c>kind/slug</c>.</summary>
    public IReadOnlyList<string> Across { get; init; } = [];

    /// <summary>Id in the file that it was first taken from.</summary>
    public string? Origin { get; init; }
}

/// <summary>Sorts of difference between claims.</summary>
public enum DifferenceKind
{
    /// <summary>The sources contradict each other.</summary>
    Disagreement,

    /// <summary>An error in a source.</summary>
    Slip,

    /// <summary>One instant or value in two notations.</summary>
    Notation,

    /// <summary>Compatible values, one finer than the other.</summary>
    Precision,

    /// <summary>Cumulative numbers of different days.</summary>
    CountOverTime,

    /// <summary>Accounts that stand beside each other.</summary>
    Complementary,
}

/// <summary>An editors' sum over reported numbers, such as <c>390+307+303</c>.</summary>
public sealed record Check
{
    /// <summary>Whole numbers joined by + and -; or words where the numbers are counted from the record.</summary>
    public required string Expression { get; init; }

    /// <summary>The reported number that the sum is held against; empty when none was given.</summary>
    public long? Result { get; init; }

    /// <summary>Whether the sum meets the number.</summary>
    public required bool Holds { get; init; }

    /// <summary>What the sum shows.</summary>
    public string? Note { get; init; }

    /// <summary>Where the reported number is printed.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A relation to another record.</summary>
public sealed record Link
{
    /// <summary>How the record is related, such as <c>related</c>, <c>follows</c>, <c>discussed</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The other record as <c>kind/slug</c>.</summary>
    public required string To { get; init; }

    /// <summary>What the relation is, in words.</summary>
    public string? Note { get; init; }
}
