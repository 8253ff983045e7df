using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Talks;

/// <summary>Talks among the kinds.</summary>
internal sealed class Talks : RecordKind<TalksDocument>
{
    public override string Key => "talks";

    public override string Singular => "Talks";

    public override string Plural => "Talks";

    protected override void Rules(TalksDocument document, Faults faults)
    {
        if (document.Planned is null && document.Actual is null) faults.Add("planned", "Say when the talks were planned or when they were held.");
        if (document.Status == TalksStatus.Held && document.Actual is null) faults.Add("actual", "Talks that were held need the time when.");
        if (document.Status is TalksStatus.Cancelled or TalksStatus.Refused && document.Actual is not null)
            faults.Add("actual", "Talks that were cancelled or refused were not held: leave this empty, or change the status.");
        faults.Zone("planned", document.Planned);
        faults.Zone("actual", document.Actual);
        faults.Unique("participants", document.Participants.Select(p => p.Person));
        for (var i = 0; i < document.Agenda.Count; i++)
        {
            faults.Required($"agenda[{i}].text", document.Agenda[i].Text);
            if (document.Agenda[i].Topic is { } topic) CommonRules.Topic(faults, $"agenda[{i}].topic", topic);
        }
        for (var i = 0; i < document.Outcomes.Count; i++) faults.Required($"outcomes[{i}].text", document.Outcomes[i].Text);
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(TalksDocument document) =>
        document.Outcomes.Select((o, i) => ($"outcomes[{i}].citations", o.Citations));

    protected override IEnumerable<Reference> Refers(TalksDocument document) =>
        [
            .. Refer.EachOpen(document.Hosts, "host", "hosts"),
            .. Refer.EachOpen(document.Mediators, "mediator", "mediators"),
            .. Refer.One(document.Chair, "people", "chair", "chair"),
            .. Refer.Each(document.Parties, "parties", "party", "parties"),
            .. document.Participants.Select((p, i) => new Reference("people", p.Person, "participant", $"participants[{i}].person")),
            .. document.Participants.SelectMany((p, i) => Refer.One(p.Party, "parties", "party", $"participants[{i}].party")),
            .. document.Outcomes.SelectMany((o, i) => Refer.OneOpen(o.Made, "made", $"outcomes[{i}].made")),
            .. Refer.One(document.Follows, "talks", "follows", "follows"),
        ];

    protected override Headline Head(TalksDocument document) =>
        new(document.Form.ToString(), document.Status.ToString(), document.Actual ?? document.Planned, TalksChronology.PlaceOf(document));

    protected override IEnumerable<string?> Said(TalksDocument document) =>
        [
            document.StatusWords, document.FormatWords, document.MeetingRecord,
            .. document.Places.SelectMany(p => p.Variants.Prepend(p.Venue).Append(p.City)),
            .. document.Agenda.Select(a => a.Text), .. document.Outcomes.Select(o => o.Text),
        ];

    protected override IEnumerable<TimelineDraft> Entries(TalksDocument document) => TalksChronology.Of(document);
}
