namespace NegotiationTracker.Data.Records;

/// <summary>One name of a person, party, organization or document.</summary>
public sealed record Name
{
    /// <summary>The name as written.</summary>
    public required string Value { get; init; }

    /// <summary>Language (BCP 47), such as <c>uk</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Script (ISO 15924), such as <c>Cyrl</c>.</summary>
    public string? Script { get; init; }

    /// <summary>What the name is to its bearer.</summary>
    public NameKind Kind { get; init; } = NameKind.Variant;

    /// <summary>Where the spelling is used, when it says something.</summary>
    public string? Note { get; init; }
}

/// <summary>Sorts of name.</summary>
public enum NameKind { Primary, Transliteration, Variant, Abbreviation, Misprint }
