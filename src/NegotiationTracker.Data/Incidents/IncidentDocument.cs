using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Incidents;

/// <summary>What surrounds the talks: an attack, an explosion, a violation, a legal act.</summary>
public sealed record IncidentDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "incidents";

    /// <summary>What sort.</summary>
    public required IncidentKind Form { get; init; }

    /// <summary>When.</summary>
    public required When When { get; init; }

    /// <summary>Where.</summary>
    public IReadOnlyList<IncidentPlace> Places { get; init; } = [];

    /// <summary>Who did it, as <c>kind/slug</c>, where nobody disputes it.</summary>
    public string? Actor { get; init; }

    /// <summary>What it hit or was aimed at.</summary>
    public string? Target { get; init; }

    /// <summary>Who says that it was whom.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>Where its account stands, in words ("claimed by one side, denied by the other").</summary>
    public string? StatusWords { get; init; }

    /// <summary>What it did to the negotiation.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];
}

/// <summary>A place of an incident.</summary>
public sealed record IncidentPlace
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How exact the place is: UCDP's 1 (exact) to 6 (country) and 7 (water or air).</summary>
    public int? Precision { get; init; }
}

/// <summary>Who says that it was whom.</summary>
public sealed record Attribution
{
    /// <summary>Who says so, as <c>kind/slug</c>.</summary>
    public required string By { get; init; }

    /// <summary>Who is said to have done it, in words.</summary>
    public required string To { get; init; }

    /// <summary>Who is said to have done it, as <c>kind/slug</c>.</summary>
    public string? ToRecord { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Sorts of incident.</summary>
public enum IncidentKind { Attack, Explosion, Violation, LegalAct, Movement, Dispute, Other }
