using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>The few facts from which a record is begun in place, while another one is being written.</summary>
public sealed partial class NewRecord
{
    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name or title, in English.</summary>
    public string Name { get; set; } = "";

    /// <summary>Another spelling by which it is found, such as the Cyrillic one.</summary>
    public string Other { get; set; } = "";

    /// <summary>Slug of the party of a person or an organization.</summary>
    public string? Party { get; set; }

    /// <summary>Slug of a person's organization.</summary>
    public string? Organization { get; set; }

    /// <summary>A person's title there.</summary>
    public string Title { get; set; } = "";

    /// <summary>A party's two to four capitals.</summary>
    public string Mark { get; set; } = "";

    /// <summary>A party's sort.</summary>
    public string Form { get; set; } = "State";

    /// <summary>Address of a source.</summary>
    public string Url { get; set; } = "";

    /// <summary>Who prints a source.</summary>
    public string Publisher { get; set; } = "";

    /// <summary>Day on which a source was published, EDTF.</summary>
    public string Date { get; set; } = "";

    /// <summary>Slugs of the processes of the record at hand.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>Slug of the source at hand, which the new record cites.</summary>
    public string? Source { get; init; }

    /// <summary>Begins one from what was typed or printed: a Cyrillic name is kept, and its English spelling proposed.</summary>
    public static NewRecord From(string kind, string typed, string? party, IReadOnlyList<string> processes, string? source)
    {
        var named = new NewRecord { Kind = kind, Party = kind is "people" or "organizations" ? party : null, Processes = processes, Source = source };
        if (kind == "sources" && Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") (named.Url, named.Date) = (typed, DayIn(uri));
        else if (kind is "people" or "organizations" or "parties" && Romanisation.IsCyrillic(typed)) (named.Name, named.Other) = (Romanisation.Of(typed, party == "russia"), typed);
        else named.Name = kind == "people" ? Romanisation.Of(typed) : typed;
        if (kind == "people") named.Name = GivenNames.First(named.Name);
        return named;
    }

    /// <summary>Slugs of the processes of the record at hand, which a new one shares.</summary>
    internal static IReadOnlyList<string> ProcessesOf(EditSession? session) =>
        [.. (session?.Get("processes") as JsonArray)?.OfType<JsonValue>().Select(v => v.TryGetValue<string>(out var slug) ? slug : "").Where(s => s.Length > 0) ?? []];

    /// <summary>The document that the draft begins with.</summary>
    public JsonObject Seed(string slug)
    {
        var seed = new JsonObject { ["slug"] = slug, ["title"] = Name.Trim() };
        if (Kind is "people" or "organizations" or "parties") seed["names"] = Names();
        Put(seed, "party", Kind is "people" or "organizations" ? Party : null);
        if (Kind == "parties")
        {
            Put(seed, "form", Form);
            Put(seed, "mark", Mark.Trim().ToUpperInvariant());
            Put(seed, "shortName", Name.Trim());
        }
        if (Kind == "people" && (Title.Trim().Length > 0 || Organization is not null)) seed["postings"] = new JsonArray(Posting());
        if (Kind == "sources")
        {
            Put(seed, "publisher", Publisher.Trim());
            Put(seed, "headline", Name.Trim());
            Put(seed, "published", Date.Trim());
            Put(seed, "form", "Unknown");
            Put(seed, "url", Url.Trim());
            return seed;
        }
        if (Kind != "processes" && Processes.Count > 0) seed["processes"] = new JsonArray([.. Processes.Select(p => (JsonNode)p)]);
        if (Source is not null) seed["citations"] = new JsonArray(new JsonObject { ["source"] = Source });
        return seed;
    }

    /// <summary>A slug made of a title; the kind's own word where the title has no letter that could stand in one.</summary>
    public static string SlugOf(string title, string kind)
    {
        var ascii = new string([.. Folding.Fold(Romanisation.IsCyrillic(title) ? Romanisation.Of(title) : title).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]);
        var slug = string.Join('-', ascii.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        // Room for a number behind it, when the slug is taken.
        var bound = RecordDocument.MaxSlug - 5;
        return slug.Length == 0 ? NegotiationTracker.Data.Kinds.Get(kind).Singular.ToLowerInvariant().Replace(' ', '-') : (slug.Length > bound ? slug[..bound] : slug).Trim('-');
    }

    // Many publishers print the day into the address: /2025/06/02/, /20250602, /2025-06-02-.
    private static string DayIn(Uri uri) =>
        Day().Match(uri.AbsolutePath) is { Success: true } day && DateOnly.TryParseExact($"{day.Groups["y"].Value}-{day.Groups["m"].Value}-{day.Groups["d"].Value}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var read)
            ? read.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?<part>[/-]?)(?<m>\d\d)\k<part>(?<d>\d\d)(?!\d)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Day();

    private JsonArray Names()
    {
        var names = new JsonArray(new JsonObject { ["value"] = Name.Trim(), ["kind"] = Other.Length > 0 && Romanisation.IsCyrillic(Other) ? "Transliteration" : "Primary" });
        var other = new JsonObject { ["value"] = Other.Trim() };
        if (Other.Trim().Length == 0) return names;
        if (Romanisation.IsCyrillic(Other)) Put(other, "script", "Cyrl");
        other["kind"] = Romanisation.IsCyrillic(Other) ? "Primary" : "Variant";
        names.Add(other);
        return names;
    }

    private JsonObject Posting()
    {
        var posting = new JsonObject();
        Put(posting, "organization", Organization);
        Put(posting, "title", Title.Trim());
        Put(posting, "onBehalfOf", Party);
        return posting;
    }

    private static void Put(JsonObject owner, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) owner[name] = value;
    }
}
