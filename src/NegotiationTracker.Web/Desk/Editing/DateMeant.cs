using System.Text.RegularExpressions;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>What a refused date was meant to be, when the refusal names one way to write it.</summary>
internal static partial class DateMeant
{
    /// <summary>The date to write; null when there are several or none.</summary>
    public static string? By(string refusal) =>
        Written().Matches(refusal) is [var one] && Edtf.TryParse(one.Groups["date"].Value, out _, out _) ? one.Groups["date"].Value : null;

    [GeneratedRegex(@"write (?<date>\d{4}[-0-9T:+/~?X]*\d)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Written();
}
