using System.Text.Json.Nodes;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Talks;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Shared.Records;

/// <summary>What a page is about in schema.org's terms (JSON-LD), for search engines.</summary>
public static class StructuredData
{
    private const string Context = "https://schema.org";

    /// <summary>Talks are an Event.</summary>
    public static JsonNode Of(RecordPage<TalksDocument> page)
    {
        var talks = page.Document;
        var node = new JsonObject { ["@context"] = Context, ["@type"] = "Event", ["name"] = talks.Title };
        var days = (talks.Actual ?? talks.Planned)?.Date.Days;
        if (days?.First is { } first) node["startDate"] = first.ToString("yyyy-MM-dd");
        if (days?.Last is { } last && last != days?.First) node["endDate"] = last.ToString("yyyy-MM-dd");
        node["eventStatus"] = talks.Status switch
        {
            TalksStatus.Cancelled or TalksStatus.Refused => $"{Context}/EventCancelled",
            TalksStatus.Postponed => $"{Context}/EventPostponed",
            _ => $"{Context}/EventScheduled",
        };
        if (talks.Places.Count > 0)
        {
            var place = talks.Places[0];
            node["location"] = new JsonObject
            {
                ["@type"] = "Place", ["name"] = place.Venue ?? place.City,
                ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = place.City, ["addressCountry"] = place.Country },
            };
        }
        node["attendee"] = new JsonArray([.. talks.Participants.Select(p => (JsonNode)new JsonObject { ["@type"] = "Person", ["name"] = page.Names.Of("people", p.Person).Title })]);
        return node;
    }

    /// <summary>A person is a Person, with every spelling.</summary>
    public static JsonNode Of(RecordPage<PersonDocument> page) => new JsonObject
    {
        ["@context"] = Context, ["@type"] = "Person", ["name"] = page.Document.Title,
        ["alternateName"] = Names(page.Document.Names, page.Document.Title),
        ["jobTitle"] = page.Document.Postings.Count > 0 ? page.Document.Postings[0].Title : null,
    };

    /// <summary>An organization is an Organization.</summary>
    public static JsonNode Of(RecordPage<OrganizationDocument> page) => new JsonObject
    {
        ["@context"] = Context, ["@type"] = "Organization", ["name"] = page.Document.Title, ["alternateName"] = Names(page.Document.Names, page.Document.Title),
    };

    private static JsonArray Names(IEnumerable<Name> names, string title) =>
        new([.. names.Where(n => n.Kind != NameKind.Misprint && n.Value != title).Select(n => (JsonNode)n.Value).DistinctBy(n => n.ToString())]);
}
