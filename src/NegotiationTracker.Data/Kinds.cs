using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data;

/// <summary>All record kinds. A new kind is a folder beside the others and a line here.</summary>
public static class Kinds
{
    /// <summary>In the order in which the record is told.</summary>
    public static IReadOnlyList<RecordKind> All { get; } =
    [
        new Parties.Processes(), new Talks.Talks(), new Delegations.Delegations(), new Proposals.Proposals(), new Commitments.Commitments(), new Exchanges.Exchanges(),
        new Ceasefires.Ceasefires(), new Statements.Statements(), new Incidents.Incidents(), new Parties.Parties(), new Parties.People(), new Parties.Organizations(), new Sources.Sources(),
    ];

    private static readonly Dictionary<string, RecordKind> ByKey = All.ToDictionary(k => k.Key, StringComparer.Ordinal);

    /// <summary>The kind with that key, or null.</summary>
    public static RecordKind? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    /// <summary>The kind with that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static RecordKind Get(string key) => ByKey[key];
}
