using NegotiationTracker.Data.Search;
using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>Finds the organization that a title names: "Deputy Head of the SBU", "радник Керівника Офісу Президента України".</summary>
internal static class OrganizationMatch
{
    private static readonly string[] Small = ["of", "the", "for", "and", "to", "in", "by", "russian", "federation", "rossyi", "rossyiskoi", "federatsyy", "ukrainy", "ukraine", "ukrayny", "ukrainian", "russia"];

    /// <summary>The organization whose name the text holds, of the party if that is known; the longest name where several are held, null where none is, or two equally.</summary>
    public static FoundRecord? In(string? text, IReadOnlyList<FoundRecord> known, string? party)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (words, printed) = (NameForm.Words(text), text.Split([' ', ',', '(', ')', '.', '–', '—', '-'], StringSplitOptions.RemoveEmptyEntries));
        var held = known.Where(k => party is null || k.Party is null || k.Party == party)
            .Select(k => (Record: k, Held: k.Names.Select(n => Held(n.Split(' '), words, printed)).DefaultIfEmpty(0).Max())).Where(k => k.Held > 0).OrderByDescending(k => k.Held).Take(2).ToList();
        return held.Count == 0 || (held.Count == 2 && held[0].Held == held[1].Held) ? null : held[0].Record;
    }

    // How many of its own words the text holds, when it holds them all; an abbreviation counts only in capitals.
    private static int Held(string[] name, string[] text, string[] printed)
    {
        if (name is [{ Length: <= 5 } abbreviation]) return printed.Any(p => p.Length >= 2 && p.All(char.IsUpper) && Folding.Fold(p) == abbreviation) ? 3 : 0;
        var own = name.Except(Small).ToArray();
        return own.Length > 0 && own.All(w => text.Any(t => SameStem(w, t))) ? own.Length : 0;
    }

    // Case endings and "minister" for "ministry": the beginning decides.
    private static bool SameStem(string one, string other)
    {
        var shared = 0;
        while (shared < one.Length && shared < other.Length && one[shared] == other[shared]) shared++;
        return shared >= 4 ? shared >= Math.Min(one.Length, other.Length) - 2 : one == other;
    }
}
