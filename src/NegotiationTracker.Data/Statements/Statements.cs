using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Statements;

/// <summary>Statements among the kinds.</summary>
internal sealed class Statements : RecordKind<StatementDocument>
{
    public override string Key => "statements";

    public override string Singular => "Statement";

    public override string Plural => "Statements";

    protected override void Rules(StatementDocument document, Faults faults)
    {
        faults.Required("speaker", document.Speaker);
        faults.Zone("when", document.When);
        if (document.Quotation is null && document.Paraphrase is null) faults.Add("quotation", "Give the words as printed, or say in your own what was said.");
        if (document.Quotation?.Length > Citation.MaxQuote) faults.Add("quotation", $"The quotation has {document.Quotation.Length} characters; at most {Citation.MaxQuote} fit.");
    }

    protected override IEnumerable<Reference> Refers(StatementDocument document) =>
        [
            Refer.Open(document.Speaker, "speaker", "speaker"),
            .. Refer.One(document.OnBehalfOf, "parties", "party", "onBehalfOf"),
            .. Refer.EachOpen(document.About, "about", "about"),
        ];

    protected override Headline Head(StatementDocument document) => new(null, null, document.When, document.Medium);

    protected override IEnumerable<string?> Said(StatementDocument document) => [document.Quotation, document.Paraphrase, document.Medium, document.ReportedThrough];

    protected override IEnumerable<TimelineDraft> Entries(StatementDocument document) =>
        [
            new()
            {
                Kind = EntryKind.StatementMade, When = document.When, Title = document.Title, Importance = 2,
                Summary = document.Quotation is { } quotation ? $"“{quotation}”" : document.Paraphrase,
            },
        ];
}
