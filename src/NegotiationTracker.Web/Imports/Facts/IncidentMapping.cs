using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>incidents</c>: what surrounds the talks.</summary>
internal static class IncidentMapping
{
    private static readonly WordTable<IncidentKind> Forms = new(
        "incident", ("explosion", IncidentKind.Explosion), ("dispute", IncidentKind.Dispute), ("attack", IncidentKind.Attack), ("strike", IncidentKind.Attack), ("law", IncidentKind.LegalAct), ("decree", IncidentKind.LegalAct), ("violation", IncidentKind.Violation));

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (name, when, target, actor) = (item.Need("name"), WhenMapping.Time(item, "when"), item.Text("target"), item.Reading.Record(item, "actor", item.Text("actor")));
        if (when is null) item.Fault("when", "An incident needs a time.");
        var places = item.Texts("places");
        var status = item.Text("status");
        return RecordParts.Finish(item, new IncidentDocument
        {
            Slug = entry.Slug,
            Title = name,
            Summary = FactsText.Sentences(string.Join(", ", places), target is null ? null : $"Target: {target}", status),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of([name.Says("bodies") ? name : null]),
            Form = Forms.Find(name) ?? (target is not null ? IncidentKind.Attack : IncidentKind.Other),
            When = when ?? new When { Date = Data.Dates.Edtf.Parse("2025") },
            Places = [.. places.Select(p => new IncidentPlace { Name = p, Precision = Precision(p, item.Reading) })],
            Actor = actor,
            Target = target,
            Attribution = item.Child("attributed_to") is { } attribution ? Attributed(attribution) : null,
            StatusWords = status,
            Effects = item.Texts("effects"),
        });
    }

    private static Attribution Attributed(FactsNode attribution)
    {
        var to = attribution.Need("to");
        return new Attribution
        {
            By = attribution.Reading.Record(attribution, "by", attribution.Need("by")) ?? "",
            To = to,
            ToRecord = attribution.Reading.Names.Exactly(to)?.Record,
            Citations = CitationMapping.Of(attribution),
        };
    }

    // UCDP: 6 the country, 4 its first-order part, 3 a district; nearer than that the file does not say.
    private static int? Precision(string place, FactsReading reading) =>
        reading.Names.Exactly(place) is { Array: "parties" } ? 6 : place.Says("district") ? 3 : !place.Contains(',') && place.EndsWith("region", StringComparison.OrdinalIgnoreCase) ? 4 : null;
}
