using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Sources;

/// <summary>A published text that facts rest on. It is its own evidence, so it needs no citation.</summary>
public sealed record SourceDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "sources";

    /// <summary>Who prints it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The headline as printed; empty when it is not known.</summary>
    public string? Headline { get; init; }

    /// <summary>Author as printed.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published.</summary>
    public Edtf? Published { get; init; }

    /// <summary>Language of the text (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>What sort of publisher it is.</summary>
    public required SourceKind Form { get; init; }

    /// <summary>Address of the text, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Address of an archived copy, http or https.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>Day on which it was read.</summary>
    public Edtf? AccessedAt { get; init; }

    /// <summary>How much of it was read ("stored excerpt", "whole text").</summary>
    public string? ReadAs { get; init; }

    /// <summary>SHA-256 of the text as taken, 64 hexadecimal digits.</summary>
    public string? TextSha256 { get; init; }

    /// <summary>What is known of how far it can be relied on, in words.</summary>
    public string? Weight { get; init; }
}

/// <summary>Sorts of publisher.</summary>
public enum SourceKind
{
    Unknown, NewsAgency, Broadcaster, NewsSite, Aggregator, Newspaper, GovernmentLinkedMedia, Encyclopedia, Government, Magazine, SocialMedia,
}
