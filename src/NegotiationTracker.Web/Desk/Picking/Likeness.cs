using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>How alike two names are, whatever their script, romanisation, order and typing errors: 1 is the same name, 0 nothing in common.</summary>
internal static class Likeness
{
    /// <summary>From here on a name may be taken for the other without asking, when no second one comes near.</summary>
    public const double Certain = 0.9;

    /// <summary>From here on it is worth asking whether the other is meant.</summary>
    public const double Possible = 0.66;

    /// <summary>How well a name as printed fits a known one. Every word of both counts; patronymics and initials forgive.</summary>
    public static double Of(string[] printed, string[] known)
    {
        var (a, b) = (Essential(printed), Essential(known));
        // A surname alone says nothing of initials.
        if (a.Length == 1) b = [.. b.Where(w => w.Length > 1)];
        if (a.Length == 0 || b.Length == 0) return 0;
        var (sum, weight) = Pair(a, b, typing: false);
        // What one has and the other lacks: a surname alone is not yet the whole name.
        var missing = Math.Abs(a.Length - b.Length) * 0.12;
        return Math.Max(0, (sum / weight) - missing);
    }

    /// <summary>How well what is typed so far fits a known name; the rest of the name may still come.</summary>
    public static double Typing(string[] typed, string[] known)
    {
        if (typed.Length == 0 || known.Length == 0) return 0;
        if (typed.SequenceEqual(known)) return 3;
        var (sum, weight) = Pair(typed, known, typing: true);
        var likeness = sum / weight;
        // All words are beginnings of words: above all that is only alike, the fuller match first.
        return likeness >= 0.999 ? 2 + (Math.Min(1, typed.Sum(w => w.Length) / (double)known.Sum(w => w.Length)) / 2) : likeness;
    }

    // Each printed word takes the best known word that is still free; long words weigh more than short ones.
    private static (double Sum, double Weight) Pair(string[] from, string[] to, bool typing)
    {
        var free = to.ToList();
        double sum = 0, weight = 0;
        foreach (var word in from.OrderByDescending(w => w.Length))
        {
            var best = free.Select((other, i) => (Likeness: Word(word, other, typing), Index: i)).DefaultIfEmpty((Likeness: 0, Index: -1)).MaxBy(p => p.Likeness);
            // A given name that differs makes another person, however long the surname is.
            var share = Math.Clamp(word.Length, 4, 7);
            sum += best.Likeness * share;
            weight += share;
            if (best.Index >= 0 && best.Likeness > 0) free.RemoveAt(best.Index);
        }
        return (sum, weight);
    }

    private static double Word(string word, string other, bool typing)
    {
        if (word == other) return 1;
        if (typing && other.StartsWith(word, StringComparison.Ordinal)) return 1;
        if (word.Length == 1 || other.Length == 1) return !typing && NameForm.Of(word)[0] == NameForm.Of(other)[0] ? 0.9 : 0;
        var (a, b) = (NameForm.Of(word), NameForm.Of(other));
        if (a == b) return 0.98;
        if (GivenNames.AreSame(a, b)) return 0.95;
        if (typing && a.Length > 2 && b.StartsWith(a, StringComparison.Ordinal)) return 0.97;
        var against = typing && b.Length > a.Length ? b[..a.Length] : b;
        var alike = 1 - (EditDistance.Between(a, against) / (double)Math.Max(a.Length, against.Length));
        return alike < 0.55 ? 0 : alike;
    }

    private static string[] Essential(string[] words)
    {
        var kept = words.Length > 2 ? [.. words.Where(w => !NameForm.IsPatronymic(w))] : words;
        // "R. Ye. Umerov": of two initials the second is the patronymic's.
        return kept.Count(w => w.Length <= 2) == 2 && kept.Length > 2 ? [.. kept.Where(w => w.Length > 2), kept.First(w => w.Length <= 2)[..1]] : kept;
    }
}
