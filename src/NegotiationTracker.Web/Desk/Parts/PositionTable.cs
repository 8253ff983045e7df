using System.Text.Json.Nodes;

namespace NegotiationTracker.Web.Desk.Parts;

/// <summary>The positions of a proposal as a table: a row for the whole and for each provision, a column for each party.</summary>
/// <param name="Rows">The whole proposal first, then the provisions in the order of the versions, then keys that no version holds.</param>
/// <param name="Parties">Slugs of those who said something, then of the authors, then of those who were asked for.</param>
internal sealed record PositionTable(IReadOnlyList<PositionRow> Rows, IReadOnlyList<string> Parties)
{
    private const int Glance = 60;

    private ILookup<(string Party, string Provision), int> _places = Array.Empty<int>().ToLookup(_ => ("", ""));

    /// <summary>Nobody said anything of nothing.</summary>
    public static PositionTable Empty { get; } = new([], []);

    /// <summary>Places in the list of positions that stand in the table.</summary>
    public IReadOnlyList<int> Placed { get; private init; } = [];

    /// <summary>Places of those that name no party: they stand in no column.</summary>
    public IReadOnlyList<int> Unplaced { get; private init; } = [];

    /// <summary>The table of a document as typed.</summary>
    /// <param name="document">The proposal; it need not be valid.</param>
    /// <param name="asked">Slugs of parties that are to have a column in any case.</param>
    public static PositionTable Of(JsonObject document, IEnumerable<string> asked)
    {
        var positions = Objects(document["positions"]).ToList();
        var provisions = Objects(document["versions"]).SelectMany(v => Objects(v["provisions"])).Where(p => Text(p, "key").Length > 0).DistinctBy(p => Text(p, "key"))
            .Select(p => new PositionRow(Text(p, "key"), $"{(Text(p, "number") is { Length: > 0 } number ? $"{number}. " : "")}{(Text(p, "text") is { Length: > 0 } text ? text : Text(p, "key"))}")).ToList();
        var known = provisions.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var unknown = positions.Select(p => Text(p, "provision")).Where(key => key.Length > 0 && known.Add(key)).Select(key => new PositionRow(key, $"“{key}”, in no version")).ToList();
        var authors = (document["authors"] as JsonArray ?? []).Select(a => a is JsonValue ? a.ToString() : "");
        var places = positions.Select((p, at) => (Party: Text(p, "party"), Provision: Text(p, "provision"), At: at)).ToList();
        return new PositionTable([new("", "The whole proposal"), .. provisions, .. unknown], [.. places.Select(p => p.Party).Concat(authors).Concat(asked).Where(p => p.Length > 0).Distinct()])
        {
            _places = places.Where(p => p.Party.Length > 0).ToLookup(p => (p.Party, p.Provision), p => p.At),
            Placed = [.. places.Where(p => p.Party.Length > 0).Select(p => p.At)],
            Unplaced = [.. places.Where(p => p.Party.Length == 0).Select(p => p.At)],
        };
    }

    /// <summary>Places in the list of what a party said of a provision.</summary>
    public IReadOnlyList<int> At(string party, string provision) => [.. _places[(party, provision)]];

    /// <summary>A provision in words; its key where there is none.</summary>
    public string WordsOf(string provision) => Rows.FirstOrDefault(r => r.Key == provision)?.Words ?? provision;

    /// <summary>Whether another table has the same rows and columns.</summary>
    public bool HasRowsOf(PositionTable other) => Rows.SequenceEqual(other.Rows) && Parties.SequenceEqual(other.Parties);

    /// <summary>As much of a provision as tells it from the others.</summary>
    public static string Short(string words) => words.Length <= Glance ? words : words[..(Glance - 1)] + "…";

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).Select(i => i as JsonObject ?? []);

    private static string Text(JsonObject item, string member) => item[member] is JsonValue value ? value.ToString() : "";
}

/// <summary>A row of the table of positions.</summary>
/// <param name="Key">Key of the provision; empty for the whole proposal.</param>
/// <param name="Words">Its number and text.</param>
public sealed record PositionRow(string Key, string Words);
