using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>organizations</c>: ministries, offices, armed forces, services.</summary>
internal static class OrganizationMapping
{
    public static RecordDocument Map(FactsNode item)
    {
        var name = item.Need("name");
        return RecordParts.Finish(item, new OrganizationDocument
        {
            Slug = item.Reading.Find(item.Id)!.Slug,
            Title = name,
            Processes = [Tracks.Whole],
            Party = item.Reading.Slug(item, "party", "parties", item.Text("party")),
            Parent = Parent(item, name),
            Names = NameMapping.Of(name, item.Texts("name_variants"), item.Texts("abbrev"), item.Child("names")),
            Role = item.Text("role"),
        });
    }

    // "General Staff of the Armed Forces of Ukraine" says itself whose it is.
    private static string? Parent(FactsNode item, string name) =>
        item.Reading.Entries("organizations").Where(o => o.Id != item.Id && o.Text("name") is { Length: > 0 } other && name.EndsWith($" of the {other}", StringComparison.Ordinal)).Select(o => o.Slug).FirstOrDefault();
}
