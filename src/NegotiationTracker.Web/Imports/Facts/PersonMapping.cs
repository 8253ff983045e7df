using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>persons</c>: every spelling, every posting.</summary>
internal static class PersonMapping
{
    public static RecordDocument Map(FactsNode item)
    {
        var name = item.Need("name");
        var party = item.Reading.Slug(item, "party", "parties", item.Text("party"));
        var postings = item.Children("positions").Select(p => Posting(p, party)).ToList();
        var native = item.Text("party") switch { "ua" => "uk", "ru" => "ru", _ => null };
        return RecordParts.Finish(item, new PersonDocument
        {
            Slug = item.Reading.Find(item.Id)!.Slug,
            Title = name,
            Summary = FactsText.Sentences(string.Join("; ", postings.Select(p => p.Title))),
            Processes = Tracks.OfItem(item.Reading, item.Reading.Find(item.Id)),
            Party = party,
            Names = NameMapping.Of(name, item.Texts("spelling_variants"), [], item.Child("cyrillic"), native ?? ""),
            Postings = postings,
        });
    }

    private static PostingPart Posting(FactsNode posting, string? party) => new()
    {
        Organization = posting.Reading.Slug(posting, "organization", "organizations", posting.Text("organization")),
        Title = posting.Need("title"),
        OnBehalfOf = party,
        From = WhenMapping.Date(posting, "from", posting.Text("from")),
        To = WhenMapping.Date(posting, "to", posting.Text("to")),
        Citations = CitationMapping.Of(posting),
    };
}
