using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>proposals</c>: papers, their life, their provisions and what the parties said to them.</summary>
internal static class ProposalMapping
{
    private static readonly WordTable<ProposalKind> Forms = new(
        "sort of document",
        ("memorandum", ProposalKind.Memorandum), ("roadmap", ProposalKind.Roadmap), ("joint statement", ProposalKind.JointStatement), ("term sheet", ProposalKind.TermSheet), ("procedural", ProposalKind.Procedural),
        ("plan", ProposalKind.Plan), ("draft", ProposalKind.DraftAgreement), ("demands", ProposalKind.Demands), ("agreement", ProposalKind.Agreement), ("offer", ProposalKind.Offer));

    private static readonly WordTable<ProposalStatus> Statuses = new(
        "status of a proposal",
        ("promised", ProposalStatus.Promised), ("not received", ProposalStatus.Promised), ("still not submitted", ProposalStatus.Promised), ("to be handed over", ProposalStatus.Promised), ("agreed in principle", ProposalStatus.Promised),
        ("withdrawn", ProposalStatus.Withdrawn), ("superseded", ProposalStatus.Superseded), ("signed", ProposalStatus.Signed), ("published", ProposalStatus.Published), ("subject to", ProposalStatus.PartlyAccepted), ("with conditions", ProposalStatus.PartlyAccepted),
        ("answered by a narrower", ProposalStatus.PartlyAccepted), ("accepted", ProposalStatus.Accepted), ("refused", ProposalStatus.Rejected), ("rejected", ProposalStatus.Rejected),
        ("handed", ProposalStatus.HandedOver), ("presented", ProposalStatus.HandedOver), ("received by", ProposalStatus.HandedOver), ("taken to", ProposalStatus.HandedOver), ("circulated", ProposalStatus.HandedOver),
        ("discussed", ProposalStatus.UnderDiscussion), ("under study", ProposalStatus.UnderDiscussion), ("feedback", ProposalStatus.UnderDiscussion), ("no answer", ProposalStatus.UnderDiscussion), ("pressed", ProposalStatus.UnderDiscussion),
        ("revised", ProposalStatus.UnderDiscussion), ("not agreed", ProposalStatus.UnderDiscussion), ("deadline", ProposalStatus.UnderDiscussion),
        ("announced", ProposalStatus.Announced), ("proposed", ProposalStatus.Announced), ("offered", ProposalStatus.Announced), ("outlined", ProposalStatus.Announced), ("drafted", ProposalStatus.Announced));

    private static readonly WordTable<Stance> Stances = new(
        "stance",
        ("reject", Stance.Rejects), ("refus", Stance.Rejects), ("unacceptable", Stance.Rejects), ("will not", Stance.Rejects), ("no compromise", Stance.Rejects),
        ("conditions", Stance.AcceptsWithConditions), ("in part", Stance.AcceptsWithConditions), ("only to", Stance.AcceptsWithConditions), ("groundwork", Stance.AcceptsWithConditions), ("basis", Stance.AcceptsWithConditions),
        ("changes asked", Stance.AcceptsWithConditions), ("looked at", Stance.AcceptsWithConditions), ("accept", Stance.Accepts), ("support", Stance.Accepts), ("study", Stance.Silent), ("no answer", Stance.Silent));

    private static readonly ProposalKind[] Plain = [ProposalKind.Memorandum, ProposalKind.Roadmap, ProposalKind.JointStatement, ProposalKind.Plan];

    /// <summary>What a status in the file's words means.</summary>
    public static ProposalStatus? StatusOf(string words) => Statuses.Find(words);

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (name, type) = (item.Need("name"), item.Need("doc_type"));
        var form = Forms.Read(item, "doc_type", type);
        var statuses = item.Children("status_history").Select(Step).OfType<StatusStep>().ToList();
        var versions = ProvisionMapping.Versions(item);
        return RecordParts.Finish(item, new ProposalDocument
        {
            Slug = entry.Slug,
            Title = name,
            Summary = statuses.Count == 0 ? null : FactsText.Sentences($"{statuses[0].Words} on {DayWords.Of(statuses[0].When.Date.Text)}" + (statuses.Count == 1 ? "" : $"; {statuses[^1].Words} on {DayWords.Of(statuses[^1].When.Date.Text)}")),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = Topics(name, versions),
            Form = form,
            FormWords = Plain.Contains(form) && !type.Contains(',') ? null : type,
            Authors = [.. item.Texts("authors").Select(id => item.Reading.Slug(item, "authors", "parties", id)).OfType<string>()],
            Names = NameMapping.Of(name, item.Texts("names_used"), [], null),
            Statuses = statuses,
            Versions = versions,
            Positions = [.. item.Children("responses").Select(Position)],
            Claims = [.. ClaimMapping.Of(item, "structure", "structure.")],
        });
    }

    private static IReadOnlyList<string> Topics(string name, IReadOnlyList<ProposalVersion> versions)
    {
        var all = versions.SelectMany(v => v.Provisions).SelectMany(p => p.Topics).Concat(TopicWords.Of([name])).ToHashSet(StringComparer.Ordinal);
        return [.. Topic.All.Select(t => t.Key).Where(all.Contains)];
    }

    private static StatusStep? Step(FactsNode step)
    {
        var (words, by) = (step.Need("status"), step.Text("by"));
        var (status, when, citations, note) = (Statuses.Read(step, "status", words), WhenMapping.Day(step, "date"), CitationMapping.Of(step), step.Text("note"));
        if (when is null) step.Fault("date", "A step needs a date.");
        return when is null ? null : new StatusStep { Status = status, Words = words, When = when, By = by, ByRecord = step.Reading.Names.Starting(by)?.Record, Note = note, Citations = citations };
    }

    private static Position Position(FactsNode response)
    {
        var (to, words) = (response.Need("to"), response.Need("response"));
        return new Position
        {
            Party = response.Reading.Slug(response, "by", "parties", response.Need("by")) ?? "",
            Provision = to == "whole" ? null : to,
            Stance = Stances.Read(response, "response", words),
            Words = words,
            When = WhenMapping.Day(response, "date"),
            Citations = CitationMapping.Of(response),
        };
    }
}
