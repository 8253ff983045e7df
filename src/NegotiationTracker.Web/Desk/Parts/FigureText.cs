using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>Reads a number as news print it: "at least 390", "~1,200", "up to 12,000", "390-400", "withheld"; in English, Ukrainian and Russian.</summary>
internal static partial class FigureText
{
    private static readonly (string[] Words, Bound Bound)[] Bounds =
    [
        (["at least", "more than", "over", "no fewer than", "not less than", "щонайменше", "більше", "понад", "не менше", "не менее", "более", "больше", "свыше", ">", "≥"], Bound.AtLeast),
        (["at most", "up to", "no more than", "fewer than", "less than", "до", "не більше", "не более", "<", "≤"], Bound.AtMost),
        (["about", "around", "some", "nearly", "almost", "approximately", "roughly", "близько", "майже", "приблизно", "около", "почти", "примерно", "~", "≈"], Bound.About),
        (["expected", "planned", "очікується", "ожидается"], Bound.Expected),
    ];

    private static readonly string[] Withheld = ["withheld", "not disclosed", "no number given", "undisclosed", "не називається", "не розголошується", "не называется", "не раскрывается"];

    /// <summary>The number; null when there is none to read.</summary>
    public static TypedFigure? Read(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Replace('\u00a0', ' ').Replace('\u202f', ' ');
        if (plain.Length is 0 or > 100) return null;
        if (Withheld.Any(w => plain.Contains(w, StringComparison.Ordinal))) return new TypedFigure(null, null, null, Bound.Exactly, Withheld: true);
        var numbers = Number().Matches(plain).Select(m => long.Parse(Separators().Replace(m.Value, ""), CultureInfo.InvariantCulture)).ToList();
        var bound = Bounds.Where(b => b.Words.Any(w => Begins(plain, w))).Select(b => b.Bound).FirstOrDefault(Bound.Exactly);
        return numbers switch
        {
            [var one] => new TypedFigure(null, one, null, bound, Withheld: false),
            [var low, var high] when low < high && Range().IsMatch(plain) => new TypedFigure(low, null, high, bound == Bound.Exactly ? Bound.About : bound, Withheld: false),
            _ => null,
        };
    }

    private static bool Begins(string text, string word) => text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(word[^1]) || !char.IsLetter(text[word.Length]));

    [GeneratedRegex(@"\d{1,3}([ ,.]\d{3})+(?!\d)|\d{1,9}", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Number();

    [GeneratedRegex("[ ,.]", RegexOptions.None, 500)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\d\s*(-|–|—|to|до|\.\.)\s*\d", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Range();
}

/// <summary>A number as typed.</summary>
/// <param name="Low">At the least.</param>
/// <param name="Best">The number.</param>
/// <param name="High">At the most.</param>
/// <param name="Bound">How it bounds the truth.</param>
/// <param name="Withheld">Whether it was withheld on purpose.</param>
internal sealed record TypedFigure(long? Low, long? Best, long? High, Bound Bound, bool Withheld)
{
    /// <summary>The number in words.</summary>
    public string Words() => Withheld ? "withheld on purpose" : Shared.Words.Of(Bound, lower: true) + (Best is { } best ? N(best) : $"{N(Low!.Value)} to {N(High!.Value)}");

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
