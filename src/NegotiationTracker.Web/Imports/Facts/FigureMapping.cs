using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Figures of batches: who got back how many, and who says so.</summary>
internal static partial class FigureMapping
{
    private static readonly (string Words, FigureCategory Category)[] Categories =
    [
        ("bod", FigureCategory.Body), ("child", FigureCategory.Child), ("under 25", FigureCategory.Under25), ("18-25", FigureCategory.Under25), ("seriously ill", FigureCategory.SeriouslyIll), ("wounded", FigureCategory.Wounded),
        ("ill", FigureCategory.SeriouslyIll), ("civilian", FigureCategory.Civilian), ("military", FigureCategory.ServiceMember), ("servicemen", FigureCategory.ServiceMember), ("prisoners of war", FigureCategory.ServiceMember),
    ];

    public static Figure Of(FactsNode figure)
    {
        var (words, count, by) = (figure.Need("category"), figure.Scalar("count"), figure.Text("reported_by"));
        var number = Number(count);
        return number with
        {
            Category = CategoryOf(words) ?? Unknown(figure, words),
            To = figure.Reading.Slug(figure, "returned_to", "parties", figure.Need("returned_to")),
            Withheld = count is null,
            InsideAgreement = words.Says("outside the exchange") ? false : words.Says("in the exchange") ? true : null,
            Words = words,
            Claimant = by,
            ClaimantRecord = figure.Reading.Names.Starting(by)?.Record,
            Note = figure.Text("note"),
            Citations = CitationMapping.Of(figure),
        };
    }

    /// <summary>"about 250", "more than 7,000", "just under 350" and plain numbers.</summary>
    public static Figure Number(string? text)
    {
        var none = new Figure { Category = FigureCategory.Everyone };
        if (text is null || NumberForm().Match(text) is not { Success: true } found || !long.TryParse(found.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return none;
        return found.Groups["bound"].Value switch
        {
            "more than" or "over" or "at least" or "no fewer than" => none with { Low = number, Bound = Bound.AtLeast },
            "just under" or "less than" or "fewer than" or "at most" => none with { High = number, Bound = Bound.AtMost },
            "about" or "around" or "nearly" or "almost" => none with { Best = number, Bound = Bound.About },
            _ => none with { Best = number },
        };
    }

    /// <summary>The category that the words name first; soldiers and civilians counted together are everyone.</summary>
    public static FigureCategory? CategoryOf(string words)
    {
        if (words.Says("persons") || (words.Says("military") && words.Says("civilian"))) return FigureCategory.Everyone;
        var found = Categories.Select(c => (c.Category, At: words.IndexOf(c.Words, StringComparison.OrdinalIgnoreCase))).Where(c => c.At >= 0).ToList();
        return found.Count == 0 ? null : found.MinBy(c => c.At).Category;
    }

    private static FigureCategory Unknown(FactsNode figure, string words)
    {
        figure.Fault("category", $"'{words}' is not a known category.");
        return FigureCategory.Other;
    }

    [GeneratedRegex(@"^((?<bound>more than|over|at least|no fewer than|just under|less than|fewer than|at most|about|around|nearly|almost) )?(?<number>\d[\d,]*)\b", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex NumberForm();
}
