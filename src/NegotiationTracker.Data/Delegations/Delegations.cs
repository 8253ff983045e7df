using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Delegations;

/// <summary>Delegations among the kinds.</summary>
internal sealed class Delegations : RecordKind<DelegationDocument>
{
    public override string Key => "delegations";

    public override string Singular => "Delegation";

    public override string Plural => "Delegations";

    protected override void Rules(DelegationDocument document, Faults faults)
    {
        faults.Unique("members", document.Members.Select(m => m.Person));
        if (document.Members.Count(m => m.Role == MemberRole.Head && m.Presence != Presence.Replaced) > 1) faults.Add("members", "A delegation has one head at a time: mark the others as replaced or change their role.");
        faults.Zone("instrument.date", document.Instrument?.Date);
        var members = document.Members.Select(m => m.Person).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Amendments.Count; i++)
        {
            foreach (var person in document.Amendments[i].In.Concat(document.Amendments[i].Out).Where(p => !members.Contains(p)))
                faults.Add($"amendments[{i}]", $"'{person}' is not among the members: list everybody who was ever on the delegation.");
        }
        for (var i = 0; i < document.Amendments.Count; i++) faults.Zone($"amendments[{i}].date", document.Amendments[i].Date);
        for (var i = 0; i < document.Movements.Count; i++) faults.Zone($"movements[{i}].when", document.Movements[i].When);
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(DelegationDocument document) =>
        [
            ("instrument.citations", document.Instrument?.Citations ?? []),
            ("mandate.citations", document.Mandate?.Citations ?? []),
            .. document.Members.Select((m, i) => ($"members[{i}].citations", m.Citations)),
            .. document.Amendments.Select((a, i) => ($"amendments[{i}].citations", a.Citations)),
            .. document.Movements.Select((m, i) => ($"movements[{i}].citations", m.Citations)),
        ];

    protected override IEnumerable<Reference> Refers(DelegationDocument document) =>
        [
            new("talks", document.Talks, "talks", "talks"),
            new("parties", document.Party, "party", "party"),
            .. Refer.OneOpen(document.Instrument?.Issuer, "issuer", "instrument.issuer"),
            .. Refer.Each(document.Represented, "organizations", "represented", "represented"),
            .. document.Members.Select((m, i) => new Reference("people", m.Person, m.Role == MemberRole.Head ? "head" : "member", $"members[{i}].person")),
            .. document.Members.SelectMany((m, i) => Refer.One(m.Organization, "organizations", "represented", $"members[{i}].organization")),
        ];

    protected override Headline Head(DelegationDocument document) => new(document.Instrument?.Form, null, document.Instrument?.Date);

    protected override IEnumerable<string?> Said(DelegationDocument document) =>
        [document.Instrument?.Number, document.Instrument?.Title, document.Mandate?.Text, .. document.Members.Select(m => m.Title), .. document.Movements.Select(m => m.Text)];

    protected override IEnumerable<TimelineDraft> Entries(DelegationDocument document) => DelegationChronology.Of(document);

    protected override IEnumerable<object> Tables(Guid recordId, DelegationDocument document) =>
        document.Members.Select((m, i) => new DelegationMember
        {
            RecordId = recordId, Position = i, Person = m.Person, Role = m.Role, Organization = m.Organization, Title = m.Title, Presence = m.Presence,
        });
}
