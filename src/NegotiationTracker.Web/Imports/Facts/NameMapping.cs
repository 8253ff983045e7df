using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Names of people, parties, organizations and documents.</summary>
internal static class NameMapping
{
    // Errors of translation machines and typists: they must find the person, but nobody is called so.
    private static readonly HashSet<string> Misprints = new(StringComparer.Ordinal)
    {
        "Mike Rubio", "Mark Rubio", "DJ Vance", "Mike Vance", "Megynsky", "Madinsky", "Medynsky", "Vladimir Medynsky", "Vladimir Medynskyi", "Volodymr Zelenskyy", "Voldymyr Zelensky",
        "Volodimir Zelenskky", "Zelenskky", "Zellensky", "Stephen Witcoff", "Keith Kellog", "Mike Walz", "Friedrich Merez", "Vassily Nebenzia",
    };

    /// <summary>The primary name first, then what else it is called, then other languages and scripts.</summary>
    public static IReadOnlyList<Name> Of(string primary, IEnumerable<string> variants, IEnumerable<string> abbreviations, FactsNode? languages, string? native = null)
    {
        var names = new List<Name> { new() { Value = primary, Language = "en", Kind = NameKind.Primary } };
        names.AddRange(abbreviations.Select(a => Variant(a) with { Kind = NameKind.Abbreviation }));
        names.AddRange(variants.Select(Variant));
        foreach (var language in languages?.Keys() ?? [])
        {
            names.AddRange(FactsText.Alternatives(languages!.Need(language)).Select(a => new Name
            {
                Value = a.Value, Language = language, Script = Script(a.Value), Kind = native is null || language == native ? NameKind.Variant : NameKind.Transliteration, Note = a.Note,
            }));
        }
        return [.. names.DistinctBy(n => (n.Value, n.Language == "en" ? null : n.Language))];
    }

    private static Name Variant(string text)
    {
        var (value, note) = FactsText.Aside(text);
        return new Name { Value = value, Script = Script(value), Kind = Misprints.Contains(value) ? NameKind.Misprint : NameKind.Variant, Note = note };
    }

    private static string? Script(string value) => value.Any(c => c is >= '\u0400' and <= '\u04FF') ? "Cyrl" : null;
}
