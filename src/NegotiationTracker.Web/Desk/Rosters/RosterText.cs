using System.Text.RegularExpressions;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Rosters;

/// <summary>Somebody as a line of a decree or a report names them.</summary>
/// <param name="Text">The line as pasted.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="Title">What the person is, as printed.</param>
/// <param name="Organization">What follows the title, which may be an organization or more of the title.</param>
/// <param name="Role">The role on the delegation, where the line or the heading above it says so.</param>
/// <param name="Note">What else decrees print of a member: "by consent".</param>
public sealed record RosterLine(string Text, string Name, string? Title, string? Organization, MemberRole? Role, string? Note = null);

/// <summary>Reads a list of members as decrees and news print it, a line each: numbers and bullets, commas or dashes, titles before or after the name.</summary>
internal static partial class RosterText
{
    /// <summary>The most members that are read from one paste.</summary>
    public const int MaxLines = 200;

    private const int MaxLine = 1_000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The members that the text names. Lines without a name (headings, empty ones) are left out; a heading such as "Experts:" gives those below it their role.</summary>
    public static IReadOnlyList<RosterLine> Parse(string? text)
    {
        var lines = new List<RosterLine>();
        MemberRole? heading = null;
        foreach (var raw in (text ?? "").Split(['\n', '\r']).SelectMany(Sentences))
        {
            var line = Start().Replace(Blanks().Replace(raw.Length > MaxLine ? raw[..MaxLine] : raw, " ").Trim(), "").TrimEnd(';', '.', ',', ' ');
            if (line.Length == 0) continue;
            if (line.EndsWith(':'))
            {
                heading = RoleWords.OfWhole(line);
                continue;
            }
            if (Read(raw.Trim(), line) is { } member) lines.Add(member.Role is null ? member with { Role = heading } : member);
            if (lines.Count == MaxLines) break;
        }
        return lines;
    }

    // Several members in one paragraph are parted by semicolons, as decrees do; a single one may have semicolons of its own.
    private static IEnumerable<string> Sentences(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(p => Dash().IsMatch(p) || p.Contains(',')) ? parts : [line];
    }

    private static RosterLine? Read(string raw, string line)
    {
        string? note = null;
        if (Consent().IsMatch(line)) (note, line) = ("by consent", Consent().Replace(line, " "));
        var role = RoleWords.TakeOut(ref line);
        var parts = Parts(line);
        foreach (var part in parts.Skip(1).Where(p => RoleWords.OfWhole(p) is not null).ToList())
        {
            role ??= RoleWords.OfWhole(part);
            parts.Remove(part);
        }
        if (parts.Count == 0) return null;
        if (parts.Count == 1 || (!IsName(parts[0]) && !IsName(parts[1]))) parts = [.. TitleBeforeName(parts[0]), .. parts.Skip(1)];
        // "Head of the General Staff – Andrii Hnatov": the name may stand behind the dash.
        else if (!IsName(parts[0])) (parts[0], parts[1]) = (parts[1], parts[0]);
        var name = parts[0];
        if (!name.Any(char.IsLetter) || name.Split(' ').Length > 7) return null;
        return new RosterLine(raw, name, parts.ElementAtOrDefault(1), parts.Count > 2 ? string.Join(", ", parts.Skip(2)) : null, role, note);
    }

    // The name is all before the first sign that parts it from the title; the title may have commas of its own, but its last part may be an organization.
    private static List<string> Parts(string line)
    {
        if (line.Contains('\t')) return Clean(line.Split('\t'));
        var brackets = Brackets().Match(line);
        if (Dash().Match(line) is { Success: true } dash && !line[..dash.Index].Contains('(')) return Clean([line[..dash.Index], .. line[(dash.Index + dash.Length)..].Split(',')]);
        if (brackets.Success && !line[..brackets.Index].Contains(',')) return Clean([line[..brackets.Index], .. brackets.Groups["inside"].Value.Split(','), line[(brackets.Index + brackets.Length)..]]);
        return Clean(line.Split(','));
    }

    private static List<string> Clean(IEnumerable<string> parts) => [.. parts.Select(p => Blanks().Replace(p, " ").Trim(' ', ',', ';', '.', ':', '–', '—', '-')).Select(p => p.StartsWith('(') && p.EndsWith(')') ? p[1..^1] : p).Where(p => p.Any(char.IsLetterOrDigit))];

    private static bool IsName(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 4 && words.All(w => char.IsUpper(w[0]) || w is "de" or "van" or "von" or "al" or "bin" or "oglu") && !words.Any(w => TitleWord().IsMatch(w));
    }

    // "Deputy Foreign Minister Mikhail Galuzin": the last words with capitals are the name, when something of a title stands before them.
    private static IEnumerable<string> TitleBeforeName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || IsName(text)) return [text];
        var count = words.Length > 3 && words[^1] is var last && NameForm.IsPatronymic(NameForm.Words(last).FirstOrDefault() ?? "") ? 3 : 2;
        return IsName(string.Join(' ', words[^count..])) ? [string.Join(' ', words[^count..]), string.Join(' ', words[..^count])] : [text];
    }

    [GeneratedRegex(@"^(\s*(\(?\d{1,3}[.)]|[•·▪●◦*‣–—-]|\d{1,3}\s+(?=\p{Lu})))*\s*", Options, 500)]
    private static partial Regex Start();

    [GeneratedRegex(@"[ \u00a0\u2009\u202f]+", Options, 500)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+[-–—]+\s+|\s*[–—]\s*|:\s+", Options, 500)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\((?<inside>[^()]*)\)", Options, 500)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\(?\b(за\s+згодою|по\s+согласию|по\s+согласованию|by\s+consent|with\s+(his|her|their)\s+consent)\b\)?", Options | RegexOptions.IgnoreCase, 500)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^(minist|deput|head|chief|secretar|director|ambassador|advis|commission|representative|president|senior|officer|spokes|aide|міністр|заступник|голова|глава|начальник|керівник|секретар|радник|директор|посол|представник|міністерств|перший|министр|замест|первый|руководител|советник|представител|помощник|уполномоч)", Options | RegexOptions.IgnoreCase, 500)]
    private static partial Regex TitleWord();
}
