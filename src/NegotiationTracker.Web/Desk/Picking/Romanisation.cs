using System.Globalization;
using System.Text;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>Proposes the English spelling of a Ukrainian or Russian name: the table of Ukraine's cabinet of 2010, or the one of English-language news for Russian.</summary>
internal static class Romanisation
{
    private static readonly Dictionary<char, string> Ukrainian = Table("а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ь  ю iu я ia");

    private static readonly Dictionary<char, string> Russian = Table("а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya");

    private static readonly Dictionary<char, string> FirstUkrainian = Table("є ye ї yi й y ю yu я ya");

    private static readonly Dictionary<char, string> FirstRussian = Table("е ye");

    /// <summary>Whether the text has Cyrillic letters.</summary>
    public static bool IsCyrillic(string text) => text.Any(c => c is >= '\u0400' and <= '\u04ff');

    /// <summary>The name in Latin letters, given name first and without a patronymic; a Latin name only loses its capitals ("UMEROV").</summary>
    /// <param name="name">The name as printed.</param>
    /// <param name="russian">What it is taken for when no letter tells.</param>
    public static string Of(string name, bool russian = false)
    {
        var words = Ordered(name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', words.Select(w => Word(w, IsRussian(name, russian))));
    }

    /// <summary>The language that the letters of a Cyrillic name show.</summary>
    public static bool IsRussian(string name, bool otherwise)
    {
        var lower = name.ToLowerInvariant();
        return lower.IndexOfAny(['ы', 'э', 'ё', 'ъ']) >= 0 || (lower.IndexOfAny(['і', 'ї', 'є', 'ґ', '’', '\'']) < 0 && otherwise);
    }

    // A decree's order: surname, given name, patronymic.
    private static string[] Ordered(string[] words) => words.Length == 3 && NameForm.IsPatronymic(Folding.Fold(words[2])) ? [words[1], words[0]] : words;

    private static string Word(string word, bool russian)
    {
        if (!IsCyrillic(word)) return word.Length > 3 && word.All(char.IsUpper) ? Capital(word.ToLowerInvariant()) : word;
        var latin = new StringBuilder();
        var lower = word.ToLowerInvariant();
        if (russian && lower.EndsWith("ий", StringComparison.Ordinal)) lower = lower[..^2] + "ы";
        else if (russian && lower.EndsWith("ый", StringComparison.Ordinal)) lower = lower[..^1];
        for (var i = 0; i < lower.Length; i++)
        {
            var first = i == 0 || lower[i - 1] == '-';
            if (!russian && lower[i] == 'г' && i > 0 && lower[i - 1] == 'з') latin.Append("gh");
            else if (first && (russian ? FirstRussian : FirstUkrainian).TryGetValue(lower[i], out var atFirst)) latin.Append(atFirst);
            else latin.Append((russian ? Russian : Ukrainian).GetValueOrDefault(lower[i]) ?? (lower[i] is '’' or 'ʼ' or '\'' ? "" : Ukrainian.GetValueOrDefault(lower[i]) ?? lower[i].ToString()));
        }
        return Capital(latin.ToString());
    }

    private static string Capital(string word) => string.Join('-', word.Split('-').Select(w => w.Length == 0 ? w : char.ToUpper(w[0], CultureInfo.InvariantCulture) + w[1..]));

    private static Dictionary<char, string> Table(string pairs)
    {
        var parts = pairs.Split(' ');
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[2 * i][0], i => parts[(2 * i) + 1]);
    }
}
