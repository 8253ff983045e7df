using System.Text.Json;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Members of delegations, with the organization that each belonged to at the time.</summary>
internal static class MemberMapping
{
    private static readonly WordTable<MemberRole> Roles = new(
        "role", ("deputy head", MemberRole.DeputyHead), ("head", MemberRole.Head), ("member", MemberRole.Member), ("expert", MemberRole.Expert), ("adviser", MemberRole.Adviser), ("interpreter", MemberRole.Interpreter));

    public static IReadOnlyList<Member> Of(FactsNode delegation, FactsEntry? talks)
    {
        var room = talks is null ? [] : TalksParties.People(talks).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. delegation.Children("members").Select(member =>
            {
                var (id, title) = (member.Need("person"), member.Text("position_as_reported"));
                return new Member
                {
                    Person = member.Reading.Slug(member, "person", "persons", id) ?? "",
                    Role = Roles.Read(member, "role", member.Need("role")),
                    Title = title,
                    Organization = Organization(member.Reading, id, title, talks?.Date()),
                    Presence = room.Contains(id) ? Presence.SeenInRoom : Presence.Appointed,
                    Citations = CitationMapping.Of(member),
                };
            }),
        ];
    }

    /// <summary>Somebody who was on the delegation before and is not any more.</summary>
    public static Member Replaced(FactsReading reading, string slug, IReadOnlyList<Citation> citations)
    {
        var person = reading.Entries("persons").First(p => p.Slug == slug);
        var postings = person.List("positions").ToList();
        return new Member
        {
            Person = slug, Presence = Presence.Replaced, Citations = citations,
            Title = postings.Count == 1 ? postings[0].TextOf("title") : null, Organization = Organization(reading, person.Id, null, null),
        };
    }

    // The posting held on the day of the talks; where two touch it, the one whose organization the reported title names.
    private static string? Organization(FactsReading reading, string personId, string? title, string? day)
    {
        var month = day is { Length: >= 7 } ? day[..7] : null;
        var held = (reading.Find(personId)?.List("positions") ?? []).Where(p => p.TextOf("organization") is not null && Covers(p, month)).Select(p => reading.Find(p.TextOf("organization")!)).OfType<FactsEntry>().ToList();
        if (held.Count <= 1) return held.FirstOrDefault()?.Slug;
        return held.FirstOrDefault(o => title is not null && (o.Texts("abbrev").Any(title.Contains) || title.Contains(o.Text("name") ?? " ", StringComparison.Ordinal)))?.Slug;
    }

    private static bool Covers(JsonElement posting, string? month) =>
        month is null || ((posting.TextOf("from") is not { Length: >= 7 } from || string.CompareOrdinal(from[..7], month) <= 0) && (posting.TextOf("to") is not { Length: >= 7 } to || string.CompareOrdinal(month, to[..7]) <= 0));
}
