using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Web.Shared.Api;

/// <summary>A part of many answers, whose JSON is written once and then only copied.</summary>
internal abstract class OnceWritten
{
    private byte[]? _json;

    internal byte[] Json(JsonSerializerOptions options) => _json ??= Write(options);

    protected abstract byte[] Write(JsonSerializerOptions options);
}

/// <inheritdoc cref="OnceWritten"/>
/// <param name="value">What is written. It must not change.</param>
[JsonConverter(typeof(OnceWrittenConverter))]
internal sealed class OnceWritten<T>(T value) : OnceWritten
{
    public T Value => value;

    protected override byte[] Write(JsonSerializerOptions options) => JsonSerializer.SerializeToUtf8Bytes(value, options);
}

internal sealed class OnceWrittenConverter : JsonConverter<OnceWritten>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(OnceWritten));

    public override OnceWritten Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");

    // It was written by the same serializer.
    public override void Write(Utf8JsonWriter writer, OnceWritten value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json(options), skipInputValidation: true);
}
