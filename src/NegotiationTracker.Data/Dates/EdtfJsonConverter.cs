using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Dates;

/// <summary>An <see cref="Edtf"/> as a JSON string, exactly as entered.</summary>
/// <remarks>Reading anything else throws a <see cref="JsonException"/> whose message is the reason for people.</remarks>
public sealed class EdtfJsonConverter : JsonConverter<Edtf>
{
    /// <inheritdoc />
    public override Edtf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A date is a string, like \"2025-06-01\".");

        return Edtf.TryParse(reader.GetString(), out var value, out var error) ? value : throw new JsonException(error);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Text);
    }
}
