using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Talks;

/// <summary>One contact between parties: a meeting, a call, a visit, a letter. Planned and actual are two values.</summary>
/// <remarks>Who asked for it stands as claims on the field <c>initiative</c>: it is often disputed.</remarks>
public sealed record TalksDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "talks";

    /// <summary>What sort of contact.</summary>
    public required TalksKind Form { get; init; }

    /// <summary>How the sides met.</summary>
    public TalksFormat? Format { get; init; }

    /// <summary>The format in words, where it needs them.</summary>
    public string? FormatWords { get; init; }

    /// <summary>What became of it.</summary>
    public required TalksStatus Status { get; init; }

    /// <summary>The status in words, where the plain one does not tell all ("downgraded and held at official level").</summary>
    public string? StatusWords { get; init; }

    /// <summary>When it was planned for.</summary>
    public When? Planned { get; init; }

    /// <summary>When it was held.</summary>
    public When? Actual { get; init; }

    /// <summary>Where: a call has two places.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Hosts as <c>parties/slug</c> or <c>people/slug</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Mediators as <c>parties/slug</c>, <c>organizations/slug</c> or <c>people/slug</c>.</summary>
    public IReadOnlyList<string> Mediators { get; init; } = [];

    /// <summary>Who chaired it: slug of a person.</summary>
    public string? Chair { get; init; }

    /// <summary>Parties that took part: slugs.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Who took part.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>What was on the agenda.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    /// <summary>What came of it.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Language in which they talked, in words.</summary>
    public string? LanguageOfTalks { get; init; }

    /// <summary>Slug of the talks that this one follows.</summary>
    public string? Follows { get; init; }

    /// <summary>The meeting record that an editor writes (Markdown).</summary>
    public string? MeetingRecord { get; init; }
}

/// <summary>A place as far as it is known.</summary>
public sealed record Place
{
    /// <summary>Building or site.</summary>
    public string? Venue { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    public string? Country { get; init; }

    /// <summary>Other spellings of the venue.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];
}

/// <summary>Somebody who took part.</summary>
public sealed record Participant
{
    /// <summary>Slug of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Slug of the party for which the person was there.</summary>
    public string? Party { get; init; }

    /// <summary>Role there, in words ("head", "chair").</summary>
    public string? Role { get; init; }
}

/// <summary>A point on the agenda.</summary>
public sealed record AgendaItem
{
    /// <summary>The point in words.</summary>
    public required string Text { get; init; }

    /// <summary>Its topic in the taxonomy, where one fits.</summary>
    public string? Topic { get; init; }
}

/// <summary>What came of talks, tied to the record that it made.</summary>
public sealed record Outcome
{
    /// <summary>What sort of outcome.</summary>
    public OutcomeKind Form { get; init; } = OutcomeKind.Other;

    /// <summary>The outcome in words.</summary>
    public required string Text { get; init; }

    /// <summary>The record that it made, as <c>kind/slug</c>.</summary>
    public string? Made { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>Sorts of contact.</summary>
public enum TalksKind { Meeting, PhoneCall, VideoCall, Visit, Shuttle, Correspondence, TechnicalMeeting }

/// <summary>How the sides met.</summary>
public enum TalksFormat { Direct, Mediated, Proximity }

/// <summary>What became of talks.</summary>
public enum TalksStatus { Proposed, Scheduled, Postponed, Cancelled, Refused, UnderWay, Held }

/// <summary>Sorts of outcome.</summary>
public enum OutcomeKind { Other, ExchangeAgreed, DocumentHandedOver, NextRoundSet, Statement, CommitmentMade, CeasefireDiscussed, Nothing }
