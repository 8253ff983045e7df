using System.Collections.Concurrent;
using System.Text;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>
/// A word of a name brought to the form in which its romanisations meet: Zelenskyy, Zelenskyi, Zelenskij and Zelensky are one, so are
/// Sybiha and Sibiga, Yermak and Ermak, Kyslytsia and Kislitsa. Coarser than <see cref="Folding"/>, which the database's index uses.
/// </summary>
internal static class NameForm
{
    private static readonly (string From, string To)[] Pairs =
    [
        ("iie", "e"), ("iia", "a"), ("ia", "a"), ("ya", "a"), ("ja", "a"), ("ie", "e"), ("ye", "e"), ("je", "e"), ("iu", "u"), ("yu", "u"), ("ju", "u"), ("io", "o"), ("yo", "o"), ("jo", "o"),
        ("kh", "h"), ("sch", "sh"), ("tch", "ch"), ("tz", "ts"), ("ph", "f"), ("ks", "x"), ("ck", "k"), ("g", "h"), ("w", "v"), ("y", "i"), ("j", "i"),
    ];

    private const int MaxKnown = 20_000;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The words of a name, folded, in their order; signs and blanks part them.</summary>
    public static string[] Words(string? name) => Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The coarse form of one folded word.</summary>
    public static string Of(string word)
    {
        // The same names are held against each other over and over.
        if (Known.TryGetValue(word, out var known)) return known;
        if (Known.Count >= MaxKnown) Known.Clear();
        return Known[word] = Coarse(word);
    }

    private static string Coarse(string word)
    {
        var coarse = new StringBuilder(word);
        foreach (var (from, to) in Pairs) coarse.Replace(from, to);
        for (var i = coarse.Length - 1; i > 0; i--)
        {
            if (coarse[i] == coarse[i - 1]) coarse.Remove(i, 1);
        }
        while (coarse.Length > 3 && coarse[^1] is 'i' or 'e') coarse.Length--;
        return coarse.ToString();
    }

    /// <summary>Whether a folded word looks like a patronymic, which news leaves out and decrees print.</summary>
    public static bool IsPatronymic(string word) => word.Length > 5 && Endings.Any(e => word.EndsWith(e, StringComparison.Ordinal));

    private static readonly string[] Endings = ["ovych", "evych", "iovych", "ovich", "evich", "yovych", "ivna", "ovna", "evna", "iivna", "ilich", "illich", "kuzmych", "kuzmich"];
}
