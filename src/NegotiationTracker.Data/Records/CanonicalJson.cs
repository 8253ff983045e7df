using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NegotiationTracker.Data.Records;

/// <summary>
/// One form for one content: object members sorted by name (ordinal), no white space. PostgreSQL's jsonb reorders members, so
/// hashes are taken over this form and not over stored bytes. (The idea of RFC 8785; numbers are kept as written.)
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Sorted = new(DocumentJson.Compact) { TypeInfoResolver = DocumentJson.Compact.TypeInfoResolver!.WithAddedModifier(Sort) };

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical bytes (UTF-8) of a JSON text.</summary>
    public static byte[] Bytes(string json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, document.RootElement);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same bytes straight from a document, for who has very many to write.</summary>
    internal static byte[] Bytes(RecordDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), Sorted);

    /// <summary>SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string json) => Hash(Bytes(json));

    /// <summary>The same of canonical bytes at hand.</summary>
    internal static string Hash(byte[] canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));

    private static void Sort(JsonTypeInfo type)
    {
        foreach (var (property, i) in type.Properties.OrderBy(p => p.Name, StringComparer.Ordinal).Select((p, i) => (p, i)).ToList()) property.Order = i;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
