using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Times: EDTF with zone, and how well they are known.</summary>
internal static class WhenMapping
{
    /// <summary>An EDTF text of a field; what is none, or can be read in two ways, is a fault.</summary>
    public static Edtf? Date(FactsNode owner, string field, string? text)
    {
        if (text is null) return null;
        if (Edtf.TryParse(text, out var date, out var error)) return date;
        owner.Fault(field, error ?? $"'{text}' is not a date.");
        return null;
    }

    /// <summary>A field that holds a bare date.</summary>
    public static When? Day(FactsNode owner, string key, string? zone = null, string? note = null) =>
        Date(owner, key, owner.Text(key)) is { } date ? new When { Date = date, Zone = zone, Note = note } : null;

    /// <summary>A field that holds a time: <c>edtf</c>, <c>tz</c>, <c>precision</c>, and clock times beside a day.</summary>
    public static When? Time(FactsNode owner, string key) => owner.Child(key) is { } time ? Time(time) : null;

    /// <summary>The time that an object holds beside other things.</summary>
    public static When? Time(FactsNode time)
    {
        var day = time.Text("edtf") + Mark(time.Flag("approximate"));
        var (start, end) = (time.Text("start"), time.Text("end"));
        var clocks = start is null || end is null ? null : $"{start}{Mark(time.Flag("start_approximate"))}/{end}{Mark(time.Flag("end_approximate"))}";
        var note = Known(time.Text("precision"), time.Text("note"));
        var zone = time.Text("tz");
        return day.Length == 0 ? null : Date(time, "edtf", clocks ?? day) is { } date ? new When { Date = date, Zone = zone, Note = note } : null;
    }

    // That a day is known to the day says nothing.
    private static string? Known(string? precision, string? note)
    {
        var finer = precision is "day" or "days" or "minute" ? null : precision?.StartsWith("day; ", StringComparison.Ordinal) == true ? precision["day; ".Length..] : precision;
        var said = new[] { finer, note }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    private static string Mark(bool? approximate) => approximate == true ? "~" : "";
}
