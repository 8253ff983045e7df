namespace NegotiationTracker.Data.Dates;

/// <summary>Reads a whole text: one date, or an interval of two.</summary>
internal static class EdtfParser
{
    // The longest text with a meaning, two clock times with seconds, offsets and qualifiers, has 53 characters.
    private const int LongestText = 64;
    private const string Open = "..";

    /// <returns>Null when the text is understood; else what is wrong with it.</returns>
    public static string? Read(string text, out EdtfExpression? expression)
    {
        expression = null;
        if (text.Length == 0) return "A date is missing; write it like 2025-06-01.";
        if (text.Length > LongestText) return $"{DateFault.Quote(text)} is too long to be a date; write it like 2025-06-01.";

        if (text.Contains('/', StringComparison.Ordinal)) return ReadInterval(text, out expression) is { } reason ? LooseDates.Explain(text) ?? reason : null;

        var fault = EdtfPartParser.Read(text, out var part);
        if (part is not null) expression = EdtfExpression.One(part);
        return fault;
    }

    private static string? ReadInterval(string text, out EdtfExpression? expression)
    {
        expression = null;
        var ends = text.Split('/');
        if (ends.Length != 2) return $"{DateFault.Quote(text)} has more than one slash; an interval has two ends, like 2025-05-23/2025-05-25.";

        if (ends.All(IsMissing))
            return $"{DateFault.Quote(text)} says nothing: at least one end of an interval must be a date, like ../2025-06-02.";

        if (ReadEnd(ends[0], out var start) is { } startFault) return startFault;
        if (ReadEnd(ends[1], out var end) is { } endFault) return endFault;

        if (start is not null && end is not null && Contradiction(text, start, end) is { } contradiction) return contradiction;

        expression = new EdtfExpression(start, end, IsInterval: true, MissingIsOpen: ends.Contains(Open));
        return null;
    }

    private static string? ReadEnd(string text, out EdtfPart? part)
    {
        part = null;
        return IsMissing(text) ? null : EdtfPartParser.Read(text, out part);
    }

    private static bool IsMissing(string end) => end.Length == 0 || end == Open;

    private static string? Contradiction(string text, EdtfPart start, EdtfPart end)
    {
        if (start.Clock is { } from && end.Clock is { } to && from.Offset is null != to.Offset is null)
            return $"{DateFault.Quote(text)} cannot be placed: give both clock times an offset, like +03:00, or neither.";

        // An offset that only one end has says nothing about the order: then the wall clocks decide.
        var (first, last) = start.Clock?.Offset is { } before && end.Clock?.Offset is { } after
            ? (start.FirstLocal.Ticks - before.Ticks, end.LastLocal.Ticks - after.Ticks)
            : (start.FirstLocal.Ticks, end.LastLocal.Ticks);
        return first > last ? $"{DateFault.Quote(text)} runs backwards: its start is after its end." : null;
    }
}
