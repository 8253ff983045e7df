using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>sources</c>: where things are printed.</summary>
internal static class SourceMapping
{
    private static readonly WordTable<SourceKind> Forms = new(
        "sort of source",
        ("unknown", SourceKind.Unknown), ("news agency", SourceKind.NewsAgency), ("broadcaster", SourceKind.Broadcaster), ("news site", SourceKind.NewsSite), ("aggregator", SourceKind.Aggregator),
        ("newspaper", SourceKind.Newspaper), ("government-linked", SourceKind.GovernmentLinkedMedia), ("encyclopedia", SourceKind.Encyclopedia), ("government", SourceKind.Government),
        ("magazine", SourceKind.Magazine), ("social media", SourceKind.SocialMedia));

    public static RecordDocument Map(FactsNode item)
    {
        var (url, headline, published) = (item.Text("url"), item.Text("title"), WhenMapping.Date(item, "published", item.Text("published")));
        var publisher = Publisher(item.Need("outlet"), url);
        var languages = (item.Text("language") ?? "").Split('/');
        item.LeaveOut("cited_by_items");
        Itself(item, url);
        return new SourceDocument
        {
            Slug = item.Reading.Find(item.Id)!.Slug,
            Title = headline ?? (published is null ? publisher : $"{publisher}, {DayWords.Of(published.Text)}"),
            Origin = item.Id,
            Processes = [Tracks.Whole],
            Note = languages.Length > 1 ? $"Languages of the text: {string.Join(", ", languages)}." : null,
            Publisher = publisher,
            Headline = headline,
            Author = item.Text("author"),
            Published = published,
            Language = languages[0].Length == 0 ? null : languages[0],
            Form = Forms.Read(item, "kind", item.Need("kind")),
            Url = url,
            AccessedAt = WhenMapping.Date(item, "made", item.Reading.Made),
            ReadAs = item.Text("read_as"),
            Weight = item.Text("reliability"),
        };
    }

    // "(see title/URL)" and the like: the address knows the publisher; without one nobody does.
    private static string Publisher(string outlet, string? url) =>
        !outlet.StartsWith('(') ? outlet
        : Uri.TryCreate(url, UriKind.Absolute, out var address) ? (address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host)
        : "Outlet not stated";

    // A source's citation of itself says nothing that its address does not; anything else there would get lost.
    private static void Itself(FactsNode item, string? url)
    {
        foreach (var cite in item.Children("cites"))
        {
            var locator = cite.Need("quote_or_locator");
            if (cite.Need("source") != item.Id || cite.Text("attributed_to") is not null || (locator != $"self: {url}" && (url is not null || !locator.StartsWith("self:", StringComparison.Ordinal))))
                cite.Fault("quote_or_locator", "A source can only cite itself here.");
        }
    }
}
