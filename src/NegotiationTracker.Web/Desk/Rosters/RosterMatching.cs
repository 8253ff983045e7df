using System.Text.Json.Nodes;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>Matches the lines of a pasted list to known people and organizations, and knows who held what on a day.</summary>
internal sealed class RosterMatching(RecordFinder finder)
{
    private static readonly string[] People = ["people"];
    private static readonly string[] Organizations = ["organizations"];

    /// <summary>Matches lines, in their order.</summary>
    /// <param name="lines">What was read.</param>
    /// <param name="party">Slug of the delegation's party.</param>
    /// <param name="day">Day of the talks.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<MatchedLine>> MatchAsync(IReadOnlyList<RosterLine> lines, string? party, DateOnly? day, CancellationToken ct = default)
    {
        var people = await finder.AllAsync(People, ct);
        var organizations = await finder.AllAsync(Organizations, ct);
        var matched = new List<MatchedLine>();
        foreach (var line in lines)
        {
            var match = NameMatch.Of(line.Name, people, party);
            var decided = new MatchedLine(line, match) { Title = line.Title ?? "" };
            // What follows the title is an organization when one is known by it, and otherwise more of the title.
            var organization = OrganizationMatch.In(line.Organization, organizations, party);
            if (organization is null && line.Organization is not null) decided.Title = $"{line.Title}, {line.Organization}";
            decided.Organization = organization ?? OrganizationMatch.In(line.Title, organizations, party);
            if (match.Certainty == Certainty.Certain) await ChooseAsync(decided, match.Candidates[0], day, ct);
            matched.Add(decided);
        }
        return matched;
    }

    /// <summary>Takes a person for a line; what the line does not say comes from the person's posting on the day.</summary>
    public async Task ChooseAsync(MatchedLine line, FoundRecord? person, DateOnly? day, CancellationToken ct = default)
    {
        line.Person = person;
        if (person is null) return;
        var (organization, title) = await PostingAsync(person.Slug, day, ct);
        if (line.Title.Length == 0) line.Title = title ?? "";
        line.Organization ??= organization;
    }

    /// <summary>Organization and title that a person had on a day.</summary>
    public async Task<(FoundRecord? Organization, string? Title)> PostingAsync(string person, DateOnly? day, CancellationToken ct = default)
    {
        if (await finder.DocumentAsync("people", person, ct) is not { } document || RecordAbout.PostingOn(document, day) is not { } posting) return (null, null);
        var organization = RecordAbout.Text(posting, "organization") is { } slug && await finder.GetAsync([("organizations", slug)], ct) is [var found, ..] ? found : null;
        return (organization, RecordAbout.Text(posting, "title"));
    }

    /// <summary>First day of talks, published or a draft: as held, or as planned.</summary>
    public async Task<DateOnly?> DayOfAsync(string talks, CancellationToken ct = default) =>
        talks.Length > 0 && await finder.DocumentAsync("talks", talks, ct) is { } document ? Day(document["actual"]) ?? Day(document["planned"]) : null;

    private static DateOnly? Day(JsonNode? when) => Edtf.TryParse(RecordAbout.Text(when as JsonObject, "date"), out var date, out _) ? date.Days.First ?? date.Days.Last : null;
}

/// <summary>A line of a pasted list while an editor decides about it.</summary>
public sealed class MatchedLine(RosterLine line, NameMatch match)
{
    /// <summary>What the line says.</summary>
    public RosterLine Line { get; } = line;

    /// <summary>Whom it may mean.</summary>
    public NameMatch Match { get; } = match;

    /// <summary>Whom it was decided to mean.</summary>
    public FoundRecord? Person { get; set; }

    /// <summary>Whether a new person is to be made of it.</summary>
    public bool MakesNew { get; set; }

    /// <summary>Whether it is left out.</summary>
    public bool LeftOut { get; set; }

    /// <summary>The organization at the time.</summary>
    public FoundRecord? Organization { get; set; }

    /// <summary>The title at the time.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whether nothing more has to be decided.</summary>
    public bool Decided => LeftOut || MakesNew || Person is not null;

    /// <summary>The member as the document has it.</summary>
    public JsonObject Member(string person, MemberRole role, string? source) => RosterMember.Of(person, role, Organization?.Slug, Title, source, Line.Note);
}
