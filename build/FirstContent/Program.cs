// Makes the shipped content from a facts file: dotnet run --project build/FirstContent -- <facts.json> <content folder>
// Developers run it when the facts or the mapping change; what it writes is committed. The same facts always give the same bytes.
using System.Globalization;
using System.Text.Json;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Imports.Facts;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var factsPath, var folder])
{
    Console.Error.WriteLine("Usage: FirstContent <facts.json> <content folder>");
    return 2;
}
using var json = JsonDocument.Parse(File.ReadAllBytes(factsPath));
var facts = FactsFile.Read(json.RootElement);
foreach (var fault in facts.Faults) Console.Error.WriteLine($"{fault.Array}/{fault.Item}: {fault.Field}: {fault.Reason}");
var refused = facts.Documents.SelectMany(d => Kinds.Get(d.Kind).Check(d).Select(f => $"{d.Kind}/{d.Slug}: {f.Field}: {f.Reason}")).ToList();
foreach (var reason in refused) Console.Error.WriteLine(reason);
if (facts.Faults.Count + refused.Count > 0) return 1;

foreach (var kind in Kinds.All)
{
    var documents = facts.Documents.Where(d => d.Kind == kind.Key).ToList();
    var own = Path.Combine(folder, kind.Key);
    if (Directory.Exists(own)) Directory.Delete(own, recursive: true);
    if (kind.Key == "sources")
    {
        // Hundreds of small records that nobody edits by hand: one file, one a line.
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "sources.jsonl"), string.Concat(documents.OrderBy(d => d.Slug, StringComparer.Ordinal).Select(d => DocumentJson.Write(d) + "\n")));
        continue;
    }
    Directory.CreateDirectory(own);
    foreach (var document in documents) File.WriteAllText(Path.Combine(own, document.Slug + ".json"), JsonSerializer.Serialize(document, document.GetType(), DocumentJson.Indented) + "\n");
}
foreach (var count in facts.Counts) Console.WriteLine($"{count.Array}: {count.Mapped} of {count.Items}");
Console.WriteLine($"{facts.Documents.Count} documents in {folder}");
return 0;
