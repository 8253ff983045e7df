using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Imports.Facts;

namespace NegotiationTracker.Web.Imports;

/// <summary>Reads files of documents: JSON with one record or a list of them, JSON lines, or a facts file.</summary>
internal static class ImportFile
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or every .json and .jsonl file below a directory in the order of their names.</summary>
    public static ImportBatch Read(string path)
    {
        var batch = new ImportBatch();
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".json" or ".jsonl").Order(StringComparer.Ordinal).ToList()
            : [path];
        if (files.Count == 0) batch.Fault(path, 0, "", "There is no .json or .jsonl file in this directory.");
        foreach (var file in files) ReadFile(batch, file, Directory.Exists(path) ? Path.GetRelativePath(path, file) : Path.GetFileName(file));
        return batch;
    }

    private static void ReadFile(ImportBatch batch, string file, string name)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes }) batch.Fault(name, 0, "", $"The file has more than {MaxBytes / 1024 / 1024} MB; split it.");
            else ReadText(batch, name, File.ReadAllText(file, StrictUtf8), FolderKind(file));
        }
        catch (DecoderFallbackException)
        {
            batch.Fault(name, 0, "", "The file is not UTF-8 text.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            batch.Fault(name, 0, "", $"The file can't be read: {e.Message}");
        }
    }

    private static void ReadText(ImportBatch batch, string name, string text, string? kind)
    {
        if (Path.GetExtension(name) == ".jsonl")
        {
            var row = 0;
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                row++;
                if (!line.IsWhiteSpace() && Parse(batch, name, row, line.ToString()) is { } parsed) ReadDocument(batch, name, row, parsed, kind);
            }
            return;
        }
        var root = Parse(batch, name, 1, text);
        if (root is JsonObject facts && FactsFile.Looks(JsonSerializer.SerializeToElement(facts))) ReadFacts(batch, name, JsonSerializer.SerializeToElement(facts));
        else if (root is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++) ReadDocument(batch, name, i + 1, list[i], kind);
        }
        else if (root is not null) ReadDocument(batch, name, 1, root, kind);
    }

    private static void ReadFacts(ImportBatch batch, string name, JsonElement root)
    {
        var facts = FactsFile.Read(root);
        for (var i = 0; i < facts.Documents.Count; i++) batch.Document(name, i + 1, facts.Documents[i]);
        foreach (var fault in facts.Faults) batch.Fault(name, 0, $"{fault.Array}/{fault.Item}: {fault.Field}", fault.Reason);
    }

    private static void ReadDocument(ImportBatch batch, string name, int row, JsonNode? node, string? folderKind)
    {
        if (node is not JsonObject json)
        {
            batch.Fault(name, row, "", "A document is a JSON object: { \"slug\": ..., \"title\": ... }.");
            return;
        }
        var key = json["kind"] is JsonValue said && said.TryGetValue<string>(out var word) ? word : folderKind;
        json.Remove("kind");
        if (Kinds.Find(key) is not { } kind)
        {
            batch.Fault(name, row, "kind", $"'{key}' is not a kind of record; say one of {string.Join(", ", Kinds.All.Select(k => k.Key))}, or put the file into a folder of that name.");
            return;
        }
        var (document, faults) = DocumentReader.Read(kind, json);
        foreach (var fault in faults) batch.Fault(name, row, fault.Field, fault.Reason);
        if (document is not null && faults.Count == 0) batch.Document(name, row, document);
    }

    private static JsonNode? Parse(ImportBatch batch, string name, int row, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            batch.Fault(name, row, "", $"This is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {DocumentReader.Plain(e.Message)}");
            return null;
        }
    }

    // talks/istanbul.json is a talks document, and so is every line of talks.jsonl.
    private static string? FolderKind(string file) =>
        new[] { Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) }.FirstOrDefault(word => Kinds.Find(word) is not null);
}
