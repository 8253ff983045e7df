using NegotiationTracker.Data.Proposals;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Versions of a proposal and their provisions.</summary>
internal static class ProvisionMapping
{
    // Provisions that the file gives without a version are those of the first text known.
    public static IReadOnlyList<ProposalVersion> Versions(FactsNode item)
    {
        var provisions = item.Children("provisions").Select(Provision).ToList();
        var points = item.Child("quantity") is { } quantity ? Quantities(quantity) : [];
        var note = item.Text("provisions_note");
        var versions = item.Children("versions").Select(Version).ToList();
        if (versions.Count == 0 && (provisions.Count > 0 || points.Count > 0 || note is not null)) versions.Add(new ProposalVersion { Label = "as reported" });
        if (versions.Count > 0) versions[0] = versions[0] with { Provisions = provisions, Points = versions[0].Points ?? (points is [var first, ..] ? first : null), Note = note };
        return versions;
    }

    /// <summary><c>{days: 30, bound: minimum}</c>: every number is a quantity in the unit that names it.</summary>
    public static IReadOnlyList<Quantity> Quantities(FactsNode quantity)
    {
        var bound = quantity.Text("bound") switch
        {
            null => quantity.Flag("approx") == true ? Bound.About : Bound.Exactly,
            "minimum" => Bound.AtLeast,
            "maximum" => Bound.AtMost,
            var other => Unknown(quantity, other),
        };
        return [.. quantity.Keys().Where(k => k is not ("bound" or "approx" or "deadline")).Select(unit => Of(quantity.Numbers(unit), unit, bound))];
    }

    private static Quantity Of(IReadOnlyList<long> numbers, string unit, Bound bound) => numbers.Count == 1
        ? new Quantity { Unit = unit, Best = bound is Bound.Exactly or Bound.About ? numbers[0] : null, Low = bound == Bound.AtLeast ? numbers[0] : null, High = bound == Bound.AtMost ? numbers[0] : null, Bound = bound }
        : new Quantity { Unit = unit, Low = numbers.Count == 0 ? null : numbers.Min(), High = numbers.Count == 0 ? null : numbers.Max(), Bound = bound };

    private static Bound Unknown(FactsNode quantity, string bound)
    {
        quantity.Fault("bound", $"'{bound}' is not a known bound.");
        return Bound.Exactly;
    }

    private static ProposalVersion Version(FactsNode version) => new()
    {
        Label = version.Need("label"),
        When = WhenMapping.Day(version, "date"),
        Points = version.Numbers("points") is { Count: > 0 } points ? Of(points, "points", Bound.Exactly) : null,
        Unverified = version.Flag("unverified") ?? false,
        Citations = CitationMapping.Of(version),
    };

    private static Provision Provision(FactsNode provision)
    {
        var (topic, text) = (provision.Need("topic"), provision.Need("text"));
        var quantity = provision.Child("quantity");
        return new Provision
        {
            Key = provision.Need("id"),
            Section = FactsText.Capital(topic),
            Topics = TopicWords.Of([topic]) is { Count: > 0 } topics ? topics : TopicWords.Of([text]),
            Text = text,
            Quantities = quantity is null ? [] : Quantities(quantity),
            Deadline = quantity is null ? null : WhenMapping.Day(quantity, "deadline"),
            Citations = CitationMapping.Of(provision),
        };
    }
}
