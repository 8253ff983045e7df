using System.Globalization;
using System.Text;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared;

/// <summary>The domain's words as people read them.</summary>
public static class Words
{
    /// <summary><c>PhoneCall</c> gives "Phone call", <c>PrisonersOfWar</c> "Prisoners of war".</summary>
    public static string Of(Enum value) => Of(value.ToString());

    /// <summary>The same for a word that is kept as text.</summary>
    public static string Of(string? word)
    {
        if (string.IsNullOrEmpty(word)) return "";
        var words = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && char.IsUpper(word[i]) && !char.IsUpper(word[i - 1])) words.Append(' ');
            words.Append(i > 0 ? char.ToLowerInvariant(word[i]) : char.ToUpperInvariant(word[i]));
        }
        return words.ToString().Replace('_', ' ');
    }

    /// <summary>A field name such as <c>planned_start</c> or <c>violations.by_ukraine</c> as a label: "Planned start".</summary>
    public static string Field(string field)
    {
        var plain = field.Replace('_', ' ').Replace(".", ": ").Trim();
        return plain.Length == 0 ? field : char.ToUpperInvariant(plain[0]) + plain[1..];
    }

    /// <summary>"1 source", "3 sources".</summary>
    public static string Count(int count, string one, string many) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>How claims differ, in words for people.</summary>
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Disagreement => "Sources disagree",
        DifferenceKind.Slip => "Error in a source",
        DifferenceKind.Notation => "Same value, written differently",
        DifferenceKind.Precision => "Compatible, one more exact",
        DifferenceKind.CountOverTime => "Counts of different days",
        _ => "Accounts that complete each other",
    };

    /// <summary>A number with its unit: "30 days", "at least 30 days", "24 to 48 hours".</summary>
    public static string Of(Quantity quantity)
    {
        var number = (quantity.Best, quantity.Low, quantity.High) switch
        {
            ({ } best, _, _) => Number(best),
            (null, { } low, { } high) when low != high => $"{Number(low)} to {Number(high)}",
            (null, { } low, _) => Number(low),
            (null, null, { } high) => Number(high),
            _ => "",
        };
        return $"{Of(quantity.Bound, lower: true)}{number} {quantity.Unit}";
    }

    /// <summary>"At least ", "about ", or nothing for an exact number; with a blank behind.</summary>
    public static string Of(Bound bound, bool lower) => bound switch
    {
        Bound.AtLeast => lower ? "at least " : "At least ",
        Bound.AtMost => lower ? "at most " : "At most ",
        Bound.About => lower ? "about " : "About ",
        Bound.Expected => lower ? "expected: " : "Expected: ",
        _ => "",
    };

    private static string Number(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
