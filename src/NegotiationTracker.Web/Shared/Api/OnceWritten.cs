using System.Text.Json;
using System.Text.Json.Serialization;

namespace NegotiationTracker.Web.Shared.Api;

/// <summary>A part of many answers, whose JSON is written once and then only copied.</summary>
internal abstract class OnceWritten
{
    private byte[]? _json;

    internal byte[] Json(JsonSerializerOptions options)
    {
        if (Volatile.Read(ref _json) is { } written) return written;
        // Two may write it at once; who comes when the other has done so finds it.
        if (Write(options) is not { } json) return Volatile.Read(ref _json)!;
        Volatile.Write(ref _json, json);
        Forget();
        return json;
    }

    /// <summary>Writes it; null after <see cref="Forget"/>.</summary>
    protected abstract byte[]? Write(JsonSerializerOptions options);

    /// <summary>It is written: what it was written from may go.</summary>
    protected virtual void Forget()
    {
    }
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
