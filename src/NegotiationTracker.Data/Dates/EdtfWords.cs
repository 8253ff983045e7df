namespace NegotiationTracker.Data.Dates;

/// <summary>Puts a date or an interval into English.</summary>
internal sealed class EdtfWords(TimeZoneInfo? zone, bool brief)
{
    private readonly PartWords _words = new(zone, brief);

    public string Of(EdtfExpression expression, IntervalSense sense) => expression switch
    {
        { IsInterval: false, Start: { } only } => _words.Whole(only),
        { Start: { } start, End: { } end } => Closed(start, end, sense),
        { Start: { } start, MissingIsOpen: true } => $"from {_words.Whole(start)} on",
        { Start: { } start } => $"from {_words.Whole(start)}, end unknown",
        { End: { } end, MissingIsOpen: true } => $"by {_words.Whole(end)}",
        { End: { } end } => $"until {_words.Whole(end)}, beginning unknown",
        _ => "",
    };

    private string Closed(EdtfPart start, EdtfPart end, IntervalSense sense)
    {
        if (start == end) return _words.Whole(end);
        if (start.Clock is not null && end.Clock is not null) return Clocks(start, end);

        var (from, to) = (Elided(start, end), _words.Whole(end));
        return sense == IntervalSense.Lasting ? $"{from} to {to}" : $"between {from} and {to}";
    }

    /// <summary>The start without what the end says again: "23" of 23 and 25 May 2025.</summary>
    private string Elided(EdtfPart start, EdtfPart end)
    {
        var repeats = start.Precision == end.Precision && start.Year == end.Year
            && !start.IsUncertain && !end.IsUncertain
            && start.Unspecified == UnspecifiedDigits.None && end.Unspecified == UnspecifiedDigits.None;
        return start.Precision switch
        {
            DatePrecision.Day when repeats && start.Month == end.Month => $"{PartWords.About(start)}{start.Day}",
            DatePrecision.Day or DatePrecision.Month or DatePrecision.Season when repeats => $"{PartWords.About(start)}{_words.WithoutYear(start)}",
            _ => _words.Whole(start),
        };
    }

    private string Clocks(EdtfPart start, EdtfPart end)
    {
        var (startPlace, endPlace) = (_words.Place(start), _words.Place(end));
        var from = startPlace == endPlace ? PartWords.Face(start) : PartWords.Face(start) + startPlace;
        var to = start.First == end.First ? PartWords.Face(end) : $"{_words.Day(end)}, {PartWords.Face(end)}";
        return $"{_words.Day(start)}, {from} to {to}{endPlace}";
    }
}
