using System.Text.RegularExpressions;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>talks</c>: contacts of every sort, planned and held.</summary>
internal static partial class TalksMapping
{
    private static readonly WordTable<TalksKind> Kinds = new(
        "sort of talks",
        ("phone call", TalksKind.PhoneCall), ("video", TalksKind.VideoCall), ("technical", TalksKind.TechnicalMeeting), ("meeting", TalksKind.Meeting), ("summit", TalksKind.Meeting),
        ("visit", TalksKind.Visit), ("consultations", TalksKind.Meeting), ("shuttle", TalksKind.Shuttle), ("public proposal", TalksKind.Correspondence), ("letter", TalksKind.Correspondence));

    private static readonly WordTable<TalksStatus> Statuses = new(
        "status of talks",
        ("cancelled", TalksStatus.Cancelled), ("refused", TalksStatus.Refused), ("not held", TalksStatus.Proposed), ("postponed", TalksStatus.Postponed), ("confirmed as made", TalksStatus.Held),
        ("held", TalksStatus.Held), ("broken off", TalksStatus.Held), ("reported", TalksStatus.Held), ("made", TalksStatus.Held), ("announced", TalksStatus.Scheduled), ("scheduled", TalksStatus.Scheduled),
        ("proposed", TalksStatus.Proposed));

    private static readonly string[] PlainKinds = ["phone call", "meeting", "visit"];

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (kind, status, name) = (item.Need("kind"), item.Need("status"), item.Text("name"));
        var title = TalksTitles.Of(entry, item.Reading);
        var when = WhenMapping.Time(item, "when");
        var claims = ClaimMapping.Initiative(item).ToList();
        var (topics, outcomes, format) = (item.Texts("topics"), OutcomeMapping.Of(item, entry), item.Text("format"));
        var (city, cityNote) = Bracketed(item.Text("city"));
        var mediators = Records(item, "mediator");
        var state = Statuses.Read(item, "status", status);
        var language = Language(item);
        var document = (TalksDocument)RecordParts.Finish(item, new TalksDocument
        {
            Slug = entry.Slug,
            Title = title,
            Summary = FactsText.Sentences(name is null || title.StartsWith(name, StringComparison.Ordinal) ? null : name, outcomes.Count > 0 ? string.Join("; ", outcomes.Select(o => o.Text)) : topics.Count > 0 ? $"On the agenda: {string.Join(", ", topics)}" : null),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of([.. topics, .. outcomes.Select(o => o.Text)]),
            Form = Kinds.Read(item, "kind", kind),
            Format = TalksParties.IsSeparate(entry) ? TalksFormat.Proximity : mediators.Count > 0 && !IsDisputed(entry, "format") ? TalksFormat.Mediated : null,
            FormatWords = string.Join(": ", new[] { PlainKinds.Contains(kind) ? null : kind, format }.OfType<string>()) is { Length: > 0 } words ? words : null,
            Status = state,
            StatusWords = status == "held" || status == "postponed" ? null : status,
            Actual = state == TalksStatus.Held ? when : null,
            Planned = state == TalksStatus.Held ? null : when,
            Places = city is null && !item.Has("venue") && !item.Has("country") ? [] : [new Place { Venue = item.Text("venue"), City = city, Country = item.Text("country"), Variants = item.Texts("venue_variants") }],
            Hosts = Records(item, "host"),
            Mediators = mediators,
            Chair = item.Reading.Slug(item, "chair", "persons", item.Text("chair")),
            Parties = [.. TalksParties.Of(item.Reading, entry).Select(id => item.Reading.Slug(item, "participants", "parties", id)).OfType<string>()],
            Participants = [.. item.Children("participants").Select(Participant)],
            Agenda = [.. topics.Select(t => new AgendaItem { Text = t, Topic = TopicWords.First(t) })],
            Outcomes = outcomes,
            LanguageOfTalks = language.Language,
            Follows = entry.Linked("follows").Select(id => item.Reading.Slug(item, "links.follows", "talks", id)).FirstOrDefault(),
            Claims = claims,
            Citations = language.Citations,
        }, item.Text("travel_note"), cityNote);
        return document with { Planned = document.Planned ?? Planned(document) };
    }

    private static Participant Participant(FactsNode participant) => new()
    {
        Person = participant.Reading.Slug(participant, "person", "persons", participant.Need("person")) ?? "",
        Party = participant.Reading.Slug(participant, "party", "parties", participant.Text("party")),
        Role = participant.Text("role"),
    };

    private static IReadOnlyList<string> Records(FactsNode item, string key) => item.Reading.Record(item, key, item.Text(key)) is { } record ? [record] : [];

    // "Russian (tass-0602-results)": the bracket is the source.
    private static (string? Language, IReadOnlyList<Citation> Citations) Language(FactsNode item)
    {
        if (item.Text("language_of_talks") is not { } text) return (null, []);
        var (language, aside) = FactsText.Aside(text);
        return aside is not null && item.Reading.Find(aside) is { Array: "sources" } source ? (language, [new Citation { Source = source.Slug, Field = "languageOfTalks" }]) : (text, []);
    }

    // "(city not stated in the text read)" is a remark, not a city.
    private static (string? Text, string? Note) Bracketed(string? text) =>
        text is null ? (null, null) : text.StartsWith('(') ? (null, text.Trim('(', ')')) : (FactsText.Aside(text).Text, FactsText.Aside(text).Aside);

    private static bool IsDisputed(FactsEntry talks, string field) => talks.List("reported").Count(r => r.TextOf("field") == field) > 1;

    // A planned start on which all dates that are given agree. A value in another notation ("12:00 Central European time") does not speak against it.
    private static When? Planned(TalksDocument talks)
    {
        var dates = talks.Claims.Where(c => c.Field == "planned_start").Select(c => LeadingDate().Match(c.Value).Value).Where(v => v.Length > 0).Distinct().ToList();
        return dates.Count == 1 && Edtf.TryParse(dates[0], out var date, out _) ? new When { Date = date!, Zone = talks.Actual?.Zone } : null;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d([+-]\d\d:\d\d|Z)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex LeadingDate();
}
