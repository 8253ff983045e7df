using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Data.Dates;

/// <summary>A date in JSON is its text.</summary>
public sealed class EdtfJsonConverter : JsonConverter<Edtf>
{
    /// <inheritdoc/>
    public override Edtf? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A date is written as text, such as \"2025-06-02\".");
        return Edtf.TryParse(reader.GetString(), out var value, out var error) ? value : throw new JsonException(error);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
