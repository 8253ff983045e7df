using System.Globalization;
using System.Text;

namespace NegotiationTracker.Data.Search;

/// <summary>
/// Brings a name to one plain form: marks taken off, Cyrillic written in Latin letters, lower case. Зеленський, Zelenskyi and
/// Zelensky then differ by a letter or two, which the trigram search forgives. It is for finding, never for showing.
/// </summary>
public static class Folding
{
    private const int MaxLength = 20_000;

    // Letter by letter after the passport tables of Ukraine (2010) and Russia (2013), simplified where the two differ.
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "h", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ё'] = "e", ['ж'] = "zh",
        ['з'] = "z", ['и'] = "y", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o",
        ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh",
        ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia", ['ј'] = "j", ['ђ'] = "dj", ['ћ'] = "c",
        ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ı'] = "i", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['’'] = "", ['ʼ'] = "", ['\''] = "",
    };

    /// <summary>The folded form; words are kept apart by single blanks.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var source = text.Length > MaxLength ? text[..MaxLength] : text;
        var folded = new StringBuilder(source.Length);
        foreach (var letter in Plain(source).ToLowerInvariant())
        {
            if (Latin.TryGetValue(letter, out var written)) folded.Append(written);
            else if (char.IsLetterOrDigit(letter)) folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The text with combining marks taken off, otherwise as it is.</summary>
    public static string Plain(string text)
    {
        // Most text is plain already, and to look at it is much cheaper than to take it apart.
        if (Ascii.IsValid(text) && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var whole = WellFormed(text);
        // й, ї and ё are letters of their own and must not lose their marks before they are written in Latin letters.
        var kept = new StringBuilder(whole.Length);
        foreach (var letter in whole.Normalize(NormalizationForm.FormC))
        {
            if (Latin.ContainsKey(char.ToLowerInvariant(letter))) kept.Append(letter);
            else
            {
                foreach (var part in Split(letter))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) kept.Append(part);
            }
        }
        return kept.ToString();
    }

    // A letter outside the basic plane comes as two halves, neither of which has a decomposition alone.
    private static string Split(char letter) => char.IsSurrogate(letter) ? letter.ToString() : letter.ToString().Normalize(NormalizationForm.FormKD);

    // Half a surrogate pair can't be normalised: it becomes a blank.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) whole.Append(text[i]).Append(text[++i]);
            else whole.Append(char.IsSurrogate(text[i]) || text[i] == '\0' ? ' ' : text[i]);
        }
        return whole.ToString();
    }
}
