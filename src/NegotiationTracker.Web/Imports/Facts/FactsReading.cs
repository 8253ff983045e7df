using System.Text.Json;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>One reading of a facts file: its items by id, the names in it, the slugs given, and the faults found.</summary>
internal sealed class FactsReading
{
    private static readonly string[] Known =
    [
        "meta", "sources", "parties", "organizations", "persons", "talks", "delegations", "proposals", "exchanges", "statements", "commitments", "incidents", "ceasefires", "conflicts",
    ];

    private readonly List<FactsNode> _nodes = [];
    private readonly List<FactsFault> _faults = [];
    private readonly Dictionary<string, FactsEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FactsNode>> _items = new(StringComparer.Ordinal);

    public IReadOnlyList<FactsFault> Faults => _faults;

    public NameBook Names { get; } = new();

    /// <summary>The day on which the file was made, and with it the day on which its sources were read.</summary>
    public string? Made { get; private set; }

    public static FactsReading Open(JsonElement root)
    {
        var reading = new FactsReading();
        foreach (var member in root.EnumerateObject().Where(m => !Known.Contains(m.Name))) reading.Fault(member.Name, "", "", $"The array '{member.Name}' is not mapped.");
        if (root.ObjectOf("meta") is { ValueKind: JsonValueKind.Object } meta) reading.ReadMeta(reading.Node("meta", "", "", meta));
        else if (root.TryGetProperty("meta", out _)) reading.Fault("meta", "", "", "'meta' should be an object.");
        foreach (var array in Known.Skip(1)) reading.OpenArray(array, root);
        reading.Names.Fill(reading);
        FactsSlugs.Give(reading);
        return reading;
    }

    public IReadOnlyList<FactsNode> Items(string array) => _items[array];

    public IEnumerable<FactsEntry> Entries(string array) => _entries.Values.Where(e => e.Array == array);

    public FactsEntry? Find(string id) => _entries.GetValueOrDefault(id);

    public void Fault(string array, string id, string field, string reason) => _faults.Add(new FactsFault(array, id, field, reason));

    public FactsNode Node(string array, string id, string path, JsonElement element)
    {
        var node = new FactsNode(this, array, id, path, element);
        _nodes.Add(node);
        return node;
    }

    /// <summary>The slug of the item with that id, which must stand in that array; a fault otherwise.</summary>
    public string? Slug(FactsNode from, string field, string array, string? id)
    {
        if (id is null) return null;
        if (Find(id) is { } entry && entry.Array == array) return entry.Slug;
        from.Fault(field, $"There is no item '{id}' in '{array}'.");
        return null;
    }

    /// <summary>The record of the item with that id as <c>kind/slug</c>; a fault when there is none.</summary>
    public string? Record(FactsNode from, string field, string? id)
    {
        if (id is null) return null;
        if (Find(id) is { } entry) return entry.Record;
        from.Fault(field, $"There is no item '{id}' in the file.");
        return null;
    }

    /// <summary>Reports every field that no mapping has read.</summary>
    public void Close()
    {
        foreach (var node in _nodes) node.ReportUnread();
    }

    private void ReadMeta(FactsNode meta)
    {
        Made = meta.Text("made");
        foreach (var key in new[] { "title", "language", "conventions" }) meta.LeaveOut(key);
    }

    private void OpenArray(string array, JsonElement root)
    {
        _items[array] = [];
        if (!root.TryGetProperty(array, out var list)) return;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            Fault(array, "", "", $"'{array}' should be a list of objects.");
            return;
        }
        foreach (var element in list.EnumerateArray())
        {
            var id = element.TextOf("id") ?? "";
            if (!_entries.TryAdd(id, new FactsEntry(array, id, element))) Fault(array, id, "id", id.Length == 0 ? "The item has no id." : $"The id '{id}' stands in the file twice.");
            else
            {
                var node = Node(array, id, "", element);
                node.LeaveOut("id");
                _items[array].Add(node);
            }
        }
    }
}

/// <summary>An item of the file with the record that it becomes.</summary>
internal sealed class FactsEntry(string array, string id, JsonElement element)
{
    public string Array => array;

    public string Id => id;

    /// <summary>The item itself, for looking things up; mapping goes through <see cref="FactsNode"/>.</summary>
    public JsonElement Element => element;

    public string Slug { get; set; } = "";

    public string Kind => array == "persons" ? "people" : array;

    public string Record => $"{Kind}/{Slug}";

    public string? Text(string key) => element.TextOf(key);

    public IEnumerable<JsonElement> List(string key) => element.ListOf(key);

    public IEnumerable<string> Texts(string key) => element.TextsOf(key);

    /// <summary>The ids under <c>links</c> of one kind.</summary>
    public IEnumerable<string> Linked(string kind) => element.ObjectOf("links").TextsOf(kind);

    /// <summary>The days of the batches of an exchange.</summary>
    public IEnumerable<string> BatchDays() => List("batches").Select(b => b.TextOf("date")).OfType<string>();

    /// <summary>The EDTF text of the time, whatever the item calls it.</summary>
    public string? Date() => element.ObjectOf("when").TextOf("edtf") ?? element.ObjectOf("start").TextOf("edtf") ?? BatchDays().FirstOrDefault();
}
