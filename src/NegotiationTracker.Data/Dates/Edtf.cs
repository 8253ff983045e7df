using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Dates;

/// <summary>Placeholder until the date type lands; same surface.</summary>
[JsonConverter(typeof(EdtfJsonConverter))]
public sealed record Edtf(string Text)
{
    /// <summary>Parses.</summary>
    public static Edtf Parse(string text) => TryParse(text, out var value, out var error) ? value! : throw new FormatException(error);

    /// <summary>Parses.</summary>
    public static bool TryParse(string? text, out Edtf? value, out string? error)
    {
        value = text is null ? null : new Edtf(text);
        error = null;
        return text is not null;
    }

    /// <summary>Bounds.</summary>
    public TimeBounds Bounds(string? ianaZone = null)
    {
        var ends = Text.Split('/');
        var day = DateTimeOffset.TryParse(ends[0].TrimEnd('~', '?', '%'), out var d) ? d : DateTimeOffset.UnixEpoch;
        return new(day.ToUniversalTime(), day.ToUniversalTime().AddDays(1).AddSeconds(-1));
    }

    /// <summary>Days.</summary>
    public (DateOnly? First, DateOnly? Last) Days => (DateOnly.FromDateTime(Bounds().Earliest!.Value.UtcDateTime), DateOnly.FromDateTime(Bounds().Latest!.Value.UtcDateTime));

    /// <summary>Words.</summary>
    public string Words(string? ianaZone = null) => Text;

    /// <summary>Short words.</summary>
    public string Short(string? ianaZone = null) => Text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Bounds.</summary>
public readonly record struct TimeBounds(DateTimeOffset? Earliest, DateTimeOffset? Latest);

/// <summary>Converter.</summary>
public sealed class EdtfJsonConverter : JsonConverter<Edtf>
{
    /// <inheritdoc/>
    public override Edtf? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Edtf.Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}

/// <summary>Zones.</summary>
public static class Zones
{
    /// <summary>Known.</summary>
    public static bool IsKnown(string iana) => TimeZoneInfo.TryFindSystemTimeZoneById(iana, out _);

    /// <summary>Words.</summary>
    public static string Words(string iana) => iana;
}
