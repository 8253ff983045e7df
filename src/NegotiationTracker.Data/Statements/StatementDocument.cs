using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Statements;

/// <summary>Something that somebody said in public about the negotiation.</summary>
public sealed record StatementDocument : RecordDocument
{
    /// <inheritdoc/>
    public override string Kind => "statements";

    /// <summary>Who spoke, as <c>people/slug</c>, <c>organizations/slug</c> or <c>parties/slug</c>.</summary>
    public required string Speaker { get; init; }

    /// <summary>On whose behalf: slug of a party.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>When it was said.</summary>
    public required When When { get; init; }

    /// <summary>Where it was said or written ("CBS News interview").</summary>
    public string? Medium { get; init; }

    /// <summary>Through whom it is known, when not from the speaker.</summary>
    public string? ReportedThrough { get; init; }

    /// <summary>A short quotation as printed.</summary>
    public string? Quotation { get; init; }

    /// <summary>Language of the quotation (BCP 47).</summary>
    public string? QuotationLanguage { get; init; }

    /// <summary>What was said, in the record's own words.</summary>
    public string? Paraphrase { get; init; }

    /// <summary>What it is about, as <c>kind/slug</c>.</summary>
    public IReadOnlyList<string> About { get; init; } = [];
}
