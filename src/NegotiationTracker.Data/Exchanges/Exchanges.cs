using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>Exchanges among the kinds.</summary>
internal sealed class Exchanges : RecordKind<ExchangeDocument>
{
    public override string Key => "exchanges";

    public override string Singular => "Exchange";

    public override string Plural => "Exchanges";

    protected override void Rules(ExchangeDocument document, Faults faults)
    {
        faults.Unique("batches", document.Batches.Select(b => b.Key));
        for (var i = 0; i < document.Batches.Count; i++) faults.Zone($"batches[{i}].when", document.Batches[i].When);
        foreach (var (path, figure) in Figures(document))
        {
            faults.Zone($"{path}.asOf", figure.AsOf);
            if (figure.Withheld && (figure.Low ?? figure.Best ?? figure.High) is not null) faults.Add(path, "A withheld figure has no number: leave the numbers out, or say that it is not withheld.");
            if (!figure.Withheld && figure.Low is null && figure.Best is null && figure.High is null && figure.Words is null) faults.Add(path, "Give a number, say that it was withheld, or say in words what was reported.");
            if (figure.Low < 0 || figure.Best < 0 || figure.High < 0) faults.Add(path, "A count can't be negative.");
            if (figure.Low > figure.Best || figure.Best > figure.High || figure.Low > figure.High) faults.Add(path, "The numbers are out of order: low ≤ best ≤ high.");
        }
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(ExchangeDocument document) =>
        Figures(document).Select(f => ($"{f.Path}.citations", f.Figure.Citations));

    protected override IEnumerable<Reference> Refers(ExchangeDocument document) =>
        [
            .. Refer.One(document.AgreedIn, "talks", "agreed-in", "agreedIn"),
            .. Refer.EachOpen(document.Mediators, "mediator", "mediators"),
            .. Refer.Each(document.Transit, "parties", "transit", "transit"),
            .. Figures(document).SelectMany(f => Refer.One(f.Figure.To, "parties", "party", $"{f.Path}.to")),
            .. Figures(document).SelectMany(f => Refer.OneOpen(f.Figure.ClaimantRecord, "claimant", $"{f.Path}.claimantRecord")),
        ];

    protected override Headline Head(ExchangeDocument document) =>
        new(document.Form.ToString(), document.Status.ToString(), document.Batches.Count == 0 ? document.Agreed.Concat(document.Totals).FirstOrDefault(f => f.AsOf is not null)?.AsOf : document.Batches[0].When, document.Place);

    protected override IEnumerable<string?> Said(ExchangeDocument document) =>
        [document.StatusWords, .. document.Batches.Select(b => b.Place), .. Figures(document).Select(f => f.Figure.Words), .. Figures(document).Select(f => f.Figure.Claimant)];

    protected override IEnumerable<TimelineDraft> Entries(ExchangeDocument document) => ExchangeChronology.Of(document);

    protected override IEnumerable<object> Tables(Guid recordId, ExchangeDocument document) =>
        Figures(document).Select((f, i) => new ExchangeFigure
        {
            RecordId = recordId, Position = i, Part = f.Path, Category = f.Figure.Category, ToParty = f.Figure.To, Counting = f.Figure.Counting, Low = f.Figure.Low,
            Best = f.Figure.Best, High = f.Figure.High, Bound = f.Figure.Bound, Withheld = f.Figure.Withheld, Claimant = f.Figure.Claimant, Rank = f.Figure.Rank,
        });

    protected override IEnumerable<Finding> Found(ExchangeDocument document, Func<string, string> nameOf) =>
        Ledger.Of(document, nameOf).Findings.Select(f => new Finding(f.Sentence, f.Kind == LedgerFindingKind.Meets));

    private static IEnumerable<(string Path, Figure Figure)> Figures(ExchangeDocument document) =>
        [
            .. document.Agreed.Select((f, i) => ($"agreed[{i}]", f)),
            .. document.Batches.SelectMany((b, k) => b.Figures.Select((f, i) => ($"batches[{k}].figures[{i}]", f))),
            .. document.Totals.Select((f, i) => ($"totals[{i}]", f)),
        ];
}
