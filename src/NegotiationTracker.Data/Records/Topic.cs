namespace NegotiationTracker.Data.Records;

/// <summary>One taxonomy for agenda, provisions and statements.</summary>
/// <param name="Key">Word in addresses and documents.</param>
/// <param name="Label">Words for people.</param>
/// <param name="PaxCategory">Category of the PA-X Peace Agreements Database, where one fits.</param>
public sealed record Topic(string Key, string Label, string? PaxCategory)
{
    /// <summary>All topics, in the order of the codebook.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("ceasefire", "Ceasefire", "Ceasefire"),
        new("prisoners", "Prisoners", "Prisoner release"),
        new("bodies", "Bodies of the dead", "Humanitarian: missing and dead"),
        new("children", "Children", "Groups: children and youth"),
        new("leaders-meeting", "Meeting of leaders", null),
        new("territory", "Territory", "State definition: territory"),
        new("neutrality", "Neutrality and alliances", "State definition: international relations"),
        new("armed-forces", "Armed forces", "Security sector: armed forces"),
        new("sanctions", "Sanctions", "Socio-economic: sanctions"),
        new("reparations", "Reparations and assets", "Transitional justice: reparations"),
        new("guarantees", "Security guarantees", "Implementation: security guarantees"),
        new("elections", "Elections", "Governance: elections"),
        new("language", "Language and culture", "Groups: language"),
        new("monitoring", "Monitoring", "Implementation: monitoring"),
        new("humanitarian", "Humanitarian matters", "Socio-economic: humanitarian assistance"),
        new("energy", "Energy", null),
        new("black-sea", "Black Sea and shipping", null),
        new("negotiation-format", "Format of the talks", "Process: negotiation format"),
        new("bilateral-relations", "Bilateral relations", null),
        new("economy", "Economy and minerals", "Socio-economic: natural resources"),
    ];

    private static readonly Dictionary<string, Topic> ByKey = All.ToDictionary(t => t.Key, StringComparer.Ordinal);

    /// <summary>The topic with that key, or null.</summary>
    public static Topic? Find(string key) => ByKey.GetValueOrDefault(key);
}
