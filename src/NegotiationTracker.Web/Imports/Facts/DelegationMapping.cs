using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>delegations</c>: the decree, the members, the changes and the journeys.</summary>
internal static class DelegationMapping
{
    private static readonly WordTable<MovementKind> Movements = new(
        "movement", ("stop", MovementKind.Stop), ("depart", MovementKind.Departure), ("arriv", MovementKind.Arrival), ("land", MovementKind.Arrival), ("reached", MovementKind.Arrival));

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var talks = item.Reading.Find(item.Need("talk"));
        var party = item.Reading.Find(item.Need("party"));
        var instrument = item.Child("instrument") is { } given ? Instrument(given) : null;
        var members = MemberMapping.Of(item, talks);
        var changes = item.Children("changes").Select(c => Change(c, instrument?.Date ?? TalksDay(talks))).ToList();
        var gone = changes.SelectMany(c => c.Out.Select(person => MemberMapping.Replaced(item.Reading, person, c.Citations))).Where(m => members.All(k => k.Person != m.Person));
        if (item.Text("head") is { } head && item.Reading.Slug(item, "head", "persons", head) is { } slug && !members.Any(m => m.Person == slug && m.Role == MemberRole.Head))
            item.Fault("head", $"'{head}' is not among the members with the role of head.");
        return RecordParts.Finish(item, new DelegationDocument
        {
            Slug = entry.Slug,
            Title = $"Delegation of {(party is null ? "" : PartyWords.ShortName(party))} to the {(talks is null ? "" : TalksTitles.Short(talks))}",
            Summary = FactsText.Sentences(instrument is null ? null : instrument.Form + (instrument.Number is null ? "" : $" {instrument.Number}"), Headed(item)),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of([]),
            Talks = item.Reading.Slug(item, "talk", "talks", item.Text("talk")) ?? "",
            Party = item.Reading.Slug(item, "party", "parties", item.Text("party")) ?? "",
            Instrument = instrument,
            Mandate = item.Child("mandate") is { } mandate ? new Mandate { Text = mandate.Need("text"), Citations = CitationMapping.Of(mandate) } : null,
            Members = [.. members, .. gone],
            ListComplete = item.Flag("list_complete"),
            Represented = [.. item.Texts("represented").Select(id => item.Reading.Slug(item, "represented", "organizations", id)).OfType<string>()],
            Amendments = changes,
            Movements = [.. item.Children("travel").Select(Movement).OfType<Movement>()],
            Claims = [.. ClaimMapping.Of(item, "size", "size.")],
        });
    }

    private static string? Headed(FactsNode item) => item.Text("head") is { } id && item.Reading.Find(id) is { } head ? $"Headed by {head.Text("name")}" : null;

    private static When? TalksDay(FactsEntry? talks) => talks?.Date() is { } date && Data.Dates.Edtf.TryParse(date, out var day, out _) ? new When { Date = day! } : null;

    private static Instrument Instrument(FactsNode instrument)
    {
        var form = instrument.Need("type");
        return new Instrument
        {
            Form = form,
            Number = instrument.Text("number"),
            Title = instrument.Text("title"),
            Issuer = Issuer(form, instrument.Reading),
            Date = WhenMapping.Day(instrument, "date", note: instrument.Text("date_note")),
            Citations = CitationMapping.Of(instrument),
        };
    }

    // "decree of the President of Ukraine": the person on that party's side who holds that post.
    private static string? Issuer(string form, FactsReading reading)
    {
        const string Post = "President of ";
        if (form.IndexOf(Post, StringComparison.Ordinal) is not (>= 0 and var at) || reading.Names.Starting(form[(at + Post.Length)..]) is not { Array: "parties" } party) return null;
        return reading.Entries("persons").FirstOrDefault(p => p.Text("party") == party.Id && p.List("positions").Any(x => x.TextOf("title")?.StartsWith(Post, StringComparison.Ordinal) == true))?.Record;
    }

    private static Amendment Change(FactsNode change, When? date)
    {
        if (date is null) change.Fault("date", "The day of the change is not known: neither the instrument nor the talks have a date.");
        return new Amendment
        {
            Date = date ?? new When { Date = Data.Dates.Edtf.Parse("2025") },
            In = People(change, "into"),
            Out = People(change, "out"),
            Citations = CitationMapping.Of(change),
        };
    }

    private static IReadOnlyList<string> People(FactsNode change, string key) => [.. change.Texts(key).Select(id => change.Reading.Slug(change, key, "persons", id)).OfType<string>()];

    private static Movement? Movement(FactsNode travel)
    {
        var text = travel.Need("event");
        var (form, when) = (Movements.Read(travel, "event", text), WhenMapping.Time(travel, "when"));
        var (place, known, citations) = (travel.Text("place"), travel.Text("how_known"), CitationMapping.Of(travel));
        if (when is null) travel.Fault("when", "A movement needs a time.");
        return when is null ? null : new Movement { Form = form, Text = text, When = when, Place = place, HowKnown = known, Citations = citations };
    }
}
