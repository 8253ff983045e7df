using System.Text.Json;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>
/// A file of facts: one JSON object with an array per kind, ids of its own, and <c>cites</c> on every item. It is mapped to documents
/// strictly: a field that no mapping reads is a fault, so that nothing gets lost without a word.
/// </summary>
public static class FactsFile
{
    private static readonly (string Array, Func<FactsNode, RecordDocument> Map)[] Arrays =
    [
        ("parties", PartyMapping.Map), ("organizations", OrganizationMapping.Map), ("persons", PersonMapping.Map), ("talks", TalksMapping.Map),
        ("delegations", DelegationMapping.Map), ("proposals", ProposalMapping.Map), ("exchanges", ExchangeMapping.Map), ("statements", StatementMapping.Map),
        ("commitments", CommitmentMapping.Map), ("incidents", IncidentMapping.Map), ("ceasefires", CeasefireMapping.Map), ("sources", SourceMapping.Map),
    ];

    private static readonly string[] Marks = ["sources", "persons", "talks"];

    /// <summary>Whether a JSON file has the shape of a facts file.</summary>
    public static bool Looks(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && Marks.All(key => root.TryGetProperty(key, out var array) && array.ValueKind == JsonValueKind.Array);

    /// <summary>Maps the whole file. Documents are complete only when there are no faults.</summary>
    public static FactsResult Read(JsonElement root)
    {
        var reading = FactsReading.Open(root);
        var documents = new Dictionary<string, RecordDocument>(StringComparer.Ordinal);
        var counts = new List<FactsCount>();
        foreach (var (array, map) in Arrays)
        {
            var items = reading.Items(array);
            foreach (var item in items) documents[item.Id] = map(item);
            counts.Add(new FactsCount(array, items.Count, items.Count(i => documents.ContainsKey(i.Id))));
        }
        counts.Add(ConflictMapping.Apply(reading, documents));
        Accounts.Explain(documents);
        reading.Close();
        return new FactsResult([.. ProcessMapping.Of(documents.Values), .. documents.Values], reading.Faults, counts);
    }
}

/// <summary>What a facts file gave.</summary>
/// <param name="Documents">The documents, processes first and sources last.</param>
/// <param name="Faults">Everything that could not be mapped.</param>
/// <param name="Counts">Items of each array, and how many of them arrived.</param>
public sealed record FactsResult(IReadOnlyList<RecordDocument> Documents, IReadOnlyList<FactsFault> Faults, IReadOnlyList<FactsCount> Counts);

/// <summary>Something in a facts file that could not be mapped.</summary>
/// <param name="Array">Array of the file, such as <c>talks</c>.</param>
/// <param name="Item">Id of the item in it.</param>
/// <param name="Field">Path of the field in the item.</param>
/// <param name="Reason">One sentence that says what is wrong.</param>
public sealed record FactsFault(string Array, string Item, string Field, string Reason);

/// <summary>How many items an array has, and how many of them arrived in a document.</summary>
/// <param name="Array">Array of the file.</param>
/// <param name="Items">Items in it.</param>
/// <param name="Mapped">Items that arrived.</param>
public sealed record FactsCount(string Array, int Items, int Mapped);
