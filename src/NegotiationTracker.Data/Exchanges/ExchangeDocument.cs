using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>An exchange of prisoners or a hand-over of the dead: what was agreed, and the batches that were delivered.</summary>
public sealed record ExchangeDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "exchanges";

    /// <summary>Who or what is exchanged.</summary>
    public required ExchangeKind Form { get; init; }

    /// <summary>The sort in words, where the plain one does not tell all ("series of stages").</summary>
    public string? FormWords { get; init; }

    /// <summary>How far it got.</summary>
    public required ExchangeStatus Status { get; init; }

    /// <summary>The status in words, where the plain one does not tell all.</summary>
    public string? StatusWords { get; init; }

    /// <summary>Slug of the talks that agreed it.</summary>
    public string? AgreedIn { get; init; }

    /// <summary>Mediators as <c>kind/slug</c>.</summary>
    public IReadOnlyList<string> Mediators { get; init; } = [];

    /// <summary>Slugs of the parties through whose land it went.</summary>
    public IReadOnlyList<string> Transit { get; init; } = [];

    /// <summary>Where, for the whole exchange.</summary>
    public string? Place { get; init; }

    /// <summary>What was agreed, in each source's figures.</summary>
    public IReadOnlyList<Figure> Agreed { get; init; } = [];

    /// <summary>What was delivered, batch by batch.</summary>
    public IReadOnlyList<Batch> Batches { get; init; } = [];

    /// <summary>Totals that sources report, to hold against the sums.</summary>
    public IReadOnlyList<Figure> Totals { get; init; } = [];
}

/// <summary>One hand-over.</summary>
public sealed record Batch
{
    /// <summary>Its key within the exchange.</summary>
    public required string Key { get; init; }

    /// <summary>Its name ("stage 1").</summary>
    public string? Label { get; init; }

    /// <summary>When.</summary>
    public required When When { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>What each source counts.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}

/// <summary>A reported number of people or bodies. Withheld is not unknown, and neither is zero.</summary>
public sealed record Figure
{
    /// <summary>Who or what is counted.</summary>
    public required FigureCategory Category { get; init; }

    /// <summary>Slug of the party to which they went; empty when both directions are counted together.</summary>
    public string? To { get; init; }

    /// <summary>What the number covers.</summary>
    public Counting Counting { get; init; } = Counting.PerSide;

    /// <summary>The least.</summary>
    public long? Low { get; init; }

    /// <summary>The best single value.</summary>
    public long? Best { get; init; }

    /// <summary>The most.</summary>
    public long? High { get; init; }

    /// <summary>How the number bounds the truth.</summary>
    public Bound Bound { get; init; } = Bound.Exactly;

    /// <summary>Whether the number was withheld on purpose.</summary>
    public bool Withheld { get; init; }

    /// <summary>Whether it counts inside the agreement; empty when nobody says.</summary>
    public bool? InsideAgreement { get; init; }

    /// <summary>What is counted, in words ("1,000 for 1,000", "returned_since_2022").</summary>
    public string? Words { get; init; }

    /// <summary>The day for which it was given.</summary>
    public When? AsOf { get; init; }

    /// <summary>Who says so, in words.</summary>
    public string? Claimant { get; init; }

    /// <summary>Who says so, as <c>kind/slug</c>.</summary>
    public string? ClaimantRecord { get; init; }

    /// <summary>How it ranks among figures for the same thing: sums take Preferred, then Normal, never Deprecated.</summary>
    public Rank Rank { get; init; } = Rank.Normal;

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Who or what is exchanged.</summary>
public enum ExchangeKind { PrisonersOfWar, Civilians, Bodies, Children, Mixed }

/// <summary>How far an exchange got.</summary>
public enum ExchangeStatus { Agreed, Scheduled, UnderWay, Completed, Stalled, Cancelled }

/// <summary>Who or what a figure counts.</summary>
public enum FigureCategory { Everyone, ServiceMember, Civilian, Wounded, SeriouslyIll, Under25, Body, Child, HandOver, Other }

/// <summary>What a number covers: one direction, both together, or all up to a day.</summary>
public enum Counting { PerSide, BothSides, Cumulative }
