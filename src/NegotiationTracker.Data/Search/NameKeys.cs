using System.Text;

namespace NegotiationTracker.Data.Search;

/// <summary>
/// What is the same in a name however it is romanised and declined: Зеленский, Зеленського, Zelensky and Zelenskyy have one key, and so have Путину
/// and Putin. A light stemmer for the endings of Ukrainian and Russian names over the folded form, not a grammar: it errs on the side of finding.
/// </summary>
public static class NameKeys
{
    /// <summary>The least letters that a key keeps; shorter names are found as they are written.</summary>
    public const int Least = 4;

    /// <summary>Stands before a key among the words of an entry, so that none is taken for a word.</summary>
    public const char Prefix = '~';

    // Sounds that romanisations write in different ways, in this order.
    private static readonly (string Written, string Kept)[] Sounds =
        [("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("zh", "z"), ("ph", "f"), ("tz", "ts"), ("cz", "ch"), ("ck", "k"), ("x", "ks"), ("g", "h"), ("w", "v"), ("j", "i"), ("y", "i")];

    // Endings of cases as they are left by that, the longest first. Not -ov and -in: with them names begin to be surnames.
    private static readonly string[] Endings = ["imi", "ami", "oho", "eho", "omu", "emu", "ovi", "evi", "ou", "eu", "oi", "ei", "im", "om", "em", "am", "ah", "ih", "a", "e", "i", "o", "u"];

    /// <summary>Keys of the names in a text: of its words that begin with a capital.</summary>
    public static IEnumerable<string> Named(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or 'ʼ' or '-' || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)) end++;
            if (char.IsUpper(text[at]))
                foreach (var word in Folding.Fold(text[at..end]).Split(' '))
                    if (Of(word) is { } key) yield return key;
            at = end;
        }
    }

    /// <summary>The key of one folded word; null for one that is too short or no word of Latin letters.</summary>
    public static string? Of(string folded)
    {
        if (folded.Length < Least || folded.Length > 60 || !folded.All(char.IsAsciiLetterLower)) return null;
        var sounds = new StringBuilder(folded);
        foreach (var (written, kept) in Sounds) sounds.Replace(written, kept);
        var plain = Single(Single(sounds.ToString()).Replace("ie", "e", StringComparison.Ordinal).Replace("iu", "u", StringComparison.Ordinal).Replace("ia", "a", StringComparison.Ordinal).Replace("ea", "a", StringComparison.Ordinal));
        foreach (var ending in Endings)
            if (plain.Length >= ending.Length + Least && plain.EndsWith(ending, StringComparison.Ordinal))
                return plain[..^ending.Length];
        return plain.Length >= Least ? plain : null;
    }

    // A doubled letter is often written once.
    private static string Single(string letters)
    {
        var single = new StringBuilder(letters.Length);
        foreach (var letter in letters)
            if (single.Length == 0 || single[^1] != letter) single.Append(letter);
        return single.ToString();
    }
}
