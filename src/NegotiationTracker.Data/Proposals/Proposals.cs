using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Proposals;

/// <summary>Proposals among the kinds.</summary>
internal sealed class Proposals : RecordKind<ProposalDocument>
{
    public override string Key => "proposals";

    public override string Singular => "Proposal";

    public override string Plural => "Proposals";

    protected override void Rules(ProposalDocument document, Faults faults)
    {
        var provisions = document.Versions.SelectMany(v => v.Provisions).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        for (var v = 0; v < document.Versions.Count; v++)
        {
            var version = document.Versions[v];
            faults.Required($"versions[{v}].label", version.Label);
            faults.Quantity($"versions[{v}].points", version.Points);
            faults.Zone($"versions[{v}].when", version.When);
            faults.Unique($"versions[{v}].provisions", version.Provisions.Select(p => p.Key));
            for (var p = 0; p < version.Provisions.Count; p++) Provision(faults, $"versions[{v}].provisions[{p}]", version.Provisions[p]);
        }
        for (var i = 0; i < document.Statuses.Count; i++) faults.Zone($"statuses[{i}].when", document.Statuses[i].When);
        for (var i = 0; i < document.Positions.Count; i++)
        {
            if (document.Positions[i].Provision is { } key && !provisions.Contains(key))
                faults.Add($"positions[{i}].provision", $"No version holds a provision with the key '{key}'.");
        }
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(ProposalDocument document) =>
        [
            .. document.Statuses.Select((s, i) => ($"statuses[{i}].citations", s.Citations)),
            .. document.Versions.SelectMany((v, i) => v.Provisions.Select((p, k) => ($"versions[{i}].provisions[{k}].citations", p.Citations)).Prepend(($"versions[{i}].citations", v.Citations))),
            .. document.Positions.Select((p, i) => ($"positions[{i}].citations", p.Citations)),
        ];

    protected override IEnumerable<Reference> Refers(ProposalDocument document) =>
        [
            .. Refer.Each(document.Authors, "parties", "author", "authors"),
            .. document.Statuses.SelectMany((s, i) => Refer.OneOpen(s.ByRecord, "by", $"statuses[{i}].byRecord")),
            .. document.Positions.Select((p, i) => new Reference("parties", p.Party, "position", $"positions[{i}].party")),
        ];

    protected override Headline Head(ProposalDocument document) =>
        new(document.Form.ToString(), document.Statuses.Count == 0 ? null : document.Statuses[^1].Status.ToString(), document.Statuses.Count == 0 ? null : document.Statuses[0].When);

    protected override IEnumerable<Name> Named(ProposalDocument document) => document.Names;

    protected override IEnumerable<string?> Said(ProposalDocument document) =>
        [.. document.Statuses.Select(s => s.Words), .. document.Versions.SelectMany(v => v.Provisions).Select(p => p.Text), .. document.Positions.Select(p => p.Words)];

    protected override IEnumerable<TimelineDraft> Entries(ProposalDocument document) => document.Statuses.Select(step => new TimelineDraft
    {
        Kind = EntryOf(step.Status), When = step.When, Title = $"{document.Title}: {step.Words ?? step.Status.ToString()}",
        Summary = step.By is null ? step.Note : $"By {step.By}",
        Importance = step.Status switch { ProposalStatus.Signed => 5, ProposalStatus.HandedOver or ProposalStatus.Published or ProposalStatus.Accepted => 4, ProposalStatus.Announced or ProposalStatus.Rejected => 3, _ => 2 },
    });

    private static void Provision(Faults faults, string path, Provision provision)
    {
        faults.Required($"{path}.text", provision.Text);
        faults.Zone($"{path}.deadline", provision.Deadline);
        for (var i = 0; i < provision.Topics.Count; i++) CommonRules.Topic(faults, $"{path}.topics[{i}]", provision.Topics[i]);
        for (var i = 0; i < provision.Quantities.Count; i++) faults.Quantity($"{path}.quantities[{i}]", provision.Quantities[i]);
    }

    private static EntryKind EntryOf(ProposalStatus status) => status switch
    {
        ProposalStatus.Announced or ProposalStatus.Promised => EntryKind.ProposalAnnounced,
        ProposalStatus.HandedOver => EntryKind.ProposalHandedOver,
        ProposalStatus.Published => EntryKind.ProposalPublished,
        ProposalStatus.Accepted or ProposalStatus.PartlyAccepted => EntryKind.ProposalAccepted,
        ProposalStatus.Rejected or ProposalStatus.Withdrawn => EntryKind.ProposalRejected,
        ProposalStatus.Signed => EntryKind.ProposalSigned,
        _ => EntryKind.ProposalDiscussed,
    };
}
