using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Parties;

/// <summary>An actor in a process.</summary>
public sealed record PartyDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "parties";

    /// <summary>What sort of actor it is (after PAA-X).</summary>
    public required PartyKind Form { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, or a mark of two to four capitals that tells it apart.</summary>
    public required string Mark { get; init; }

    /// <summary>Short name for tables and marks, such as "Ukraine".</summary>
    public required string ShortName { get; init; }

    /// <summary>Its names.</summary>
    public IReadOnlyList<Name> Names { get; init; } = [];

    /// <summary>What it is in each process.</summary>
    public IReadOnlyList<PartyRole> Roles { get; init; } = [];
}

/// <summary>A party's part in a process: a side can sign as a party and act as a third one, so there are two fields.</summary>
public sealed record PartyRole
{
    /// <summary>Slug of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Its part on paper.</summary>
    public Part? Formal { get; init; }

    /// <summary>Its part in practice.</summary>
    public Part? Practical { get; init; }

    /// <summary>The part in words, and the track it was played on.</summary>
    public string? Words { get; init; }
}

/// <summary>Sorts of actor (after the PA-X actor data set).</summary>
public enum PartyKind
{
    State, IntergovernmentalOrganization, ArmedOrganization, PoliticalParty, CivilSociety, StateCoalition, Umbrella, Military, Entity, Other,
}

/// <summary>Parts in a process.</summary>
public enum Part { Party, Mediator, Host, Observer, Guarantor, Facilitator }
