using System.Text;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>Two texts compared word by word.</summary>
public static partial class WordDiff
{
    // Bounds the table of pairs (8 MB); what differs over more than that is shown as taken out and put in.
    private const int MostPairs = 4_000_000;

    // Of a long stretch that is the same, this many words are kept on either side.
    private const int Around = 14;

    /// <summary>What is the same, what went and what came, in order.</summary>
    public static IReadOnlyList<TextPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        var parts = new Parts();
        parts.Add(TextChange.Same, old.AsSpan(0, start));
        Middle(old.AsSpan(start, old.Length - start - end), now.AsSpan(start, now.Length - start - end), parts);
        parts.Add(TextChange.Same, old.AsSpan(old.Length - end));
        return parts.All;
    }

    /// <summary>The same, with long stretches that did not change left out.</summary>
    public static IReadOnlyList<TextPart> Shortened(string before, string after)
    {
        var parts = Of(before, after);
        return [.. parts.Select((part, i) => part.Change == TextChange.Same ? part with { Text = Cut(part.Text, i == 0, i == parts.Count - 1) } : part)];
    }

    private static void Middle(ReadOnlySpan<string> old, ReadOnlySpan<string> now, Parts parts)
    {
        if ((long)old.Length * now.Length > MostPairs)
        {
            parts.Add(TextChange.Removed, old);
            parts.Add(TextChange.Added, now);
            return;
        }
        var common = new ushort[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        var (a, b) = (0, 0);
        while (a < old.Length || b < now.Length)
        {
            if (a < old.Length && b < now.Length && old[a] == now[b])
            {
                parts.Add(TextChange.Same, old.Slice(a++, 1));
                b++;
            }
            else if (a < old.Length && (b == now.Length || common[a + 1, b] >= common[a, b + 1]))
            {
                parts.Add(TextChange.Removed, old.Slice(a++, 1));
            }
            else
            {
                parts.Add(TextChange.Added, now.Slice(b++, 1));
            }
        }
    }

    private static string Cut(string text, bool first, bool last)
    {
        var words = Words(text);
        var head = first ? 0 : 2 * Around;
        var tail = last ? 0 : 2 * Around;
        return words.Length <= head + tail + Around ? text : $"{string.Concat(words[..head])} … {string.Concat(words[^tail..])}";
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\s+|\w+|[^\w\s]", RegexOptions.None, 1000)]
    private static partial Regex Word();

    private sealed class Parts
    {
        private readonly List<(TextChange Change, StringBuilder Text)> _parts = [];

        // Between two changed words a blank that stayed is part of the change: people read phrases, not single words struck through.
        public IReadOnlyList<TextPart> All
        {
            get
            {
                var all = new List<TextPart>();
                var (gone, come) = (new StringBuilder(), new StringBuilder());
                foreach (var ((change, text), i) in _parts.Select((p, i) => (p, i)))
                {
                    var blank = change == TextChange.Same && gone.Length + come.Length > 0 && i < _parts.Count - 1 && string.IsNullOrWhiteSpace(text.ToString());
                    if (change == TextChange.Removed || blank) gone.Append(text);
                    if (change == TextChange.Added || blank) come.Append(text);
                    if (change != TextChange.Same || blank) continue;
                    Close(all, gone, come);
                    all.Add(new TextPart(TextChange.Same, text.ToString()));
                }
                Close(all, gone, come);
                return all;
            }
        }

        public void Add(TextChange change, ReadOnlySpan<string> words)
        {
            if (words.Length == 0) return;
            if (_parts.Count == 0 || _parts[^1].Change != change) _parts.Add((change, new StringBuilder()));
            foreach (var word in words) _parts[^1].Text.Append(word);
        }

        private static void Close(List<TextPart> all, StringBuilder gone, StringBuilder come)
        {
            if (gone.Length > 0) all.Add(new TextPart(TextChange.Removed, gone.ToString()));
            if (come.Length > 0) all.Add(new TextPart(TextChange.Added, come.ToString()));
            gone.Clear();
            come.Clear();
        }
    }
}

/// <summary>A stretch of a compared text.</summary>
/// <param name="Change">Whether it is the same, went or came.</param>
/// <param name="Text">Its words.</param>
public sealed record TextPart(TextChange Change, string Text);

/// <summary>What became of a stretch of text.</summary>
public enum TextChange { Same, Removed, Added }
