using System.Text.RegularExpressions;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Totals that sources report; what is counted stands in the name of the field (<c>to_ukraine_by_15_june</c>).</summary>
internal static partial class TotalMapping
{
    public static Figure Of(FactsNode total, bool bodies)
    {
        var (field, value, citations) = (total.Need("field"), total.Scalar("value"), CitationMapping.Of(total));
        var (claimant, record) = CitationMapping.Claimant(citations);
        var counting = CountingOf(field);
        var category = CategoryOf(field, bodies);
        var number = FigureMapping.Number(value);
        if (number is { Low: null, Best: null, High: null }) total.Fault("value", $"'{value}' holds no number.");
        return number with
        {
            Category = category,
            To = Direction().Match(field) is { Success: true } to && total.Reading.Names.Exactly(to.Groups["party"].Value) is { Array: "parties" } party ? party.Slug
                : counting == Counting.Cumulative && category != FigureCategory.HandOver ? Counter(total.Reading, field) : null,
            Counting = counting,
            InsideAgreement = field.StartsWith("outside", StringComparison.Ordinal) ? false : null,
            Words = field,
            AsOf = AsOf(total, field),
            Claimant = claimant,
            ClaimantRecord = record,
            Note = FactsText.Sentences(value is { Length: > 0 } && !value.All(char.IsDigit) ? $"As reported: {value}" : null, total.Text("note")),
            Citations = citations,
        };
    }

    private static Counting CountingOf(string field) =>
        field.Says("both_sides") || field.Says("individuals") ? Counting.BothSides
        : field.Says("since") || field.Says("so_far") || field.Says("_by_") || field.Says("_in_2") || field.StartsWith("operations", StringComparison.Ordinal) || field is "stages" ? Counting.Cumulative
        : Counting.PerSide;

    private static FigureCategory CategoryOf(string field, bool bodies) =>
        field.StartsWith("operations", StringComparison.Ordinal) || field.StartsWith("exchanges_since", StringComparison.Ordinal) || field is "stages" ? FigureCategory.HandOver
        : bodies ? FigureCategory.Body
        : field.Says("military") ? FigureCategory.ServiceMember
        : FigureCategory.Everyone;

    // A running count without a direction is its counter's own: the headquarters counts those who came home to it. Who keeps the
    // count may be named with another day's number.
    private static string? Counter(FactsReading reading, string field)
    {
        var stem = Stem(field);
        var parties = reading.Entries("exchanges").SelectMany(e => e.List("totals")).Where(t => Stem(t.TextOf("field") ?? "") == stem)
            .SelectMany(t => t.ListOf("cites")).Select(c => reading.Names.Starting(c.TextOf("attributed_to")))
            .Select(e => e?.Text("party")).OfType<string>().Distinct().ToList();
        return parties.Count == 1 ? reading.Find(parties[0])?.Slug : null;
    }

    private static string Stem(string field) => AsOfForm().Replace(field, "");

    private static When? AsOf(FactsNode total, string field)
    {
        if (AsOfForm().Match(field) is not { Success: true } found || DayWords.Month(found.Groups["month"].Value) is not (> 0 and var month)) return null;
        var year = found.Groups["year"] is { Success: true } written ? written.Value : total.Id.Split('-').FirstOrDefault(part => part.Length == 4 && part.All(char.IsDigit));
        var text = $"{year}-{month:00}{(found.Groups["day"] is { Success: true } day ? $"-{int.Parse(day.Value):00}" : "")}";
        return Edtf.TryParse(text, out var date, out _) ? new When { Date = date! } : null;
    }

    [GeneratedRegex(@"(^|_)to_(?<party>[a-z]+)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Direction();

    [GeneratedRegex(@"_(by|in)_((?<day>\d{1,2})_)?(?<month>[a-z]+)(_(?<year>\d{4}))?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex AsOfForm();
}
