using System.Text.Json;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Every name and spelling in the file, and the record that it stands for.</summary>
internal sealed class NameBook
{
    private static readonly string[] Bodies = ["side", "delegation", "officials", "authorities", "leadership", "government"];

    private static readonly string[] Reporters = [" press", " media", " correspondent"];

    private readonly Dictionary<string, FactsEntry?> _byName = new(StringComparer.OrdinalIgnoreCase);

    public void Fill(FactsReading reading)
    {
        foreach (var person in reading.Entries("persons"))
        {
            foreach (var name in PersonNames(person)) Add(name, person);
            Add(FactsText.Family(person.Text("name") ?? ""), person);
        }
        foreach (var organization in reading.Entries("organizations")) foreach (var name in OrganizationNames(organization, reading)) Add(name, organization);
        foreach (var party in reading.Entries("parties")) foreach (var name in PartyNames(party)) Add(name, party);
    }

    /// <summary>The record of exactly that name.</summary>
    public FactsEntry? Exactly(string text) => _byName.GetValueOrDefault(text.Trim());

    /// <summary>The record whose name the text is or begins with; none where the text lists several of a kind ("US and Ukraine").</summary>
    public FactsEntry? Starting(string? text)
    {
        if (text is null) return null;
        for (var end = text.Length; end > 0; end--)
        {
            if (end < text.Length && IsInsideWord(text[end])) continue;
            if (!_byName.TryGetValue(text[..end].TrimEnd(), out var entry) || entry is null) continue;
            if (IsLongerName(text[end..])) continue;
            var rest = text[end..].TrimStart(' ', ',', '/', ';', '(');
            if (rest.StartsWith("and ", StringComparison.Ordinal)) rest = rest[4..];
            return rest.Length < text.Length - end && rest.Length > 0 && Starting(rest) is { } other && other.Array == entry.Array && !rest.StartsWith("told by", StringComparison.Ordinal) ? null : entry;
        }
        return null;
    }

    /// <summary>A field's name as words: <c>promised_call_to_erdogan</c> gives "promised call to Erdogan".</summary>
    public string Words(string field) => string.Join(' ', field.Split('_', ' ').Select(word =>
        !_byName.ContainsKey(word) && !DayWords.IsMonth(word) || word.Any(char.IsUpper) ? word : word.Length == 2 ? word.ToUpperInvariant() : FactsText.Capital(word)));

    /// <summary>Parties that a text names anywhere, by name or adjective.</summary>
    public IEnumerable<FactsEntry> PartiesIn(string text) =>
        text.Split([' ', ',', '-', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => PartyWords.ByAdjective(word) is { } id ? _byName.GetValueOrDefault(id + " side") : _byName.GetValueOrDefault(word))
            .OfType<FactsEntry>().Where(e => e.Array == "parties").Distinct();

    // "Ukraine's Air Force" and "Russian-American" do not begin with the names that they begin with.
    private static bool IsInsideWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’' or '-';

    // "Moscow Railway" is not Moscow, and the "Kremlin press pool" is not the Kremlin.
    private static bool IsLongerName(string rest) => rest.Length > 1 && rest[0] == ' ' && (char.IsUpper(rest[1]) || Reporters.Any(r => rest.StartsWith(r, StringComparison.Ordinal)));

    private void Add(string name, FactsEntry entry)
    {
        if (name.Length == 0) return;
        if (!_byName.TryAdd(name, entry) && _byName[name] is { } other && other != entry && other.Array == entry.Array) _byName[name] = null;
    }

    private static IEnumerable<string> PersonNames(FactsEntry person) =>
        person.Texts("spelling_variants").Prepend(person.Text("name") ?? "")
            .Concat(person.Element.ObjectOf("cyrillic") is { ValueKind: JsonValueKind.Object } cyrillic ? cyrillic.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.String).SelectMany(m => FactsText.Alternatives(m.Value.GetString()!).Select(a => a.Value)) : []);

    private static List<string> OrganizationNames(FactsEntry organization, FactsReading reading)
    {
        var (name, aside) = FactsText.Aside(organization.Text("name") ?? "");
        var all = organization.Texts("abbrev").Concat(organization.Texts("name_variants").Select(v => FactsText.Aside(v).Text)).Prepend(name).ToList();
        if (aside is not null) all.Add(aside);
        var party = organization.Text("party") is { } id ? reading.Find(id) : null;
        foreach (var given in all.ToList()) all.AddRange(PartyWords.Shortened(given, party));
        return all;
    }

    private static IEnumerable<string> PartyNames(FactsEntry party)
    {
        yield return party.Text("name") ?? "";
        yield return PartyWords.ShortName(party);
        foreach (var variant in party.Texts("name_variants")) yield return FactsText.Aside(variant).Text;
        foreach (var adjective in PartyWords.Adjectives(party.Text("iso")))
        {
            if (adjective.Length <= 3) yield return adjective;
            foreach (var body in Bodies) yield return $"{adjective} {body}";
        }
    }
}
