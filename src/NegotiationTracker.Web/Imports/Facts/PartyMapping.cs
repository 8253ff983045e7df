using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>parties</c>: who negotiates, and what part each plays on which track.</summary>
internal static class PartyMapping
{
    private static readonly (string Words, Part? Formal, Part? Practical)[] Parts =
    [
        ("proposed host", null, null), ("not used", null, null), ("side", Part.Party, Part.Party), ("mediator (self-described)", null, Part.Mediator), ("host and chair", Part.Host, Part.Mediator),
        ("transit", null, Part.Facilitator), ("mediator", Part.Mediator, Part.Mediator), ("host", Part.Host, Part.Host),
    ];

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (name, iso) = (item.Need("name"), item.Text("iso"));
        var roles = item.Children("roles").SelectMany(Roles).ToList();
        return RecordParts.Finish(item, new PartyDocument
        {
            Slug = entry.Slug,
            Title = name,
            Summary = roles.Count == 0 ? null : FactsText.Sentences(string.Join("; ", roles.Select(r => r.Words).Distinct())),
            Processes = Tracks.Joined(roles.Select(r => r.Process)),
            Form = iso is not null ? PartyKind.State : name.Says("coalition") ? PartyKind.StateCoalition : PartyKind.Other,
            Mark = iso ?? string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0])).Take(4)),
            ShortName = PartyWords.ShortName(entry),
            Names = NameMapping.Of(name, item.Texts("name_variants"), PartyWords.Adjectives(iso).Where(a => a.Length <= 4 && a.All(c => char.IsUpper(c) || c == '.')), item.Child("names")),
            Roles = roles,
        });
    }

    private static IEnumerable<PartyRole> Roles(FactsNode role)
    {
        var (track, words) = (role.Need("track"), role.Need("role"));
        var processes = Tracks.Named(track);
        if (processes.Count == 0) role.Fault("track", $"'{track}' is not a known track.");
        var part = Parts.FirstOrDefault(p => words.Says(p.Words));
        return processes.Select(process => new PartyRole { Process = process, Formal = part.Formal, Practical = part.Practical, Words = $"{words} ({track})" });
    }
}
