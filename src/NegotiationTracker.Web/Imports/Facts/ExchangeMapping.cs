using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>exchanges</c>: prisoners and bodies, agreed and handed over.</summary>
internal static class ExchangeMapping
{
    private static readonly WordTable<ExchangeStatus> Statuses = new(
        "status of an exchange", ("partly", ExchangeStatus.Stalled), ("stalled", ExchangeStatus.Stalled), ("cancelled", ExchangeStatus.Cancelled), ("scheduled", ExchangeStatus.Scheduled), ("under way", ExchangeStatus.UnderWay), ("completed", ExchangeStatus.Completed));

    /// <summary>Whether an exchange is of the dead.</summary>
    public static bool IsBodies(FactsEntry exchange) => exchange.Text("type") is { } type && (type.Says("bodies") || type.Says("repatriation"));

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (type, status, talks) = (item.Need("type"), item.Text("status"), item.Reading.Slug(item, "agreed_at", "talks", item.Text("agreed_at")));
        var agreedOn = talks is not null && Edtf.TryParse(item.Reading.Find(item.Text("agreed_at")!)!.Date(), out var day, out _) ? new When { Date = day! } : null;
        var batches = Batches(item);
        var agreed = item.Children("agreed").Select(a => AgreedMapping.Of(a, IsBodies(entry), agreedOn)).ToList();
        var citations = CitationMapping.Of(item);
        var mediators = item.Texts("mediators").Select(id => item.Reading.Record(item, "mediators", id)).OfType<string>().ToList();
        return RecordParts.Finish(item, new ExchangeDocument
        {
            Slug = entry.Slug,
            Title = Title(entry, batches, agreed),
            Summary = FactsText.Sentences(agreed.Count > 0 ? $"Agreed: {string.Join("; ", agreed.Select(a => a.Words))}" : null, Delivered(batches)),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = [IsBodies(entry) ? "bodies" : "prisoners"],
            Form = IsBodies(entry) ? ExchangeKind.Bodies : HasCivilians(batches) ? ExchangeKind.Mixed : ExchangeKind.PrisonersOfWar,
            FormWords = FactsText.Aside(type).Aside ?? (type.Says("totals") ? type : null),
            Status = status is null ? ExchangeStatus.Completed : Statuses.Read(item, "status", status),
            StatusWords = status,
            AgreedIn = talks,
            Mediators = mediators,
            Transit = [.. item.Texts("transit").Select(id => item.Reading.Slug(item, "transit", "parties", id)).OfType<string>()],
            Place = item.Text("place"),
            Agreed = agreed,
            Batches = batches,
            Totals = [.. item.Children("totals").Select(t => TotalMapping.Of(t, IsBodies(entry)))],
            Claims = [.. ClaimMapping.Series(item, citations)],
        }, item.Text("conflicts_note"), item.Texts("unverified") is { Count: > 0 } unverified ? $"Not verified: {string.Join(", ", unverified)}" : null);
    }

    private static List<Batch> Batches(FactsNode item)
    {
        var batches = new List<Batch>();
        foreach (var batch in item.Children("batches"))
        {
            var (date, when) = (batch.Need("date"), WhenMapping.Day(batch, "date"));
            var key = FactsText.Slug(date);
            batch.LeaveOut("id");
            batches.Add(new Batch
            {
                Key = batches.Any(b => b.Key == key) ? $"{key}-{batches.Count + 1}" : key,
                Label = batch.Text("label"),
                When = when ?? new When { Date = Edtf.Parse("2025") },
                Place = batch.Text("place"),
                Figures = [.. batch.Children("figures").Select(FigureMapping.Of)],
            });
        }
        return batches;
    }

    private static string Title(FactsEntry exchange, List<Batch> batches, List<Figure> agreed)
    {
        var days = exchange.BatchDays().ToList();
        if (days.Count == 0) return IsBodies(exchange) ? $"Hand-overs of bodies in {exchange.Id.Split('-').FirstOrDefault(p => p.Length == 4 && p.All(char.IsDigit))}: reported totals" : $"Exchange agreed on {DayWords.Of(agreed.FirstOrDefault()?.AsOf?.Date.Text ?? "")}";
        var period = DayWords.Of(days.Count == 1 ? days[0] : $"{days[0]}/{days[^1]}");
        if (IsBodies(exchange)) return $"Hand-over of bodies, {period}";
        if (agreed.FirstOrDefault() is { Counting: Counting.PerSide, To: null, Best: { } each }) return $"Exchange of {each:N0} for {each:N0}, {period}";
        return $"Exchange of prisoners{(HasCivilians(batches) ? " and civilians" : "")}, {period}";
    }

    private static bool HasCivilians(List<Batch> batches) => batches.SelectMany(b => b.Figures).Any(f => f.Category == FigureCategory.Civilian || f.Words?.Says("civilian") == true);

    private static string? Delivered(List<Batch> batches) => batches.Count switch
    {
        0 => null,
        1 => string.Join("; ", batches[0].Figures.Where(f => f.Best is not null).GroupBy(f => f.To).Select(g => $"to {FactsText.Capital(g.Key ?? "both")}: {string.Join(", ", g.Select(f => $"{f.Best:N0} {f.Words}").Distinct())}")),
        _ => batches.Count(b => b.Figures.Any(f => f.Withheld)) is > 0 and var silent ? $"{batches.Count} stages, the numbers of {silent} withheld" : null,
    };
}
