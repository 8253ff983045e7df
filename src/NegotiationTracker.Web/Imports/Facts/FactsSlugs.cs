using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Gives every item a readable slug; the file's own id stays on the record as its origin.</summary>
internal static partial class FactsSlugs
{
    public static void Give(FactsReading reading)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var array in new[] { "parties", "organizations", "persons", "talks", "delegations", "proposals", "exchanges", "statements", "commitments", "incidents", "ceasefires", "sources" })
        {
            foreach (var entry in reading.Entries(array)) entry.Slug = Unique(taken, entry.Kind, Fit(Of(entry, reading)));
        }
    }

    private static string Of(FactsEntry entry, FactsReading reading) => entry.Array switch
    {
        "parties" => FactsText.Slug(PartyWords.ShortName(entry)),
        "organizations" => FactsText.Slug(FactsText.Aside(entry.Text("name") ?? "").Text),
        "persons" => FactsText.Slug(entry.Text("name") ?? ""),
        "talks" => Talks(entry),
        "delegations" => $"{PartySlug(reading, entry.Text("party"))}-{reading.Find(entry.Text("talk") ?? "")?.Slug}",
        "exchanges" => $"{(ExchangeMapping.IsBodies(entry) ? "bodies" : "prisoners")}-{(entry.Date() is { } date ? DayWords.First(date) : Bare(entry.Id))}",
        "statements" => Statement(entry),
        "sources" => entry.Id,
        _ => Spelled(Bare(entry.Id), reading),
    };

    private static string Talks(FactsEntry talks)
    {
        var stem = DatePart().Replace(Bare(talks.Id), "");
        return $"{stem}{(talks.Text("kind") == "phone call" ? "-call" : "")}-{DayWords.First(talks.Date() ?? "")}";
    }

    private static string Statement(FactsEntry statement) =>
        $"{string.Join('-', Bare(statement.Id).Split('-').Where(part => !part.All(char.IsDigit)))}-{DayWords.First(statement.Date() ?? "")}";

    // ua-framework becomes ukraine-framework: a reader should not have to know the codes.
    private static string Spelled(string id, FactsReading reading)
    {
        var end = id.IndexOf('-');
        return end > 0 && reading.Find(id[..end]) is { Array: "parties" } party ? $"{party.Slug}{id[end..]}" : id;
    }

    private static string Bare(string id) => id[(id.IndexOf('-') + 1)..];

    private static string? PartySlug(FactsReading reading, string? id) => id is null ? null : reading.Find(id)?.Slug;

    private static string Fit(string slug)
    {
        var plain = FactsText.Slug(slug);
        return plain.Length <= RecordDocument.MaxSlug ? plain : plain[..RecordDocument.MaxSlug].TrimEnd('-');
    }

    private static string Unique(HashSet<string> taken, string kind, string slug)
    {
        var free = slug;
        for (var n = 2; !taken.Add($"{kind}/{free}"); n++) free = $"{slug}-{n}";
        return free;
    }

    [GeneratedRegex(@"-(19|20)\d\d(-.*)?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex DatePart();
}
