using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Incidents;

/// <summary>Incidents among the kinds.</summary>
internal sealed class Incidents : RecordKind<IncidentDocument>
{
    public override string Key => "incidents";

    public override string Singular => "Incident";

    public override string Plural => "Incidents";

    protected override void Rules(IncidentDocument document, Faults faults)
    {
        faults.Zone("when", document.When);
        for (var i = 0; i < document.Places.Count; i++)
        {
            faults.Required($"places[{i}].name", document.Places[i].Name);
            if (document.Places[i].Precision is < 1 or > 7) faults.Add($"places[{i}].precision", "Precision is UCDP's number from 1 (exact) to 7 (water or air).");
        }
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(IncidentDocument document) =>
        [("attribution.citations", document.Attribution?.Citations ?? [])];

    protected override IEnumerable<Reference> Refers(IncidentDocument document) =>
        [
            .. Refer.OneOpen(document.Actor, "actor", "actor"),
            .. Refer.OneOpen(document.Attribution?.By, "attributed-by", "attribution.by"),
            .. Refer.OneOpen(document.Attribution?.ToRecord, "attributed-to", "attribution.toRecord"),
        ];

    protected override Headline Head(IncidentDocument document) =>
        new(document.Form.ToString(), null, document.When, document.Places.Count == 0 ? null : string.Join("; ", document.Places.Select(p => p.Name)));

    protected override IEnumerable<string?> Said(IncidentDocument document) =>
        [document.Target, document.StatusWords, .. document.Effects, .. document.Places.Select(p => p.Name)];

    protected override IEnumerable<TimelineDraft> Entries(IncidentDocument document) =>
        [
            new()
            {
                Kind = EntryKind.Incident, When = document.When, Title = document.Title, Importance = 3, Place = Head(document).Place,
                Summary = document.Summary ?? document.StatusWords ?? document.Target,
            },
        ];
}
