using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Dates;

/// <summary>
/// A date, period or clock time as far as it is known: EDTF (ISO 8601-2:2019) levels 0 and 1, kept as entered. Immutable.
/// </summary>
/// <remarks>
/// Level 1 is taken whole but for negative and long years: <c>?</c> (uncertain), <c>~</c> (approximate), <c>%</c> (both), <c>X</c> for
/// digits not known, seasons 21 to 24, intervals with open (<c>..</c>) and unknown (empty) ends. Three things go beyond the standard because
/// news reports need them: clock times without seconds (<c>2025-06-01T20:25+03:00</c>), a qualifier after a clock time (<c>...T15:00~</c>),
/// and intervals of clock times. Years run from 1000 to 9999.
/// </remarks>
[JsonConverter(typeof(EdtfJsonConverter))]
public sealed class Edtf : IEquatable<Edtf>
{
    /// <summary>The most characters that are read at all.</summary>
    public const int MaxLength = 80;

    internal Edtf(string text, EdtfPoint? start, EdtfPoint? end, bool isInterval, bool isOpenStart, bool isOpenEnd)
    {
        Text = text;
        Start = start;
        End = end;
        IsInterval = isInterval;
        IsOpenStart = isOpenStart;
        IsOpenEnd = isOpenEnd;
    }

    /// <summary>The text as entered.</summary>
    public string Text { get; }

    /// <summary>Whether it is an interval <c>a/b</c>.</summary>
    public bool IsInterval { get; }

    /// <summary>Whether it begins with <c>../</c>.</summary>
    public bool IsOpenStart { get; }

    /// <summary>Whether it ends with <c>/..</c>.</summary>
    public bool IsOpenEnd { get; }

    /// <summary>Whether any part is approximate (<c>~</c> or <c>%</c>).</summary>
    public bool IsApproximate => Start?.IsApproximate == true || End?.IsApproximate == true;

    /// <summary>Whether any part is uncertain (<c>?</c> or <c>%</c>).</summary>
    public bool IsUncertain => Start?.IsUncertain == true || End?.IsUncertain == true;

    /// <summary>How fine it is: the finer of both ends.</summary>
    public DatePrecision Precision => Start is null || (End is not null && End.Precision > Start.Precision) ? End!.Precision : Start.Precision;

    /// <summary>First and last calendar day that it covers, as read there; null for an open or unknown end.</summary>
    /// <remarks>A qualifier does not widen it: what "about" means in days is not for a program to say.</remarks>
    public (DateOnly? First, DateOnly? Last) Days => (Start?.First, End?.Last);

    internal EdtfPoint? Start { get; }

    internal EdtfPoint? End { get; }

    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static Edtf Parse(string text) => TryParse(text, out var value, out var error) ? value! : throw new FormatException(error);

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The date, when it is one.</param>
    /// <param name="error">One sentence that says why it is none.</param>
    public static bool TryParse(string? text, out Edtf? value, out string? error) => EdtfParser.TryParse(text, out value, out error);

    /// <summary>The first and the last instant that it covers, UTC, both inclusive to the second; null for an open or unknown end.</summary>
    /// <param name="ianaZone">
    /// Zone in which a day or a local clock time is read. Without one a day is as wide as it is anywhere on Earth: from its beginning at
    /// UTC+14 to its end at UTC-12.
    /// </param>
    public TimeBounds Bounds(string? ianaZone = null) => new(Start?.Earliest(ianaZone), End?.Latest(ianaZone));

    /// <summary>The date for people, in English.</summary>
    /// <param name="ianaZone">Zone whose name a clock time shows, where it has that offset then.</param>
    /// <param name="sense">Whether an interval is when something happened at some time, or how long it went on.</param>
    public string Words(string? ianaZone = null, IntervalSense sense = IntervalSense.Between) => EdtfWords.Of(this, ianaZone, sense, isShort: false);

    /// <summary>The same with months cut to three letters, for tables.</summary>
    public string Short(string? ianaZone = null) => EdtfWords.Of(this, ianaZone, IntervalSense.Lasting, isShort: true);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public bool Equals(Edtf? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Edtf);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}

/// <summary>How fine a date is.</summary>
public enum DatePrecision { Century, Decade, Year, Season, Month, Day, Minute }

/// <summary>What an interval means.</summary>
public enum IntervalSense
{
    /// <summary>It happened at some time between the ends.</summary>
    Between,

    /// <summary>It went on from one end to the other.</summary>
    Lasting,
}

/// <summary>First and last instant of a time, UTC, both inclusive; null for an open or unknown end.</summary>
public readonly record struct TimeBounds(DateTimeOffset? Earliest, DateTimeOffset? Latest);
