using System.Text;
using System.Text.RegularExpressions;
using NegotiationTracker.Web.Desk.Forms;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>The path of a field in the words of its form: <c>batches[1].figures[0].best</c> of an exchange is "Batch 2, figure 1, number".</summary>
internal static partial class FieldWords
{
    /// <summary>The words.</summary>
    /// <param name="kind">Key of the record kind.</param>
    /// <param name="path">The path; empty for the record as a whole.</param>
    public static string Of(string kind, string path)
    {
        if (path.Length == 0) return "The record as a whole";
        var words = new List<string>();
        var fields = RecordForms.Get(kind).Sections.SelectMany(s => s.Fields);
        for (var rest = path; rest.Length > 0; rest = rest.TrimStart('.'))
        {
            var field = fields.Where(f => rest.StartsWith(f.Path, StringComparison.Ordinal) && (rest.Length == f.Path.Length || rest[f.Path.Length] is '.' or '[')).MaxBy(f => f.Path.Length);
            if (field is null)
            {
                words.Add(Plain(rest));
                break;
            }
            rest = rest[field.Path.Length..];
            var index = Index().Match(rest);
            words.Add(index.Success ? $"{field.Item ?? field.Label} {Number(index)}" : field.Label);
            rest = rest[index.Length..];
            fields = field.Fields;
        }
        return words[0] is [var first, ..] ? char.ToUpperInvariant(first) + words[0][1..] + string.Concat(words.Skip(1).Select(w => ", " + Lower(w))) : "";
    }

    // What no form says, such as a member of a roster's row: its own name, spaced out.
    private static string Plain(string path)
    {
        var words = new StringBuilder();
        foreach (var step in path.Split('.')) words.Append(words.Length > 0 ? ", " : "").Append(AnyIndex().Replace(Capital().Replace(step, " $0"), m => $" {Number(m)}").ToLowerInvariant());
        return words.ToString();
    }

    private static int Number(Match index) => int.Parse(index.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1;

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    [GeneratedRegex("[A-Z]", RegexOptions.None, 500)]
    private static partial Regex Capital();

    [GeneratedRegex(@"^\[(?<index>[0-9]{1,6})\]", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Index();

    [GeneratedRegex(@"\[(?<index>[0-9]{1,6})\]", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex AnyIndex();
}
