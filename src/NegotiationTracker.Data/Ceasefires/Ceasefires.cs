using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Ceasefires;

/// <summary>Ceasefires among the kinds.</summary>
internal sealed class Ceasefires : RecordKind<CeasefireDocument>
{
    public override string Key => "ceasefires";

    public override string Singular => "Ceasefire";

    public override string Plural => "Ceasefires";

    protected override void Rules(CeasefireDocument document, Faults faults)
    {
        faults.Zone("announced", document.Announced);
        faults.Zone("from", document.From);
        faults.Zone("to", document.To);
        faults.Quantity("length", document.Length);
        if (document is { From: { } from, To: { } to } && from.Bounds().Earliest > to.Bounds().Latest) faults.Add("to", "The ceasefire ends before it begins.");
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(CeasefireDocument document) =>
        [
            .. document.AcceptedBy.Select((r, i) => ($"acceptedBy[{i}].citations", r.Citations)),
            .. document.Responses.Select((r, i) => ($"responses[{i}].citations", r.Citations)),
        ];

    protected override IEnumerable<Reference> Refers(CeasefireDocument document) =>
        [
            .. Refer.Each(document.DeclaredBy, "parties", "declared", "declaredBy"),
            .. document.AcceptedBy.Select((r, i) => new Reference("parties", r.Party, "accepted", $"acceptedBy[{i}].party")),
            .. document.Responses.Select((r, i) => new Reference("parties", r.Party, "responded", $"responses[{i}].party")),
        ];

    protected override Headline Head(CeasefireDocument document) =>
        new(document.Scope.ToString(), document.Status.ToString(), document.From ?? document.Announced ?? document.To, document.ScopeWords);

    protected override IEnumerable<string?> Said(CeasefireDocument document) =>
        [document.ScopeWords, document.StatusWords, .. document.AcceptedBy.Concat(document.Responses).Select(r => r.Words)];

    protected override IEnumerable<object> Tables(Guid recordId, CeasefireDocument document)
    {
        if (document.Status is CeasefireStatus.Rejected || document.From?.Date.OnAxis(document.From.Zone).At is not { } from) yield break;
        yield return new TimelineSpan { RecordId = recordId, Form = SpanForm.Ceasefire, From = from, Till = document.To?.Date.OnAxis(document.To.Zone).Till, Status = document.Status.ToString() };
    }

    protected override IEnumerable<TimelineDraft> Entries(CeasefireDocument document)
    {
        var weight = document.Scope == CeasefireScope.Local ? 3 : 4;
        if (document.Announced is { } announced)
            yield return new TimelineDraft { Kind = document.Status == CeasefireStatus.Proposed ? EntryKind.CeasefireProposed : EntryKind.CeasefireDeclared, When = announced, Title = document.Title, Summary = document.StatusWords, Importance = 3 };
        if (document.From is { } from)
        {
            var only = document.Status switch { CeasefireStatus.Proposed => EntryKind.CeasefireProposed, CeasefireStatus.Rejected => EntryKind.CeasefireRejected, _ => EntryKind.CeasefireBegan };
            yield return new TimelineDraft { Kind = only, When = from, Title = document.Title, Summary = document.ScopeWords, Importance = only == EntryKind.CeasefireBegan ? weight : 2 };
        }
        if (document is { To: not null, Status: CeasefireStatus.Ended or CeasefireStatus.Expired })
            yield return new TimelineDraft { Kind = EntryKind.CeasefireEnded, When = document.To, Title = $"End of: {document.Title}", Importance = 3 };
    }
}
