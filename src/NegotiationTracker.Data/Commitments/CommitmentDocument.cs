using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Commitments;

/// <summary>Who promised what, to whom, where, due when. Overdue is computed, never typed.</summary>
public sealed record CommitmentDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "commitments";

    /// <summary>Slugs of the parties that promised.</summary>
    public IReadOnlyList<string> Promisers { get; init; } = [];

    /// <summary>Slugs of the parties that it was promised to.</summary>
    public IReadOnlyList<string> Promisees { get; init; } = [];

    /// <summary>What was promised.</summary>
    public required string What { get; init; }

    /// <summary>When it was made; repeated promises give several.</summary>
    public IReadOnlyList<When> Made { get; init; } = [];

    /// <summary>Where it was made, as <c>kind/slug</c>.</summary>
    public string? MadeIn { get; init; }

    /// <summary>When it is due.</summary>
    public Due? Due { get; init; }

    /// <summary>How far it was kept, each step dated and cited (after the Peace Accords Matrix).</summary>
    public IReadOnlyList<FulfilmentStep> Steps { get; init; } = [];
}

/// <summary>A due time keeps its words; one that moves keeps every reading.</summary>
public sealed record Due
{
    /// <summary>The words used ("in the next few days").</summary>
    public string? Words { get; init; }

    /// <summary>The window computed from the words.</summary>
    public Edtf? Window { get; init; }

    /// <summary>Every reading of it that was given.</summary>
    public IReadOnlyList<DueReading> Readings { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>One reading of a due time.</summary>
public sealed record DueReading
{
    /// <summary>The words used.</summary>
    public required string Words { get; init; }

    /// <summary>The window computed from them.</summary>
    public Edtf? Window { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>How far a commitment was kept by a date.</summary>
public sealed record FulfilmentStep
{
    /// <summary>The level reached.</summary>
    public required Fulfilment Level { get; init; }

    /// <summary>The step in words ("kept late").</summary>
    public string? Words { get; init; }

    /// <summary>When.</summary>
    public When? When { get; init; }

    /// <summary>The record that fulfils it, as <c>kind/slug</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether it rests only on absence in the texts read.</summary>
    public bool Unverified { get; init; }

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Levels of fulfilment (Peace Accords Matrix), and broken.</summary>
public enum Fulfilment { NotInitiated, Minimal, Intermediate, Full, Broken }
