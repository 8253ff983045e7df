using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Says of records who or what they are, in a line that tells namesakes apart. Drafts may be incomplete, so it reads JSON as it is.</summary>
internal static class RecordAbout
{
    public static async Task<IReadOnlyList<FoundRecord>> OfAsync(RecordContext context, IReadOnlyList<FinderRow> rows, CancellationToken ct)
    {
        var documents = rows.Select(r => r.Json.Length > 0 && JsonNode.Parse(r.Json) is JsonObject document ? document : []).ToList();
        var wanted = documents.SelectMany(d => new[] { Text(d, "party"), Text(Latest(d), "organization") }).OfType<string>().Distinct().ToArray();
        var names = wanted.Length == 0 ? [] : await context.Records.Where(r => (r.Kind == "parties" || r.Kind == "organizations") && wanted.Contains(r.Slug))
            .ToDictionaryAsync(r => (r.Kind, r.Slug), r => r.ShortTitle ?? r.Title, ct);
        return [.. rows.Select((row, i) => new FoundRecord(
            row.Kind, row.Slug, row.Title, row.ShortTitle ?? row.Title, About(row, documents[i], names), row.Kind == "parties" ? row.Slug : Text(documents[i], "party"), row.SourceCount, row.Draft)
        {
            Names = row.Names.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        })];
    }

    /// <summary>The posting that was held on a day, or the last one known; documents list postings from the oldest on.</summary>
    public static JsonObject? PostingOn(JsonObject person, DateOnly? day)
    {
        var postings = (person["postings"] as JsonArray)?.OfType<JsonObject>().Where(p => Text(p, "title") is not null).ToList() ?? [];
        if (day is not { } at) return postings.LastOrDefault();
        // A posting known only to a month counts for the whole month; the later one wins where two meet.
        return postings.LastOrDefault(p => (Days(p, "from")?.First ?? DateOnly.MinValue) <= at && at <= (Days(p, "to")?.Last ?? DateOnly.MaxValue)) ?? postings.LastOrDefault();
    }

    /// <summary>A text member; null where there is none.</summary>
    public static string? Text(JsonObject? owner, string name) => owner?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static (DateOnly? First, DateOnly? Last)? Days(JsonObject posting, string name) => Edtf.TryParse(Text(posting, name), out var date, out _) ? date.Days : null;

    private static JsonObject? Latest(JsonObject person) => PostingOn(person, null);

    private static string About(FinderRow row, JsonObject document, Dictionary<(string Kind, string Slug), string> names)
    {
        var party = Text(document, "party") is { } slug ? names.GetValueOrDefault(("parties", slug)) ?? slug : null;
        string?[] parts = row.Kind switch
        {
            "people" => [Posting(Latest(document), names), party],
            "organizations" => [party, Text(document, "role")],
            "parties" => [Words.Of(row.Form ?? Text(document, "form")), Text(document, "mark")],
            "sources" => [Text(document, "publisher"), Date(row.Date ?? Text(document, "published"), null), Host(Text(document, "url"))],
            "delegations" => [party, Date(row.Date, row.Zone), row.Form],
            _ => [Words.Of(row.Form ?? Text(document, "form")), Date(row.Date, row.Zone), row.Place, Words.Of(row.Status ?? Text(document, "status"))],
        };
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string? Posting(JsonObject? posting, Dictionary<(string Kind, string Slug), string> names)
    {
        var (title, slug) = (Text(posting, "title"), Text(posting, "organization"));
        if (slug is null || !names.TryGetValue(("organizations", slug), out var organization)) return title;
        return title is null ? organization : title.Contains(organization, StringComparison.OrdinalIgnoreCase) ? title : $"{title}, {organization}";
    }

    private static string? Date(string? date, string? zone) => Edtf.TryParse(date, out var edtf, out _) ? new When { Date = edtf, Zone = zone }.Date.Short(zone) : null;

    private static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;
}
