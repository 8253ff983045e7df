using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Reported values become claims.</summary>
internal static class ClaimMapping
{
    private static readonly string[] SeriesFields = ["series_number", "series_number_2025"];

    /// <summary>A list of <c>{field, value, cites, note}</c>; the prefix keeps lists apart (<c>violations.by_ukraine</c>).</summary>
    public static IEnumerable<Claim> Of(FactsNode owner, string key, string prefix = "") => owner.Children(key).Select(reported =>
    {
        var value = reported.Scalar("value") ?? "";
        return new Claim
        {
            Field = prefix + reported.Need("field"),
            Value = value,
            ValueRecord = owner.Reading.Names.Exactly(value)?.Record,
            Note = reported.Text("note"),
            Citations = CitationMapping.Of(reported),
        };
    });

    /// <summary>Who asked for talks: as often as not each side says something else.</summary>
    public static IEnumerable<Claim> Initiative(FactsNode talks) => talks.Children("initiative").Select(asked =>
    {
        var by = asked.Need("by");
        return new Claim { Field = "initiative", Value = by, ValueRecord = talks.Reading.Names.Starting(by)?.Record, Citations = CitationMapping.Of(asked) };
    });

    /// <summary>A number that a source counts by, such as "the 65th exchange": never data, always a claim.</summary>
    public static IEnumerable<Claim> Series(FactsNode item, IReadOnlyList<Citation> citations) =>
        SeriesFields.Select(key => (Key: key, Number: item.Number(key))).Where(s => s.Number is not null).Select(s =>
        {
            var naming = citations.Where(c => c.Quote?.Contains($"{s.Number}th") == true || c.Quote?.Contains($"{s.Number}rd") == true).ToList();
            return new Claim
            {
                Field = s.Key,
                Value = s.Number.ToString()!,
                Note = naming.Count == 0 ? "Cited with the exchange as a whole." : null,
                Citations = naming.Count == 0 ? citations : naming,
            };
        });
}
