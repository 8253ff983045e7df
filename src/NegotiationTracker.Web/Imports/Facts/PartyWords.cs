namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>How English speaks of countries: short names, adjectives, and the offices that are called by them.</summary>
internal static class PartyWords
{
    private static readonly (string Iso, string[] Adjectives)[] Words =
    [
        ("RU", ["Russian"]), ("UA", ["Ukrainian"]), ("US", ["US", "U.S.", "American"]), ("TR", ["Turkish"]), ("GB", ["UK", "British"]), ("FR", ["French"]), ("DE", ["German"]),
        ("PL", ["Polish"]), ("IT", ["Italian"]), ("HU", ["Hungarian"]), ("CH", ["Swiss"]), ("SA", ["Saudi"]), ("BY", ["Belarusian"]), ("AE", ["Emirati"]),
    ];

    private static readonly string[] Longer = ["United States of America=United States"];

    public static IReadOnlyList<string> Adjectives(string? iso) => Words.FirstOrDefault(w => w.Iso == iso).Adjectives ?? [];

    /// <summary>The adjective itself, when the word is one, so that "French" finds France.</summary>
    public static string? ByAdjective(string word) => Words.SelectMany(w => w.Adjectives).FirstOrDefault(a => a == word);

    /// <summary>"Russia" for the Russian Federation: the first variant that the file gives, or the plain name.</summary>
    public static string ShortName(FactsEntry party)
    {
        var name = party.Text("name") ?? "";
        var known = Longer.FirstOrDefault(l => l.StartsWith(name + "=", StringComparison.Ordinal));
        return known is not null ? known[(name.Length + 1)..] : party.Text("iso") is null ? name : FactsText.Aside(party.Texts("name_variants").FirstOrDefault() ?? name).Text;
    }

    /// <summary>"Ministry of Foreign Affairs of Türkiye" is also the "Turkish Foreign Ministry", the "Turkish MFA" and so on.</summary>
    public static IEnumerable<string> Shortened(string name, FactsEntry? party)
    {
        if (party is null) yield break;
        var adjectives = Adjectives(party.Text("iso"));
        foreach (var adjective in adjectives.Where(a => name.StartsWith(a + " ", StringComparison.Ordinal))) yield return name[(adjective.Length + 1)..];
        string[] countries = [party.Text("name") ?? "", ShortName(party)];
        var core = countries.SelectMany(c => new[] { $" of {c}", $" of the {c}" }).Where(end => name.EndsWith(end, StringComparison.Ordinal)).Select(end => name[..^end.Length]).FirstOrDefault();
        if (core is null) yield break;
        if (!core.StartsWith("Ministry", StringComparison.Ordinal)) yield return core;
        foreach (var adjective in adjectives)
        {
            yield return $"{adjective} {core}";
            if (core == "Ministry of Foreign Affairs")
            {
                yield return $"{adjective} Foreign Ministry";
                yield return $"{adjective} MFA";
            }
            else if (core.StartsWith("Ministry of ", StringComparison.Ordinal)) yield return $"{adjective} {core["Ministry of ".Length..]} Ministry";
        }
    }
}
