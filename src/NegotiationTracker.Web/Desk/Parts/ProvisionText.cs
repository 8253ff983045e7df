using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>Reads a pasted numbered list as provisions: one a point, lines that go on joined to theirs, headings as sections.</summary>
internal static partial class ProvisionText
{
    /// <summary>The most characters that are read.</summary>
    public const int MaxText = 60_000;

    /// <summary>The most provisions of one paste.</summary>
    public const int MaxProvisions = 300;

    /// <summary>The provisions of a text.</summary>
    public static IReadOnlyList<PastedProvision> Read(string text)
    {
        var provisions = new List<PastedProvision>();
        string? section = null;
        var afterBlank = true;
        foreach (var line in (text.Length <= MaxText ? text : text[..MaxText]).ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            if (line.Length == 0)
            {
                afterBlank = true;
                continue;
            }
            if (provisions.Count >= MaxProvisions) break;
            var wasBlank = afterBlank;
            afterBlank = false;
            if (Section().Match(line) is { Success: true } heading) section = heading.Value;
            else if (Point().Match(line) is { Success: true } point) provisions.Add(new PastedProvision(point.Groups["number"].Value.TrimEnd('.', ')'), section, point.Groups["text"].Value));
            else if (Bullet().Match(line) is { Success: true } bullet) provisions.Add(new PastedProvision("", section, bullet.Groups["text"].Value));
            else if (provisions.Count > 0 && !wasBlank && provisions[^1].Section == section) provisions[^1] = provisions[^1] with { Text = $"{provisions[^1].Text} {line}" };
            else if (IsHeading(line)) section = line.TrimEnd(':');
            else provisions.Add(new PastedProvision("", section, line));
        }
        return provisions;
    }

    // A short line of its own that ends in a colon, or is written in capitals throughout.
    private static bool IsHeading(string line) => line.Length <= 120 && (line.EndsWith(':') || (line.Any(char.IsLetter) && line.Where(char.IsLetter).All(char.IsUpper)));

    [GeneratedRegex(@"^(section|part|chapter|розділ|частина|раздел|часть|глава)\s+([ivxlcdm]+|\d+)\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?<number>(\d{1,3}(\.\d{1,3}){0,3}[.)]?|[ivxlc]{1,6}[.)]|[IVXLC]{1,6}[.)]|[a-zа-яіїєґ]\)))\s+(?<text>\S.*)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Point();

    [GeneratedRegex(@"^[•·▪–—\-*]\s+(?<text>\S.*)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Bullet();
}

/// <summary>A provision as pasted.</summary>
/// <param name="Number">Its number; empty for a bullet or a plain line.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Text">Its text.</param>
internal sealed record PastedProvision(string Number, string? Section, string Text);
