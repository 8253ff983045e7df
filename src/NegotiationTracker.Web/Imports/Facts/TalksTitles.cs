using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Titles of talks: who, where and when. An ordinal ("round 2") is counted from the record and stands in no title.</summary>
internal static partial class TalksTitles
{
    private const int Few = 3;

    public static string Of(FactsEntry talks, FactsReading reading)
    {
        var day = DayWords.Of(talks.Date() ?? "");
        var city = FactsText.Aside(talks.Text("city") ?? "").Text;
        if (city.StartsWith('(')) city = "";
        if (talks.Text("name") is { } name && !OrdinalName().IsMatch(name)) return FactsText.Cut($"{name}, {day}", RecordDocument.MaxTitle);
        if (talks.Text("name") is not null) return $"{city} talks {Preposition(talks.Text("status") ?? "")} {day}";
        var people = People(talks, reading);
        var place = city.Length == 0 ? "" : $" in {city}";
        return talks.Text("kind") switch
        {
            "phone call" => $"Phone call of {FactsText.List(people)}, {day}",
            "visit" => $"Visit of {FactsText.List(people)}{(city.Length == 0 ? "" : $" to {city}")}, {day}",
            "consultations" => $"Consultations of {FactsText.List(people)}{place}, {day}",
            "summit" => $"Summit of {FactsText.List(Leaders(talks, reading))}{place}, {day}",
            "meeting" when people.Count <= Few => $"Meeting of {FactsText.List(people)}{place}, {day}",
            _ => $"{(TalksParties.IsSeparate(talks) ? "Separate talks" : "Talks")} of {FactsText.List(Parties(talks, reading))}{place}, {day}",
        };
    }

    /// <summary>"Istanbul talks of 2 June 2025", as part of another title.</summary>
    public static string Short(FactsEntry talks) => $"{FactsText.Aside(talks.Text("city") ?? "").Text} talks of {DayWords.Of(talks.Date() ?? "")}";

    // Talks that the file names after people are theirs, whoever else was in the room.
    private static List<string> People(FactsEntry talks, FactsReading reading)
    {
        var all = TalksParties.People(talks).Select(reading.Find).OfType<FactsEntry>().ToList();
        var named = all.Where(p => talks.Id.Split('-').Contains(p.Id)).ToList();
        return [.. (named.Count > 1 ? named : all).Select(p => FactsText.Family(p.Text("name") ?? ""))];
    }

    private static List<string> Leaders(FactsEntry talks, FactsReading reading) =>
    [
        .. talks.List("participants").GroupBy(p => p.TextOf("party")).Select(g => g.First())
            .Select(p => reading.Find(p.TextOf("person") ?? "")).OfType<FactsEntry>().Select(p => FactsText.Family(p.Text("name") ?? "")),
    ];

    private static List<string> Parties(FactsEntry talks, FactsReading reading) =>
        [.. TalksParties.Of(reading, talks).Select(reading.Find).OfType<FactsEntry>().Select(PartyWords.ShortName).Select(n => n.StartsWith("United", StringComparison.Ordinal) ? $"the {n}" : n)];

    private static string Preposition(string status) => status.StartsWith("proposed", StringComparison.Ordinal) ? "proposed for" : status.StartsWith("postponed", StringComparison.Ordinal) ? "first planned for" : "of";

    [GeneratedRegex(@"^(\w+ round \d+|(First|Second|Third|Fourth|Fifth) round)\b", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex OrdinalName();
}
