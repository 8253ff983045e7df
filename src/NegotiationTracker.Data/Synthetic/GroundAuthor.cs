using NegotiationTracker.Data.Ceasefires;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Statements;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Writes what happens around the talks: exchanges in batches, ceasefires, incidents, and what is said of it all.</summary>
internal static class GroundAuthor
{
    private static readonly FigureCategory[] Categories = [FigureCategory.ServiceMember, FigureCategory.Civilian, FigureCategory.Wounded, FigureCategory.Under25, FigureCategory.SeriouslyIll, FigureCategory.Child];
    private static readonly IncidentKind[] Incidents = [IncidentKind.Attack, IncidentKind.Violation, IncidentKind.Explosion, IncidentKind.LegalAct, IncidentKind.Movement, IncidentKind.Dispute, IncidentKind.Other];
    private static readonly string[] Media = ["press conference", "interview", "evening address", "social media", "written statement", "briefing"];

    public static ExchangeDocument Exchange(Scene scene)
    {
        var (dice, sides) = (scene.Dice, scene.Parties(3));
        var form = dice.One([ExchangeKind.PrisonersOfWar, ExchangeKind.Bodies, ExchangeKind.Mixed, ExchangeKind.Civilians]);
        var number = dice.Between(2, 40) * 25;
        var count = dice.Between(5, dice.Chance(0.15) ? 40 : 15);
        var day = scene.Day;
        var batches = new List<Batch>(count);
        for (var i = 1; i <= count; i++, day = day.AddDays(dice.Between(1, 9))) batches.Add(Batch(scene, form, sides[0].Slug, sides[1].Slug, day, i, Math.Max(1, number / count)));
        return new()
        {
            Slug = scene.Slug("exchange"), Title = $"Exchange of {number:N0} between {sides[0].ShortName} and {sides[1].ShortName}", Summary = Prose.Sentence(dice), Form = form,
            Status = dice.Chance(0.7) ? ExchangeStatus.Completed : ExchangeStatus.Stalled, AgreedIn = scene.Talks?.Slug, Mediators = sides.Count > 2 ? [$"parties/{sides[2].Slug}"] : [], Processes = [scene.Process], Topics = [form == ExchangeKind.Bodies ? "bodies" : "prisoners"],
            Place = Prose.Place(dice), Agreed = [new Figure { Category = FigureCategory.Everyone, Best = number, Bound = dice.Chance(0.3) ? Bound.About : Bound.Exactly, Claimant = dice.Often(Words.Whos) }], Batches = batches, Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    public static CeasefireDocument Ceasefire(Scene scene)
    {
        var (dice, parties) = (scene.Dice, scene.Parties(2));
        var (scope, days) = (dice.One(Enum.GetValues<CeasefireScope>()), dice.Between(1, 45));
        return new()
        {
            Slug = scene.Slug("ceasefire"), Title = $"{(scope == CeasefireScope.All ? "General" : scope.ToString())} ceasefire of {days} days {Prose.Place(dice)}", Type = dice.One([CeasefireType.Unilateral, CeasefireType.Bilateral]), Scope = scope,
            Status = dice.One([CeasefireStatus.Ended, CeasefireStatus.Expired, CeasefireStatus.Declared, CeasefireStatus.Proposed, CeasefireStatus.Rejected]), ScopeWords = Prose.Thing(dice), StatusWords = Prose.Sentence(dice),
            Announced = dice.Chance(0.8) ? Times.Known(dice, scene.Day.AddDays(-2)) : null, From = Times.On(scene.Day), To = Times.On(scene.Day.AddDays(days)), Length = new Quantity { Best = days, Unit = "days" }, DeclaredBy = [parties[0].Slug],
            Responses = [new CeasefireResponse { Party = parties[1].Slug, Words = Prose.Sentence(dice) }], Processes = [scene.Process], Topics = ["ceasefire"], Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    public static StatementDocument Statement(Scene scene)
    {
        var (dice, party) = (scene.Dice, scene.Dice.Often(scene.Cast.Parties));
        var person = scene.PersonOf(party.Slug);
        var isQuoted = dice.Chance(0.6);
        return new()
        {
            Slug = scene.Slug("statement"), Title = $"{person.Title} on the {Prose.Thing(dice)}", Speaker = $"people/{person.Slug}", OnBehalfOf = person.Party, When = scene.When(), Medium = dice.Often(Media),
            Quotation = isQuoted ? Prose.Sentence(dice) : null, Paraphrase = isQuoted ? null : Prose.Text(dice, dice.Between(2, 4)), About = scene.Talks is { } talks && dice.Chance(0.6) ? [$"talks/{talks.Slug}"] : [],
            Processes = [scene.Process], Topics = scene.Topics(), Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    public static IncidentDocument Incident(Scene scene)
    {
        var (dice, parties, village) = (scene.Dice, scene.Parties(2), Words.Village(scene.Dice));
        var form = dice.Often(Incidents);
        return new()
        {
            Slug = scene.Slug("incident"), Title = $"{(form == IncidentKind.LegalAct ? "Legal act" : form.ToString())} {(form == IncidentKind.LegalAct ? "on" : "near")} {village}", Summary = Prose.Text(dice, dice.Between(1, 3)), Form = form, When = scene.When(),
            Places = [new IncidentPlace { Name = village, Precision = dice.Between(1, 6) }], Target = dice.Often(Words.Nouns), StatusWords = dice.Chance(0.4) ? Prose.Sentence(dice) : null,
            Attribution = dice.Chance(0.5) ? new Attribution { By = $"parties/{parties[0].Slug}", To = parties[1].ShortName, ToRecord = $"parties/{parties[1].Slug}" } : null, Processes = [scene.Process], Topics = scene.Topics(), Citations = scene.Cite(dice.Between(1, 2)),
        };
    }

    private static Batch Batch(Scene scene, ExchangeKind form, string left, string right, DateOnly day, int number, int size)
    {
        var dice = scene.Dice;
        var category = form == ExchangeKind.Bodies ? FigureCategory.Body : dice.Often(Categories);
        // Either side may keep its number to itself.
        Figure To(string party) => dice.Chance(0.08) ? new() { Category = category, To = party, Withheld = true } : new() { Category = category, To = party, Best = dice.Between(Math.Max(1, size - 5), size + 5) };
        return new() { Key = $"{number}", Label = $"stage {number}", When = Times.Known(dice, day), Place = dice.Chance(0.5) ? Prose.Place(dice) : null, Figures = dice.Chance(0.3) ? [To(left), To(right)] : [To(number % 2 == 0 ? left : right)], Note = dice.Chance(0.15) ? Prose.Sentence(dice) : null };
    }
}
