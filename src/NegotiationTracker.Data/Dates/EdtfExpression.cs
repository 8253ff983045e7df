namespace NegotiationTracker.Data.Dates;

/// <summary>What a text says: one date (<see cref="Start"/> and <see cref="End"/> are the same), or an interval with at least one end.</summary>
internal sealed record EdtfExpression(EdtfPart? Start, EdtfPart? End, bool IsInterval, bool MissingIsOpen)
{
    public IEnumerable<EdtfPart> Parts => new[] { Start, End }.OfType<EdtfPart>();

    public (DateOnly? First, DateOnly? Last) Days
    {
        get
        {
            var (first, last) = (Start?.First, End?.Last);
            // 2025-06-02T01:00+03:00/2025-06-01T23:30Z runs forward, although its written days run back.
            return first > last ? (last, first) : (first, last);
        }
    }

    public static EdtfExpression One(EdtfPart part) => new(part, part, IsInterval: false, MissingIsOpen: false);
}
