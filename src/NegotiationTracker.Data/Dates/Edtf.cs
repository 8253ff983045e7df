using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Dates;

/// <summary>
/// One date or period as far as it is known, in EDTF: ISO 8601-2:2019 levels 0 and 1
/// (<see href="https://www.loc.gov/standards/datetime/"/>), years 1000 to 9999.
/// </summary>
/// <remarks>
/// <para>Understood: <c>2025</c>, <c>2025-06</c>, <c>2025-06-01</c>; <c>?</c> (uncertain), <c>~</c> (approximate), <c>%</c> (both)
/// at the end of a date; unspecified digits <c>202X</c>, <c>20XX</c>, <c>2025-XX</c>, <c>2025-06-XX</c>, <c>2025-XX-XX</c>;
/// seasons <c>2025-21</c> (spring) to <c>2025-24</c> (winter), placed as in the northern hemisphere, winter from the December of its
/// year to the February after; intervals <c>a/b</c> with an open (<c>..</c>) or unknown (empty) end.</para>
/// <para>Extensions of this project: clock times may leave out the seconds and the offset (<c>2025-06-01T20:25</c> is local time, which
/// only a zone can place), may carry <c>?</c>, <c>~</c> or <c>%</c> ("about 15:00"), and may be the ends of an interval.</para>
/// <para>Immutable. Two are equal when their texts are, so <c>2025-06-01T10:00Z</c> and <c>2025-06-01T13:00+03:00</c> are not.</para>
/// </remarks>
[JsonConverter(typeof(EdtfJsonConverter))]
public sealed class Edtf : IEquatable<Edtf>
{
    private readonly EdtfExpression _expression;

    internal Edtf(string text, EdtfExpression expression)
    {
        Text = text;
        _expression = expression;
    }

    /// <summary>The date as entered, without the spaces around it.</summary>
    public string Text { get; }

    /// <summary>The finest precision that any of its parts has.</summary>
    public DatePrecision Precision => _expression.Parts.Max(part => part.Precision);

    /// <summary>True when it, or one of its ends, carries <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate => _expression.Parts.Any(part => part.IsApproximate);

    /// <summary>True when it, or one of its ends, carries <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain => _expression.Parts.Any(part => part.IsUncertain);

    /// <summary>True when it has two ends, given or not.</summary>
    public bool IsInterval => _expression.IsInterval;

    /// <summary>True for <c>../b</c>: it has no start, or none that matters.</summary>
    public bool IsOpenStart => _expression is { IsInterval: true, Start: null, MissingIsOpen: true };

    /// <summary>True for <c>a/..</c>: it has no end, or none that matters.</summary>
    public bool IsOpenEnd => _expression is { IsInterval: true, End: null, MissingIsOpen: true };

    /// <summary>True for <c>/b</c>: it has a start that is not known.</summary>
    public bool IsUnknownStart => _expression is { IsInterval: true, Start: null, MissingIsOpen: false };

    /// <summary>True for <c>a/</c>: it has an end that is not known.</summary>
    public bool IsUnknownEnd => _expression is { IsInterval: true, End: null, MissingIsOpen: false };

    /// <summary>
    /// The calendar days it covers, as written (a clock time: the day it is written with); null where an end is open or unknown.
    /// Approximate dates cover what is written: how far "about" reaches is not known.
    /// </summary>
    public (DateOnly? First, DateOnly? Last) Days => _expression.Days;

    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">The text is no date; the message says why and how to write it.</exception>
    public static Edtf Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>Reads a date; never throws, whatever the text.</summary>
    /// <param name="text">What was entered; spaces around it do not count.</param>
    /// <param name="value">The date, or null when the text is none.</param>
    /// <param name="error">One English sentence that says what is wrong and what was expected, or null.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Edtf? value, [NotNullWhen(false)] out string? error)
    {
        var trimmed = text?.Trim() ?? "";
        error = EdtfParser.Read(trimmed, out var expression);
        value = error is null ? new Edtf(trimmed, expression!) : null;
        return error is null;
    }

    /// <summary>
    /// The earliest and the latest second it can be, in UTC. A clock time with an offset is exact. Anything else is placed by the zone:
    /// a day is that zone's day, 23 or 25 hours long when the clocks change; a local time that comes twice
    /// is as wide as both, and one that is skipped is read as if the clocks had not been changed. Without a zone it is as wide as it is anywhere on Earth: from its start at UTC+14 to its end at UTC−12.
    /// <c>~</c> and <c>?</c> change nothing: the bounds are those of the written value. Results past the year 9999 stop at its last second.
    /// </summary>
    /// <param name="ianaZone">An IANA zone; null, or one that <see cref="Zones"/> does not know, counts as none.</param>
    public TimeBounds Bounds(string? ianaZone = null) => EdtfBounds.Of(_expression, Zones.Find(ianaZone));

    /// <summary>
    /// Where it stands on an axis of instants for drawing, sorting and counting, and where it ends. A clock time is the instant it means; a day, month
    /// or year lasts from 00:00 UTC of its first day, whatever the zone. An open start stands at the end; an open end is null.
    /// </summary>
    /// <param name="ianaZone">An IANA zone for clock times without an offset; null or unknown reads them as UTC.</param>
    public (DateTimeOffset? At, DateTimeOffset? Till) OnAxis(string? ianaZone = null) => EdtfAxis.Of(_expression, Zones.Find(ianaZone));

    /// <summary>The date for people, in English: "2 June 2025, 13:00 Istanbul time", "between 23 and 25 May 2025".</summary>
    /// <param name="ianaZone">
    /// The zone that names clock times; null or unknown for none. A written offset that is not the zone's own at that moment is kept: "13:00 (UTC+3)".
    /// </param>
    /// <param name="sense">Whether an interval of days holds a moment or lasts; an interval of two clock times always reads "10:45 to 12:00".</param>
    public string Words(string? ianaZone = null, IntervalSense sense = IntervalSense.Between) =>
        new EdtfWords(Zones.Find(ianaZone), brief: false).Of(_expression, sense);

    /// <summary>The date for tables: months in three letters, intervals as lasting ("30 May to 2 Jun 2025").</summary>
    /// <param name="ianaZone">As in <see cref="Words"/>.</param>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The short form of Words; no C# type is meant.")]
    public string Short(string? ianaZone = null) =>
        new EdtfWords(Zones.Find(ianaZone), brief: true).Of(_expression, IntervalSense.Lasting);

    /// <summary>The text as entered.</summary>
    public override string ToString() => Text;

    /// <inheritdoc />
    public bool Equals(Edtf? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Edtf);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>True when both texts are the same.</summary>
    public static bool operator ==(Edtf? left, Edtf? right) => Equals(left, right);

    /// <summary>True when the texts differ.</summary>
    public static bool operator !=(Edtf? left, Edtf? right) => !Equals(left, right);
}
