using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NegotiationTracker.Data.Records;

/// <summary>How documents are written as JSON: camel case, enums by name, nothing for what is empty, unknown fields refused.</summary>
public static class DocumentJson
{
    /// <summary>Compact form, for the database and for one record a line.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Indented form, for files that people read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>Writes a document in the compact form.</summary>
    public static string Write(RecordDocument document) => JsonSerializer.Serialize(document, document.GetType(), Compact);

    /// <summary>Refuses a null among the items of a list, which the reader's annotations do not reach.</summary>
    /// <exception cref="JsonException">There is one; the path names it.</exception>
    internal static void RefuseNullsInLists(string json)
    {
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "$");
    }

    private static void Walk(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject()) Walk(member.Value, $"{path}.{member.Name}");
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, i) in element.EnumerateArray().Select((item, i) => (item, i)))
            {
                if (item.ValueKind == JsonValueKind.Null) throw new JsonException("A list holds no empty items: leave it out.", $"{path}[{i}]", null, null);
                Walk(item, $"{path}[{i}]");
            }
        }
    }

    private static JsonSerializerOptions Create(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        MaxDepth = 24,
        Converters = { new WordConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsEmpty } },
    };

    // An empty list and a false say nothing: leaving them out keeps the files readable and the hashes
    // of documents the same when a kind gains a field.
    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(bool) && property.AttributeProvider is not null && !property.IsRequired)
                property.ShouldSerialize = static (_, value) => value is true;
            else if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }
}
