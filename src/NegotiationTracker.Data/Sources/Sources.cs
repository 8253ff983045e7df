using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Sources;

/// <summary>Sources among the kinds.</summary>
internal sealed class Sources : RecordKind<SourceDocument>
{
    public override string Key => "sources";

    public override string Singular => "Source";

    public override string Plural => "Sources";

    protected override void Rules(SourceDocument document, Faults faults)
    {
        faults.Required("publisher", document.Publisher);
        faults.Address("url", document.Url);
        faults.Address("archiveUrl", document.ArchiveUrl);
        if (document.TextSha256 is { } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit))) faults.Add("textSha256", "A SHA-256 is 64 hexadecimal digits.");
    }

    protected override Headline Head(SourceDocument document) =>
        new(document.Form.ToString(), null, document.Published is null ? null : new When { Date = document.Published }, document.Publisher);

    protected override IEnumerable<Name> Named(SourceDocument document) => [new Name { Value = document.Publisher }];

    protected override IEnumerable<string?> Said(SourceDocument document) => [document.Headline, document.Author, document.Url];
}
