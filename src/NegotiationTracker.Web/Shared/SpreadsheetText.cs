namespace NegotiationTracker.Web.Shared;

/// <summary>Text for a cell of a spreadsheet (OWASP, CSV injection): what would be taken for a formula is marked as text.</summary>
public static class SpreadsheetText
{
    // The full-width ones count too: some spreadsheets normalise before they look.
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, with an apostrophe before it where a spreadsheet would compute it.</summary>
    public static string? Plain(string? text) => text is { Length: > 0 } && Formulas.Contains(text[0]) ? $"'{text}" : text;
}
