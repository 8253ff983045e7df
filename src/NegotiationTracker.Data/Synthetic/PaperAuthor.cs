using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Writes what stands on paper: proposals with their steps and provisions, commitments and how they were kept.</summary>
internal static class PaperAuthor
{
    private static readonly ProposalKind[] Forms = [ProposalKind.Memorandum, ProposalKind.Plan, ProposalKind.Demands, ProposalKind.DraftAgreement, ProposalKind.Roadmap, ProposalKind.TermSheet, ProposalKind.JointStatement, ProposalKind.Agreement];

    // The order in which a proposal lives; some steps are left out.
    private static readonly ProposalStatus[] Life =
        [ProposalStatus.Announced, ProposalStatus.Promised, ProposalStatus.HandedOver, ProposalStatus.Published, ProposalStatus.UnderDiscussion, ProposalStatus.UnderDiscussion, ProposalStatus.PartlyAccepted, ProposalStatus.UnderDiscussion, ProposalStatus.Accepted, ProposalStatus.Signed];

    public static ProposalDocument Proposal(Scene scene)
    {
        var (dice, form) = (scene.Dice, scene.Dice.Often(Forms));
        var parties = scene.Parties(dice.Between(2, 3));
        return new()
        {
            Slug = scene.Slug("proposal"), Title = $"{Spaced(form)} of {parties[0].ShortName} on the {Prose.Thing(dice)}", Summary = Prose.Sentence(dice), Form = form, Authors = [parties[0].Slug],
            Processes = [scene.Process], Topics = scene.Topics(), Statuses = Steps(scene, parties[0].ShortName, $"parties/{parties[0].Slug}"),
            Versions =
            [
                new ProposalVersion
                {
                    Label = "as handed over",
                    Provisions = [.. Enumerable.Range(1, dice.Between(1, 2)).Select(i => new Provision { Key = $"p{i}", Number = $"{i}", Text = Prose.Sentence(dice), Topics = scene.Topics(), Quantities = dice.Chance(0.3) ? [new Quantity { Best = dice.Between(1, 12) * 5, Unit = "days" }] : [] })],
                },
            ],
            Positions = [.. parties.Skip(1).Select(p => new Position { Party = p.Slug, Provision = dice.Chance(0.6) ? "p1" : null, Stance = dice.One(Stances), Words = dice.Chance(0.5) ? Prose.Sentence(dice) : null })],
            Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    public static CommitmentDocument Commitment(Scene scene)
    {
        var (dice, parties, talks) = (scene.Dice, scene.Parties(2), scene.Talks);
        var what = $"{Prose.Thing(dice)}";
        var due = scene.Day.AddDays(dice.Between(5, 60));
        return new()
        {
            Slug = scene.Slug("commitment"), Title = $"{parties[0].ShortName} to deliver the {what}", What = $"Deliver the {what} to {parties[1].ShortName}", Promisers = [parties[0].Slug], Promisees = [parties[1].Slug],
            Processes = [scene.Process], Topics = scene.Topics(), Made = dice.Chance(0.25) ? [scene.When(), Times.On(scene.Day.AddDays(3))] : [scene.When()], MadeIn = talks is null ? null : $"talks/{talks.Slug}",
            Due = dice.Chance(0.9) ? new Due { Words = dice.Often(Words.Tails), Window = Edtf.Parse(dice.Chance(0.3) ? $"{due:yyyy-MM}" : $"{Times.Iso(scene.Day)}/{Times.Iso(due)}") } : null,
            Steps = Fulfilment(scene, due), Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    private static List<StatusStep> Steps(Scene scene, string by, string byRecord)
    {
        var (dice, day, steps) = (scene.Dice, scene.Day, new List<StatusStep>());
        var length = dice.Between(6, Life.Length);
        for (var i = 0; i < length; i++)
        {
            if (i > 0 && dice.Chance(0.15)) continue;
            steps.Add(new StatusStep { Status = Life[i], Words = dice.Chance(0.5) ? $"{dice.Often(Words.Verbs)} in {dice.Often(Words.Cities)}" : null, When = Times.Known(dice, day), By = dice.Chance(0.7) ? by : null, ByRecord = i == 0 ? byRecord : null, Note = dice.Chance(0.25) ? Prose.Sentence(dice) : null });
            day = day.AddDays(dice.Between(1, 25));
        }
        if (dice.Chance(0.25)) steps.Add(new StatusStep { Status = dice.Chance(0.7) ? ProposalStatus.Rejected : ProposalStatus.Superseded, When = Times.Known(dice, day), By = by, Citations = scene.Cite(1) });
        return steps;
    }

    // A third is kept in time, some late or in part, some never: the page then says that it is overdue.
    private static List<FulfilmentStep> Fulfilment(Scene scene, DateOnly due)
    {
        var dice = scene.Dice;
        var steps = new List<FulfilmentStep>();
        if (dice.Chance(0.35)) steps.Add(new FulfilmentStep { Level = dice.Chance(0.5) ? Commitments.Fulfilment.Minimal : Commitments.Fulfilment.Intermediate, When = Times.Known(dice, due.AddDays(-dice.Between(1, 20))), Note = Prose.Sentence(dice) });
        if (dice.Chance(0.6)) steps.Add(new FulfilmentStep { Level = Commitments.Fulfilment.Full, When = Times.On(due.AddDays(dice.Between(-4, 20))), Words = dice.Chance(0.2) ? "kept late" : null });
        else if (dice.Chance(0.2)) steps.Add(new FulfilmentStep { Level = Commitments.Fulfilment.Broken, When = Times.Known(dice, due.AddDays(dice.Between(1, 20))), Note = Prose.Sentence(dice) });
        return steps;
    }

    private static string Spaced(ProposalKind form) => form switch { ProposalKind.TermSheet => "Term sheet", ProposalKind.DraftAgreement => "Draft agreement", ProposalKind.JointStatement => "Joint statement", _ => form.ToString() };

    private static readonly Stance[] Stances = [Stance.Accepts, Stance.AcceptsWithConditions, Stance.Rejects, Stance.Silent];
}
