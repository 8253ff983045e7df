using System.Text;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>The path of a field in words: <c>members[3].dateOfBirth</c> is "Members 4, date of birth".</summary>
internal static partial class FieldWords
{
    /// <summary>The words.</summary>
    public static string Of(string path)
    {
        if (path.Length == 0) return "The record as a whole";
        var steps = path.Split('.').Select(step => Index().Replace(Capital().Replace(step, " $0"), m => $" {int.Parse(m.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1}"));
        var words = new StringBuilder(string.Join(", ", steps).ToLowerInvariant());
        words[0] = char.ToUpperInvariant(words[0]);
        return words.ToString();
    }

    [GeneratedRegex("[A-Z]", RegexOptions.None, 500)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\[(?<index>\d{1,6})\]", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Index();
}
