using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>
/// Reads a number as news print it: "at least 390", "~1,200", "up to 12,000", "390-400", "withheld"; in English, Ukrainian and Russian. What stands
/// before a number must be known, and nothing behind it may change it: "2 million" and "not quite 390" are no number here rather than a wrong one.
/// </summary>
internal static partial class FigureText
{
    private const int MaxText = 100;
    private const int MaxDigits = 9;

    private static readonly (string[] Words, Bound Bound)[] Bounds =
    [
        (["", "exactly", "total", "in total", "a total of", "рівно", "всього", "усього", "ровно", "всего"], Bound.Exactly),
        (["at least", "more than", "over", "no fewer than", "no less than", "not fewer than", "not less than", "щонайменше", "більше", "більше ніж", "більш ніж", "понад", "не менше", "не менше ніж", "не менее", "более", "более чем", "больше", "больше чем", "свыше", "как минимум", ">", ">=", "≥"], Bound.AtLeast),
        (["at most", "up to", "no more than", "not more than", "fewer than", "less than", "under", "до", "не більше", "не більше ніж", "не более", "не больше", "<", "<=", "≤"], Bound.AtMost),
        (["about", "around", "some", "nearly", "almost", "approximately", "approx.", "roughly", "circa", "ca.", "c.", "близько", "майже", "приблизно", "орієнтовно", "около", "почти", "примерно", "порядка", "~", "≈"], Bound.About),
        (["expected", "planned", "очікується", "ожидается"], Bound.Expected),
    ];

    private static readonly string[] From = ["from", "between", "від", "між", "от", "между"];

    private static readonly string[] Withheld = ["withheld", "not disclosed", "no number given", "undisclosed", "не називається", "не розголошується", "не называется", "не раскрывается"];

    /// <summary>The number; null when there is none to read.</summary>
    public static TypedFigure? Read(string text)
    {
        if (text.Length > MaxText) return null;
        var plain = Spaces().Replace(text, " ").Trim().ToLowerInvariant();
        var found = Number().Matches(plain);
        if (found is not [var first, ..]) return Withheld.Any(w => plain.Contains(w, StringComparison.Ordinal)) ? new TypedFigure(null, null, null, Bound.Exactly, Withheld: true) : null;
        var (before, after) = (plain[..first.Index].Trim(), plain[(found[^1].Index + found[^1].Length)..]);
        if (found.Count > 2 || Changed().IsMatch(after) || found.Any(m => Digits(m).Length > MaxDigits)) return null;
        var numbers = found.Select(m => long.Parse(Digits(m), NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        var more = More().IsMatch(after);
        if (numbers is [var low, var high])
        {
            var between = plain[(first.Index + first.Length)..found[1].Index];
            return low < high && !more && Range().IsMatch(between) && (From.Contains(before) ? Bound.About : Of(before)) is { } sure
                ? new TypedFigure(low, null, high, sure == Bound.Exactly ? Bound.About : sure, Withheld: false) : null;
        }
        return Of(before) is { } bound && (!more || bound == Bound.Exactly) ? new TypedFigure(null, numbers[0], null, more ? Bound.AtLeast : bound, Withheld: false) : null;
    }

    private static Bound? Of(string before) => Bounds.Where(b => b.Words.Contains(before)).Select(b => (Bound?)b.Bound).FirstOrDefault();

    private static string Digits(Match number) => string.Concat(number.Value.Where(char.IsAsciiDigit));

    // No-break, figure, thin and narrow spaces group digits in print.
    [GeneratedRegex(@"\s+", RegexOptions.None, 500)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[0-9]{1,3}([ ,.][0-9]{3})+(?![0-9])|[0-9]+", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Number();

    [GeneratedRegex(@"^ *(-|–|—|to|до|\.\.|and|та|й|і|и) *$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Range();

    [GeneratedRegex(@"^ *(\+|or more|and more|і більше|та більше|и более|и больше)(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex More();

    // What makes another number of the one before it, or leaves it open what it is.
    [GeneratedRegex(@"^ *([%‰/:'’*^\p{N}]|-|–|—|or (fewer|less)\b|(k|m|bn|hundreds?|thousands?|millions?|billions?|dozens?|percent|per cent)\b|тис|тыс|млн|млрд|сот(ні|ни|ен|ень)|десят|дюжин|відсот|процент)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Changed();
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
