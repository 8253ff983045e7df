using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Delegations;

/// <summary>The team that a party sends to talks. The decree is not the room: appointment and presence are two things.</summary>
public sealed record DelegationDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "delegations";

    /// <summary>Slug of the talks.</summary>
    public required string Talks { get; init; }

    /// <summary>Slug of the party.</summary>
    public required string Party { get; init; }

    /// <summary>How it was appointed.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>What it was told to do.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>Everybody who was ever on it.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>Whether the list of members is known to be complete.</summary>
    public bool? ListComplete { get; init; }

    /// <summary>Organizations said to be represented, where no name is known: slugs.</summary>
    public IReadOnlyList<string> Represented { get; init; } = [];

    /// <summary>Dated changes of the composition.</summary>
    public IReadOnlyList<Amendment> Amendments { get; init; } = [];

    /// <summary>Departures and arrivals, with how they are known.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];
}

/// <summary>A decree, order or note that appoints a delegation.</summary>
public sealed record Instrument
{
    /// <summary>What it is ("decree of the President of Ukraine").</summary>
    public required string Form { get; init; }

    /// <summary>Its number ("359/2025").</summary>
    public string? Number { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Who issued it, as <c>kind/slug</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Its date.</summary>
    public When? Date { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>What a delegation was told to do.</summary>
public sealed record Mandate
{
    /// <summary>The mandate in words.</summary>
    public required string Text { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Somebody on a delegation.</summary>
public sealed record Member
{
    /// <summary>Slug of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Role on the delegation.</summary>
    public MemberRole Role { get; init; } = MemberRole.Member;

    /// <summary>Slug of the organization at the time.</summary>
    public string? Organization { get; init; }

    /// <summary>Title at the time, as reported.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the person was appointed, seen in the room, replaced or absent.</summary>
    public Presence Presence { get; init; } = Presence.Appointed;

    /// <summary>A public note.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A dated change of a delegation's composition.</summary>
public sealed record Amendment
{
    /// <summary>When it took effect.</summary>
    public required When Date { get; init; }

    /// <summary>Slugs of the persons who came in.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>Slugs of the persons who went out.</summary>
    public IReadOnlyList<string> Out { get; init; } = [];

    /// <summary>The change in words.</summary>
    public string? Note { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>A departure or arrival.</summary>
public sealed record Movement
{
    /// <summary>What sort.</summary>
    public required MovementKind Form { get; init; }

    /// <summary>The movement in words.</summary>
    public required string Text { get; init; }

    /// <summary>When: of the movement or of its report, as the note says.</summary>
    public required When When { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>How it is known ("Russian media in Telegram with a video").</summary>
    public string? HowKnown { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Roles on a delegation.</summary>
public enum MemberRole { Head, DeputyHead, Member, Expert, Adviser, Interpreter }

/// <summary>How a person is known to have been on it.</summary>
public enum Presence { Appointed, SeenInRoom, Replaced, Absent }

/// <summary>Sorts of movement.</summary>
public enum MovementKind { Arrival, Departure, Stop }
