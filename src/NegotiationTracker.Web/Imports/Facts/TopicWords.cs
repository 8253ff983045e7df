using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Free text to topics of the taxonomy.</summary>
internal static class TopicWords
{
    private static readonly (string Words, string Topic)[] Rules =
    [
        ("black sea", "black-sea"), ("maritime", "black-sea"), ("navigation", "black-sea"),
        ("ceasefire length", "ceasefire"), ("monitor", "monitoring"),
        ("ceasefire", "ceasefire"), ("truce", "ceasefire"), ("humanitarian pause", "ceasefire"), ("halt of strikes", "ceasefire"), ("ban on strikes", "ceasefire"), ("all combat action", "ceasefire"),
        ("energy", "energy"),
        ("prisoner", "prisoners"), ("exchange of citizens", "prisoners"), ("resuming exchanges", "prisoners"), ("for 1,000", "prisoners"), ("release of", "prisoners"), ("seriously wounded", "prisoners"), ("1,200", "prisoners"), ("swap", "prisoners"),
        ("bodies", "bodies"), ("children", "children"),
        ("meeting of leaders", "leaders-meeting"), ("leaders' meeting", "leaders-meeting"), ("meeting of the leaders", "leaders-meeting"), ("meeting of the presidents", "leaders-meeting"), ("trump-putin meeting", "leaders-meeting"), ("trilateral meeting", "leaders-meeting"), ("summit", "leaders-meeting"), ("leaders", "leaders-meeting"), ("zelenskyy and putin", "leaders-meeting"),
        ("territor", "territory"), ("donbas", "territory"), ("crimea", "territory"), ("front line", "territory"),
        ("neutral", "neutrality"), ("nato", "neutrality"), ("non-nuclear", "neutrality"), ("foreign troops", "neutrality"),
        ("armed forces", "armed-forces"), ("air defence", "armed-forces"), ("tomahawk", "armed-forces"), ("defence cooperation", "armed-forces"),
        ("sanction", "sanctions"), ("tariff", "sanctions"), ("damages", "reparations"), ("reparation", "reparations"), ("war damage", "reparations"), ("frozen assets", "reparations"),
        ("guarantee", "guarantees"), ("election", "elections"), ("language and rights", "language"), ("church", "language"), ("humanitarian", "humanitarian"),
        ("minerals", "economy"), ("economic", "economy"), ("prosperity", "economy"), ("agricultural", "economy"),
        ("memorand", "negotiation-format"), ("working group", "negotiation-format"), ("process", "negotiation-format"), ("round", "negotiation-format"), ("istanbul", "negotiation-format"), ("direct talks", "negotiation-format"), ("direct russia-ukraine", "negotiation-format"), ("level of", "negotiation-format"), ("venue", "negotiation-format"), ("plenary", "negotiation-format"), ("mandate", "negotiation-format"),
        ("bilateral relations", "bilateral-relations"), ("us-russia relations", "bilateral-relations"), ("diplomatic missions", "bilateral-relations"), ("strategic cooperation", "bilateral-relations"),
    ];

    /// <summary>The topic that fits best, when one does.</summary>
    public static string? First(string text) => All(text).FirstOrDefault();

    /// <summary>Every topic of the texts, in the order of the codebook.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string?> texts)
    {
        var found = texts.OfType<string>().SelectMany(All).ToHashSet(StringComparer.Ordinal);
        return [.. Topic.All.Select(t => t.Key).Where(found.Contains)];
    }

    private static IEnumerable<string> All(string text) => Rules.Where(rule => text.Says(rule.Words)).Select(rule => rule.Topic).Distinct();
}
