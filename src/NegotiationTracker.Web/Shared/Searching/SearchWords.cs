using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>One thing that is looked for.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="IsPhrase">Whether its words follow each other.</param>
internal sealed record SearchTerm(string Text, bool IsPhrase)
{
    /// <summary>In any spelling or script.</summary>
    public string Folded { get; } = Folding.Fold(Text);

    /// <summary>Key of a name, declined or romanised in whatever way; null for a phrase and for what can be no name.</summary>
    public string? Key => IsPhrase || Folded.Contains(' ') ? null : NameKeys.Of(Folded);

    /// <summary>Other spellings of the same name, as those who act bear it: texts have them without a key.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
}

/// <summary>
/// What somebody typed, read as words of which all must be found, <c>"phrases"</c>, <c>-without</c> and <c>this OR that</c>. Anything else is a word;
/// nothing that can be typed is an error of syntax.
/// </summary>
/// <param name="All">Of each of these, one must be found.</param>
/// <param name="None">None of these may be found.</param>
/// <param name="IsCut">Whether there were more terms than are used.</param>
internal sealed record SearchWords(IReadOnlyList<IReadOnlyList<SearchTerm>> All, IReadOnlyList<SearchTerm> None, bool IsCut)
{
    /// <summary>The most terms that are used.</summary>
    public const int MostTerms = 12;

    public static SearchWords Read(string text)
    {
        var all = new List<List<SearchTerm>>();
        var none = new List<SearchTerm>();
        var isOr = false;
        var terms = Terms(text).ToList();
        foreach (var (said, isNot, isPhrase) in terms.Take(MostTerms))
        {
            if (said is "OR" or "|" && !isPhrase && !isNot)
            {
                isOr = all.Count > 0;
                continue;
            }
            var term = new SearchTerm(said, isPhrase);
            if (term.Folded.Length == 0) continue;
            if (isNot) none.Add(term);
            else if (isOr) all[^1].Add(term);
            else all.Add([term]);
            isOr = false;
        }
        return new SearchWords(all, none, terms.Count > MostTerms);
    }

    /// <summary>The same with one word in place of another.</summary>
    public SearchWords With(SearchTerm old, string word) => this with { All = [.. All.Select(g => (IReadOnlyList<SearchTerm>)[.. g.Select(t => t == old ? new SearchTerm(word, false) : t)])] };

    /// <summary>As it could be typed.</summary>
    public override string ToString() => string.Join(' ', All.Select(g => string.Join(" OR ", g.Select(Typed))).Concat(None.Select(t => $"-{Typed(t)}")));

    private static string Typed(SearchTerm term) => term.IsPhrase ? $"\"{term.Text}\"" : term.Text;

    private static IEnumerable<(string Text, bool IsNot, bool IsPhrase)> Terms(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var isNot = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isNot) at++;
            if (text[at] is '"' or '“' or '”' or '„' or '«' or '»')
            {
                var end = text.IndexOfAny(['"', '”', '“', '»', '«'], at + 1);
                if (end < 0) end = text.Length;
                if (end > at + 1) yield return (text[(at + 1)..end], isNot, true);
                at = Math.Min(end + 1, text.Length);
                continue;
            }
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '“' or '”' or '„' or '«' or '»')) at++;
            yield return (text[start..at], isNot, false);
        }
    }
}
