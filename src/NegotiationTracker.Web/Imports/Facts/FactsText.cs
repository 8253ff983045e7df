using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Small readings of text that several mappings share.</summary>
internal static partial class FactsText
{
    /// <summary>The last word of a name.</summary>
    public static string Family(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>Splits a remark in round brackets off the end: "Kremlin (metonym)".</summary>
    public static (string Text, string? Aside) Aside(string text) =>
        AsideForm().Match(text) is { Success: true } m ? (m.Groups["text"].Value.Trim(), m.Groups["aside"].Value.Trim()) : (text.Trim(), null);

    /// <summary>"Євгеній / Євген Острянський" gives two whole names; what stands in brackets goes with the last.</summary>
    public static IEnumerable<(string Value, string? Note)> Alternatives(string text)
    {
        var parts = text.Split(" / ").Select(Aside).ToList();
        var longest = parts[^1].Text.Split(' ');
        foreach (var (value, note) in parts)
        {
            var words = value.Split(' ');
            yield return (words.Length < longest.Length ? $"{value} {string.Join(' ', longest[words.Length..])}" : value, note);
        }
    }

    /// <summary>ASCII words with hyphens.</summary>
    public static string Slug(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace("ı", "i", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-' && c is not ('\'' or '’')) plain.Append('-');
        }
        return plain.ToString().Trim('-');
    }

    /// <summary>"Ukraine, Russia and Türkiye".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>Sentences joined, each with its full stop; null when there are none.</summary>
    public static string? Sentences(params string?[] parts)
    {
        var said = parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => Capital(p!.Trim())).Select(p => p[^1] is '.' or '!' or '?' ? p : p + ".").ToList();
        return said.Count == 0 ? null : string.Join(' ', said);
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A text cut at a word to fit a title.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length - 1);
        return text[..(end > 0 ? end : length - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }

    public static bool Says(this string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<text>[^(]+)\((?<aside>[^()]+)\)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex AsideForm();
}
