using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Statements;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>statements</c>: what was said in public.</summary>
internal static class StatementMapping
{
    private const int MaxWords = 90;

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var speaker = item.Reading.Find(item.Need("by"));
        var (quote, paraphrase, when) = (item.Text("quote"), item.Text("paraphrase"), WhenMapping.Time(item, "when"));
        if (when is null) item.Fault("when", "A statement needs a time.");
        var about = item.Texts("about").Select(id => item.Reading.Record(item, "about", id)).OfType<string>().ToList();
        var said = quote is not null ? $"“{FactsText.Cut(quote.TrimEnd('.'), MaxWords)}”" : FactsText.Cut((paraphrase ?? "").TrimEnd('.'), MaxWords);
        return RecordParts.Finish(item, new StatementDocument
        {
            Slug = entry.Slug,
            Title = $"{Called(speaker)}, {DayWords.Of(entry.Date() ?? "")}: {said}",
            Summary = paraphrase,
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of([quote, paraphrase, .. item.Texts("about").Where(id => item.Reading.Find(id)?.Array is "exchanges" or "ceasefires").Select(id => item.Reading.Find(id) is { Array: "ceasefires" } ? "ceasefire" : ExchangeMapping.IsBodies(item.Reading.Find(id)!) ? "bodies" : "prisoner")]),
            Speaker = item.Reading.Record(item, "by", item.Text("by")) ?? "",
            OnBehalfOf = item.Reading.Find(speaker?.Array == "parties" ? speaker.Id : speaker?.Text("party") ?? "")?.Slug,
            When = when ?? new When { Date = Data.Dates.Edtf.Parse("2025") },
            Medium = item.Text("medium"),
            ReportedThrough = item.Text("reported_through"),
            Quotation = quote,
            QuotationLanguage = quote is null ? null : Language(entry, item.Reading),
            Paraphrase = paraphrase,
            About = about,
        });
    }

    private static string Called(FactsEntry? speaker) => speaker?.Array == "persons" ? FactsText.Family(Name(speaker)) : Name(speaker);

    private static string Name(FactsEntry? speaker) => speaker?.Array == "parties" ? PartyWords.ShortName(speaker) : speaker?.Text("name") ?? "";

    // The words are quoted as printed, so they are in the language of the source that prints them.
    private static string? Language(FactsEntry statement, FactsReading reading) =>
        statement.List("cites").Select(c => reading.Find(c.TextOf("source") ?? "")?.Text("language")).FirstOrDefault()?.Split('/')[0];
}
