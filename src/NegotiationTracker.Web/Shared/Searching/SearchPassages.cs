using System.Text;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>
/// Shows where a record was found. PostgreSQL marks the words, because it knows which are the same; names in another spelling are marked here. A mark is
/// a character that no text has: what is shown is encoded like any other text.
/// </summary>
internal static class SearchPassages
{
    private const char Begin = '\uE000';
    private const char End = '\uE001';
    private const int MostText = 20_000;
    private const int MostLines = 2;
    private const int MostLetters = 220;
    private const int LettersBefore = 70;
    private static readonly string Marks = $"HighlightAll=true, StartSel={Begin}, StopSel={End}";

    /// <summary>The hits with what was found in them.</summary>
    public static async Task<IReadOnlyList<SearchHit>> AddAsync(NpgsqlConnection connection, IReadOnlyList<(SearchHit Hit, string Document)> found, SearchQuery query, SearchWords words, CancellationToken ct)
    {
        // Of a phrase, PostgreSQL alone marks the words.
        var folded = words.All.SelectMany(g => g).Where(t => !t.IsPhrase && !query.Ignored.Contains(t.Text)).SelectMany(t => t.Folded.Split(' ')).ToHashSet();
        var keys = words.All.SelectMany(g => g).Select(t => t.Key).OfType<string>().ToHashSet();
        var texts = found.Select(f => Texts(f.Hit.Kind, f.Document)).ToList();
        var marked = await MarkAsync(connection, [.. found.Select(f => f.Hit.Title), .. texts.Select(t => t.Text)], query.Text, ct);
        var hits = new List<SearchHit>();
        for (var i = 0; i < found.Count; i++)
        {
            var hit = found[i].Hit;
            var title = Parts(marked[i], IsNamed);
            var other = title.Any(p => p.IsMatch) ? [] : texts[i].Names.Select(n => Parts(n, IsNamed)).FirstOrDefault(n => n.Any(p => p.IsMatch)) ?? [];
            var passage = Best(marked[found.Count + i], hit.Title);
            hits.Add(hit with { Marked = title, Named = other, Passage = Parts(passage.Length > 0 ? passage : Clean(hit.Summary ?? ""), IsNamed) });
        }
        return hits;

        bool IsNamed(string word) => Folding.Fold(word) is { Length: > 0 } plain && (folded.Contains(plain) || (char.IsUpper(word[0]) && NameKeys.Of(plain) is { } key && keys.Contains(key)));
    }

    private static (string Text, IReadOnlyList<string> Names) Texts(string key, string document)
    {
        var kind = Kinds.Get(key);
        var read = kind.Read(document);
        var text = string.Join('\n', kind.Text(read).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct());
        return (Clean(text.Length <= MostText ? text : text[..MostText]), [.. kind.Names(read).Select(n => Clean(n.Value)).Distinct()]);
    }

    private static async Task<string[]> MarkAsync(NpgsqlConnection connection, string[] texts, string query, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select array_agg(ts_headline('english', text, $2::tsquery, $3) order by n) from unnest($1) with ordinality t(text, n)
            """, connection)
        {
            Parameters = { new() { Value = texts.Select(Clean).ToArray() }, new() { Value = query }, new() { Value = Marks } },
        };
        return texts.Length == 0 ? [] : (string[])(await command.ExecuteScalarAsync(ct))!;
    }

    // The lines that have most of what was looked for, in their order; of a long one the part about the first mark. None that another says as well.
    private static string Best(string marked, string title)
    {
        var lines = marked.Split('\n').Where(l => l.Contains(Begin)).Select((line, i) => (Line: line, Text: Without(line).TrimEnd('.'), Place: i, Matches: Matches(line))).Where(l => l.Matches > 0 && l.Text != title)
            .DistinctBy(l => l.Text, StringComparer.OrdinalIgnoreCase).ToList();
        lines.RemoveAll(l => lines.Any(o => o.Text.Length > l.Text.Length && o.Text.Contains(l.Text, StringComparison.OrdinalIgnoreCase)));
        var best = lines.OrderByDescending(l => l.Matches).ThenByDescending(l => Math.Min(l.Text.Length, MostLetters)).Take(MostLines).OrderBy(l => l.Place);
        return string.Join(" … ", best.Select(l => Around(l.Line)));
    }

    private static int Matches(string line) => line.Split(Begin).Skip(1).Select(m => m.Split(End)[0].ToLowerInvariant()).Distinct().Count();

    private static string Around(string line)
    {
        if (line.Length <= MostLetters) return line;
        var from = line.LastIndexOf(' ', Math.Max(0, line.IndexOf(Begin) - LettersBefore)) + 1;
        if (line.Length - from < MostLetters) return $"… {line[from..]}";
        var to = line.LastIndexOf(' ', from + MostLetters, MostLetters) is > 0 and var blank ? blank : from + MostLetters;
        // A mark that is cut in two is taken off.
        var cut = line[from..to];
        if (cut.LastIndexOf(Begin) > cut.LastIndexOf(End)) cut = cut[..cut.LastIndexOf(Begin)];
        return $"{(from > 0 ? "… " : "")}{cut} …";
    }

    private static string Without(string line) => line.Replace($"{Begin}", "", StringComparison.Ordinal).Replace($"{End}", "", StringComparison.Ordinal);

    private static string Clean(string text) => text.Replace(Begin, ' ').Replace(End, ' ').Replace('\0', ' ');

    private static List<PassagePart> Parts(string marked, Func<string, bool> isNamed)
    {
        var parts = new List<PassagePart>();
        var between = new StringBuilder();
        for (var at = 0; at < marked.Length;)
        {
            var end = at;
            if (marked[at] == Begin)
            {
                end = marked.IndexOf(End, at) is > 0 and var found ? found : marked.Length;
                Add(marked[(at + 1)..end]);
                at = Math.Min(end + 1, marked.Length);
                continue;
            }
            while (end < marked.Length && (char.IsLetterOrDigit(marked[end]) || marked[end] is '\'' or '’' or 'ʼ')) end++;
            if (end > at && isNamed(marked[at..end])) Add(marked[at..end]);
            else between.Append(marked, at, Math.Max(end, at + 1) - at);
            at = Math.Max(end, at + 1);
        }
        if (between.Length > 0) parts.Add(new PassagePart(between.ToString()));
        return parts;

        void Add(string match)
        {
            if (between.Length == 0 && parts is [.., { IsMatch: true } last])
            {
                parts[^1] = last with { Text = last.Text + match };
                return;
            }
            if (between.Length > 0) parts.Add(new PassagePart(between.ToString()));
            between.Clear();
            parts.Add(new PassagePart(match, true));
        }
    }
}
