using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Writes talks, and the delegations that were sent to them.</summary>
internal static class TalksAuthor
{
    private static readonly TalksKind[] Forms = [TalksKind.Meeting, TalksKind.PhoneCall, TalksKind.TechnicalMeeting, TalksKind.VideoCall, TalksKind.Visit, TalksKind.Correspondence, TalksKind.Shuttle];
    private static readonly TalksStatus[] NotHeld = [TalksStatus.Scheduled, TalksStatus.Postponed, TalksStatus.Proposed, TalksStatus.Cancelled, TalksStatus.Refused];
    private static readonly string[] Decrees = ["decree of the president", "order of the minister", "diplomatic note"];

    public static TalksDocument Talks(Scene scene)
    {
        var (dice, form) = (scene.Dice, scene.Dice.Often(Forms));
        var parties = scene.Parties(dice.Between(2, 3));
        var held = dice.Chance(0.88);
        var (when, city) = (scene.When(), dice.Often(Words.Cities));
        var made = held && dice.Chance(0.5) ? scene.Made() : null;
        return new()
        {
            Slug = scene.Slug(Stem(form)), Title = $"{Titles[(int)form]} of {parties[0].ShortName} and {parties[1].ShortName} in {city}", Summary = Prose.Text(dice, dice.Between(1, 2)),
            Form = form, Format = dice.One([TalksFormat.Direct, TalksFormat.Mediated, TalksFormat.Proximity]), Status = held ? TalksStatus.Held : dice.Often(NotHeld),
            Planned = !held || dice.Chance(0.3) ? Times.On(scene.Day) : null, Actual = held ? when : null, Processes = [scene.Process], Topics = scene.Topics(),
            Places = [new Place { Venue = dice.Chance(0.5) ? dice.Often(Words.Venues) : null, City = city }], Parties = [.. parties.Select(p => p.Slug)],
            Mediators = parties.Count > 2 ? [$"parties/{parties[2].Slug}"] : [], Participants = Participants(scene, parties),
            Agenda = [new AgendaItem { Text = Prose.Capital(Prose.Thing(dice)), Topic = scene.Topics()[0] }],
            Outcomes = !held ? [] : [new Outcome { Text = Prose.Sentence(dice), Made = made, Form = made is null ? OutcomeKind.Statement : made[0] == 'e' ? OutcomeKind.ExchangeAgreed : OutcomeKind.DocumentHandedOver }],
            Follows = dice.Chance(0.2) ? scene.Talks?.Slug : null, MeetingRecord = held && dice.Chance(0.5) ? Prose.MeetingRecord(dice) : null, Citations = scene.Cite(dice.Between(1, 3)),
        };
    }

    public static DelegationDocument Delegation(Scene scene, TalksDocument talks)
    {
        var (dice, party) = (scene.Dice, scene.Dice.One(talks.Parties));
        var name = scene.Cast.NameOf(party);
        var people = Enumerable.Range(0, dice.Between(3, 6)).Select(_ => scene.PersonOf(party)).DistinctBy(p => p.Slug).ToList();
        var isChanged = people.Count > 3 && dice.Chance(0.5);
        return new()
        {
            Slug = scene.Slug("delegation"), Title = $"Delegation of {name} to the {talks.Title[..talks.Title.IndexOf(' ', StringComparison.Ordinal)].ToLowerInvariant()} in {talks.Places[0].City}",
            Talks = talks.Slug, Party = party, Processes = talks.Processes, Topics = talks.Topics, ListComplete = dice.Chance(0.5) ? true : null,
            Instrument = new Instrument { Form = dice.Often(Decrees), Number = $"{dice.Between(1, 900)}/{scene.Day.Year}", Date = scene.When() },
            Mandate = dice.Chance(0.4) ? new Mandate { Text = Prose.Sentence(dice) } : null,
            Members = [.. people.Select((p, i) => new Member { Person = p.Slug, Role = i == 0 ? MemberRole.Head : i == 1 ? MemberRole.DeputyHead : dice.Chance(0.2) ? MemberRole.Expert : MemberRole.Member, Title = p.Postings[0].Title, Organization = dice.Chance(0.2) ? p.Postings[0].Organization : null, Presence = dice.Chance(0.4) ? Presence.SeenInRoom : Presence.Appointed })],
            Amendments = isChanged ? [new Amendment { Date = Times.On(scene.Day.AddDays(dice.Between(1, 5))), In = [people[^1].Slug], Out = [people[^2].Slug], Note = Prose.Sentence(dice) }] : [],
            Movements = [.. Enumerable.Range(0, dice.Between(2, 4)).Select(i => Movement(scene, i))], Citations = scene.Cite(1),
        };
    }

    private static Movement Movement(Scene scene, int number)
    {
        var (dice, city) = (scene.Dice, scene.Dice.Often(Words.Cities));
        var leaves = number % 2 == 1;
        return new()
        {
            Form = leaves ? MovementKind.Departure : MovementKind.Arrival, Text = leaves ? $"left {city} after the {dice.Often(Words.Nouns)}" : $"landed in {city} with a {Prose.Thing(dice)}",
            When = Times.Clock(dice, scene.Day.AddDays(number)), Place = city, HowKnown = dice.Chance(0.5) ? dice.Often(Words.Publishers) : null,
        };
    }

    private static List<Participant> Participants(Scene scene, List<PartyDocument> parties) =>
        [.. parties.SelectMany(p => Enumerable.Range(0, scene.Dice.Between(0, 2)).Select(_ => new Participant { Person = scene.PersonOf(p.Slug).Slug, Party = p.Slug })).DistinctBy(p => p.Person)];

    private static readonly string[] Titles = ["Meeting", "Call", "Video conference", "Visit", "Shuttle", "Letters", "Expert meeting"];

    private static string Stem(TalksKind form) => form switch { TalksKind.PhoneCall => "call", TalksKind.VideoCall => "video", TalksKind.Visit => "visit", _ => "talks" };
}
