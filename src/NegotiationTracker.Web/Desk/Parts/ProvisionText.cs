using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>Reads a pasted numbered list as provisions: one a point, lines that go on joined to theirs, headings as sections.</summary>
internal static partial class ProvisionText
{
    /// <summary>The most characters that are read.</summary>
    public const int MaxText = 60_000;

    /// <summary>The most provisions of one paste.</summary>
    public const int MaxProvisions = 300;

    // Comes with text copied from web pages and is no white space for .NET.
    private static readonly char[] Unseen = ['\u200b', '\u200e', '\u200f', '\u2060', '\ufeff'];

    /// <summary>The provisions of a text; one more than <see cref="MaxProvisions"/> when there are too many, so that nobody takes a part for the whole.</summary>
    public static IReadOnlyList<PastedProvision> Read(string text)
    {
        var provisions = new List<PastedProvision>();
        string? section = null;
        var (last, fresh) = (0, true);
        foreach (var line in (text.Length <= MaxText ? text : text[..MaxText]).ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim().Trim(Unseen).Trim()))
        {
            if (line.Length == 0)
            {
                fresh = true;
                continue;
            }
            if (provisions.Count > MaxProvisions) break;
            var wasFresh = fresh;
            fresh = false;
            if (Section().Match(line) is { Success: true } heading)
            {
                section = heading.Value;
                fresh = true;
            }
            else if (Point().Match(line) is { Success: true } point && IsPoint(point, last, wasFresh))
            {
                last = First(point) ?? last;
                provisions.Add(new PastedProvision(point.Groups["number"].Value, section, point.Groups["text"].Value));
            }
            else if (Bullet().Match(line) is { Success: true } bullet) provisions.Add(new PastedProvision("", section, bullet.Groups["text"].Value));
            else if (provisions.Count > 0 && !wasFresh) provisions[^1] = provisions[^1] with { Text = $"{provisions[^1].Text} {line}" };
            else if (IsHeading(line))
            {
                section = line.TrimEnd(':');
                fresh = true;
            }
            else provisions.Add(new PastedProvision("", section, line));
        }
        return provisions;
    }

    // A line that goes on may begin with a number ("390 prisoners") or with an initial ("V. Zelenskyy"): those begin a point only where the next one is due.
    private static bool IsPoint(Match point, int last, bool fresh)
    {
        var number = point.Groups["number"].Value;
        if (point.Groups["mark"].Length == 0) return fresh || First(point) == last + 1 || (number.Contains('.', StringComparison.Ordinal) && First(point) == last);
        return !(number.Length == 1 && char.IsAsciiLetterUpper(number[0]) && point.Groups["mark"].Value == ".") || fresh || First(point) == last + 1;
    }

    // The first part of a number: 3 of 3.1, of III and of iii.
    private static int? First(Match point)
    {
        var number = point.Groups["number"].Value;
        if (int.TryParse(number.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)) return first;
        var roman = number.ToUpperInvariant().Select(c => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 }).ToArray();
        return roman.Contains(0) ? null : roman.Select((value, i) => i + 1 < roman.Length && value < roman[i + 1] ? -value : value).Sum();
    }

    // A short line of its own that ends in a colon, or is written in capitals throughout.
    private static bool IsHeading(string line) => line.Length <= 120 && (line.EndsWith(':') || (line.Any(char.IsLetter) && line.Where(char.IsLetter).All(char.IsUpper)));

    [GeneratedRegex(@"^(section|part|chapter|розділ|частина|раздел|часть|глава)\s+([ivxlcdmіхсм]+|[0-9]+)\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Section();

    // 1. 1) (1) 1.1 1.1. and, with a blank behind, I. (a) b) в); a letter directly behind the mark ("1.Text") only after digits, for "i.e." is no point.
    [GeneratedRegex(@"^(\(?(?<number>[0-9]{1,3}(\.[0-9]{1,3}){0,3})((?<mark>[.)]+)(\s+|(?=\p{L}))|(?<mark>)\s+)|\(?(?<number>[ivxlcіхс]{1,6}|[IVXLCІХС]{1,6})(?<mark>[.)]+)\s+|\(?(?<number>[A-Za-zА-ЯІЇЄҐа-яіїєґ])(?<mark>\))\s*)(?<text>\S.*)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Point();

    [GeneratedRegex(@"^([•●○◦‣▪■]\s*|[·–—\-*]\s+)(?<text>\S.*)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Bullet();
}

/// <summary>A provision as pasted.</summary>
/// <param name="Number">Its number; empty for a bullet or a plain line.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Text">Its text.</param>
internal sealed record PastedProvision(string Number, string? Section, string Text);
