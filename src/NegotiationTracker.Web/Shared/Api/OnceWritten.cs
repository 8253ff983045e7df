using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Web.Shared.Api;

/// <summary>A part of many answers, whose JSON is written once and then only copied.</summary>
internal interface IOnceWritten
{
    byte[] Json(JsonSerializerOptions options);
}

/// <inheritdoc cref="IOnceWritten"/>
/// <param name="value">What is written. It must not change.</param>
[JsonConverter(typeof(OnceWrittenConverter))]
internal sealed class OnceWritten<T>(T value) : IOnceWritten
{
    private byte[]? _json;

    public T Value => value;

    // Two may write it at once; they write the same.
    byte[] IOnceWritten.Json(JsonSerializerOptions options) => _json ??= JsonSerializer.SerializeToUtf8Bytes(value, options);
}

internal sealed class OnceWrittenConverter : JsonConverter<IOnceWritten>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(IOnceWritten));

    public override IOnceWritten Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only written.");

    // It was written by the same serializer.
    public override void Write(Utf8JsonWriter writer, IOnceWritten value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json(options), skipInputValidation: true);
}
