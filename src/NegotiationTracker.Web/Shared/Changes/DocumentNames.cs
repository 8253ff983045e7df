using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Shared.Changes;

/// <summary>Names of what documents refer to, by the slug or <c>kind/slug</c> that stands in them.</summary>
public sealed class DocumentNames
{
    private readonly Dictionary<string, string> _names;

    private DocumentNames(Dictionary<string, string> names) => _names = names;

    /// <summary>Reads the names that the states of a document need.</summary>
    /// <param name="context">The published record.</param>
    /// <param name="kind">Kind of the document.</param>
    /// <param name="documents">Its states; an empty one is left out.</param>
    /// <param name="further">Names of what is not public yet, by <c>kind/slug</c>; only for the desk.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<DocumentNames> LoadAsync(RecordContext context, RecordKind kind, IEnumerable<JsonObject?> documents, IReadOnlyDictionary<string, string>? further, CancellationToken ct)
    {
        var references = documents.OfType<JsonObject>().SelectMany(d => References(kind, d)).DistinctBy(r => (r.Kind, r.Slug)).ToList();
        var published = await RecordNames.LoadAsync(context, references, ct);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var open = $"{reference.Kind}/{reference.Slug}";
            var name = further?.GetValueOrDefault(open) ?? published.Of(reference.Kind, reference.Slug).Title;
            names[open] = name;
            names.TryAdd(reference.Slug, name);
        }
        return new DocumentNames(names);
    }

    /// <summary>What the documents refer to; of one with faults, as far as it can be read.</summary>
    public static IReadOnlyList<Reference> References(RecordKind kind, JsonObject document)
    {
        try
        {
            return DocumentReader.Read(kind, Plain(document)).Document is { } read ? [.. kind.References(read)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>A document as it would be published, so that what is empty in one and absent in the other is no difference; as it is where it has faults.</summary>
    public static JsonObject Normal(RecordKind kind, string json)
    {
        var plain = Plain(JsonNode.Parse(json)!.AsObject());
        return DocumentReader.Read(kind, (JsonObject)plain.DeepClone()) is ({ } document, { Count: 0 }) ? Plain(JsonNode.Parse(DocumentJson.Write(document))!.AsObject()) : plain;
    }

    /// <summary>The name of what a text refers to; null where it refers to nothing.</summary>
    public string? Of(string text) => _names.GetValueOrDefault(text);

    private static JsonObject Plain(JsonObject document)
    {
        var copy = (JsonObject)document.DeepClone();
        copy.Remove("kind");
        return copy;
    }
}
