using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Agreed figures of an exchange: each source's version of what was agreed.</summary>
internal static class AgreedMapping
{
    public static Figure Of(FactsNode agreed, bool bodies, When? agreedOn)
    {
        var (text, per) = (agreed.Need("text"), agreed.Text("per"));
        var number = agreed.IsObject("quantity") ? Bounded(agreed.Child("quantity")!) : new Figure { Category = FigureCategory.Everyone, Best = agreed.Number("quantity") };
        var citations = CitationMapping.Of(agreed);
        var (claimant, record) = CitationMapping.Claimant(citations);
        return number with
        {
            Category = bodies ? FigureCategory.Body : text.Says("wounded") && number.Best is not null ? FigureCategory.Wounded : FigureCategory.Everyone,
            To = per is null or "side" ? Receiver(text, agreed.Reading) : agreed.Reading.Slug(agreed, "per", "parties", per),
            Counting = text.Says("in total") ? Counting.BothSides : Counting.PerSide,
            InsideAgreement = text.Says("goodwill") ? false : null,
            Words = text,
            AsOf = agreedOn,
            Claimant = claimant,
            ClaimantRecord = record,
            Citations = citations,
        };
    }

    // {min: 1000}, {expected: 1200}, {min: 1000, possible_extra: 200}
    private static Figure Bounded(FactsNode quantity)
    {
        var (least, expected, extra) = (quantity.Number("min"), quantity.Number("expected"), quantity.Number("possible_extra"));
        return new Figure
        {
            Category = FigureCategory.Everyone, Low = least, Best = expected, High = least + extra,
            Bound = expected is not null || extra is not null ? Bound.Expected : Bound.AtLeast,
        };
    }

    // "handed over by Russia one-sidedly" and "bodies of Ukrainian troops" go one way.
    private static string? Receiver(string text, FactsReading reading) =>
        text.Says("by Russia") || text.Says("of Ukrainian") ? reading.Find("ua")?.Slug : text.Says("by Ukraine") || text.Says("of Russian") ? reading.Find("ru")?.Slug : null;
}
