using System.Globalization;
using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>
/// A draft as it stands in one editor's circuit: its document, what was changed since the last save, its faults, and the source at hand.
/// Every control of the form reads and writes through it, by path; none keeps a value of its own.
/// </summary>
internal sealed class EditSession(Guid draft, string kind, JsonObject document, int version)
{
    /// <summary>The draft.</summary>
    public Guid Draft { get; } = draft;

    /// <summary>Its kind.</summary>
    public RecordKind Kind { get; } = Kinds.Get(kind);

    /// <summary>Whether the record was never published.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>The document as typed; it need not be valid.</summary>
    public JsonObject Document { get; private set; } = document;

    /// <summary>The version that the document started from.</summary>
    public int Version { get; private set; } = version;

    /// <summary>Counts the changes of this session; the saved one trails it.</summary>
    public int Edits { get; private set; }

    /// <summary>Counts replacements of the whole document (a merge, a restored revision): inputs take their text anew only then.</summary>
    public int Epoch { get; private set; }

    /// <summary>Whether the change that is being told comes from an input.</summary>
    public bool IsTyping { get; private set; }

    /// <summary>What is wrong with it now.</summary>
    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    /// <summary>The source that the next citation names; kept at hand over several records.</summary>
    public SourceAtHand? Source { get; set; }

    /// <summary>Told after every change of the document, the faults or the source.</summary>
    public event EventHandler? Changed;

    /// <summary>Told when the editor asks, by key or button, to attach the source at hand to a field.</summary>
    public event EventHandler<FieldEventArgs>? SourceAsked;

    /// <summary>Told when the editor is led to another field.</summary>
    public event EventHandler<FieldEventArgs>? Led;

    /// <summary>Told when a field is to be on the page, folded away or not.</summary>
    public event EventHandler? Revealed;

    /// <summary>The field that was to be on the page last.</summary>
    public string? Wanted { get; private set; }

    /// <summary>What stands at a path.</summary>
    public JsonNode? Get(string path) => DocumentPath.Get(Document, path);

    /// <summary>The text at a path; empty where there is none.</summary>
    public string Text(string path) => Get(path) switch { JsonValue v when v.TryGetValue<string>(out var text) => text, JsonValue other => other.ToJsonString(), _ => "" };

    /// <summary>The year that is meant where somebody names none: the one that most dates of the record are in, or that its title names, or this one.</summary>
    public int Year() => Document.ToJsonString().Split("\"date\":\"").Skip(1).Concat(Text("title").Split(' ', ',', '.')).Select(YearOf).OfType<int>()
        .GroupBy(year => year).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(TimeProvider.System.GetUtcNow().Year);

    /// <summary>Number of items of the list at a path.</summary>
    public int Count(string path) => (Get(path) as JsonArray)?.Count ?? 0;

    /// <summary>Faults of the place itself, not of what lies below it.</summary>
    public IEnumerable<Fault> FaultsAt(string path) => Faults.Where(f => f.Field == path);

    /// <summary>Puts a value; null or an empty text takes the member away.</summary>
    public void Set(string path, JsonNode? value)
    {
        var said = value is JsonValue v && v.TryGetValue<string>(out var text) && text.Length == 0 ? null : value;
        if (said is not null || Get(path) is not null) DocumentPath.Set(Document, path, said);
        if (said is null) Prune(path);
        Tell();
    }

    /// <summary>Puts what was typed into an input: the inputs know it already and keep what stands in them.</summary>
    public void Type(string path, JsonNode? value)
    {
        IsTyping = true;
        try
        {
            Set(path, value);
        }
        finally
        {
            IsTyping = false;
        }
    }

    /// <summary>Adds an item to the list at a path, at the end unless a place is given.</summary>
    public void Insert(string path, JsonNode item, int? at = null)
    {
        if (Get(path) is not JsonArray list) DocumentPath.Set(Document, path, list = []);
        var index = Math.Clamp(at ?? list.Count, 0, list.Count);
        list.Insert(index, item);
        PathShift.Apply(Document, path, i => i >= index ? i + 1 : i);
        Tell();
    }

    /// <summary>Takes an item out of the list at a path; claims and citations on the later items follow them.</summary>
    public void Remove(string path, int index)
    {
        if (Get(path) is not JsonArray list || index < 0 || index >= list.Count) return;
        list.RemoveAt(index);
        PathShift.Apply(Document, path, i => i == index ? null : i > index ? i - 1 : i);
        if (list.Count == 0) DocumentPath.Set(Document, path, null);
        Tell();
    }

    /// <summary>Moves an item of the list at a path.</summary>
    public void Move(string path, int from, int to)
    {
        if (Get(path) is not JsonArray list || from == to || from < 0 || to < 0 || from >= list.Count || to >= list.Count) return;
        var item = list[from];
        list.RemoveAt(from);
        list.Insert(to, item);
        PathShift.Apply(Document, path, i => i == from ? to : from < to && i > from && i <= to ? i - 1 : to < from && i >= to && i < from ? i + 1 : i);
        Tell();
    }

    /// <summary>Takes another whole document: after a merge, or a restored revision.</summary>
    public void Replace(JsonObject document, int version)
    {
        Document = document;
        Version = version;
        Epoch++;
        Tell();
    }

    /// <summary>Notes that a save was acknowledged.</summary>
    public void Saved(int version) => Version = version;

    /// <summary>Puts the faults of a check.</summary>
    public void Check(IReadOnlyList<Fault> faults)
    {
        Faults = faults;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Asks for the source at hand on a field; an empty path is the record as a whole.</summary>
    public void AskSource(string path) => SourceAsked?.Invoke(this, new FieldEventArgs(path));

    /// <summary>Leads the editor to a field.</summary>
    public void Go(string path) => Led?.Invoke(this, new FieldEventArgs(path));

    /// <summary>Puts a field on the page, so that the browser can go to it.</summary>
    public void Reveal(string path)
    {
        Wanted = path;
        Revealed?.Invoke(this, EventArgs.Empty);
    }

    // A group whose last field was emptied is not said any more; an item of a list stays until it is removed.
    private void Prune(string path)
    {
        for (var dot = path.LastIndexOf('.'); dot > 0 && Get(path[..dot]) is JsonObject { Count: 0 } && path[dot - 1] != ']'; dot = path[..dot].LastIndexOf('.'))
            DocumentPath.Set(Document, path[..dot], null);
    }

    private static int? YearOf(string text) => text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null;

    private void Tell()
    {
        Edits++;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

/// <summary>The source that an editor works from.</summary>
/// <param name="Slug">Its slug, published or in a draft.</param>
/// <param name="Title">Its title.</param>
internal sealed record SourceAtHand(string Slug, string Title);

/// <summary>A field that something is asked for.</summary>
/// <param name="path">Its path; empty for the record as a whole.</param>
internal sealed class FieldEventArgs(string path) : EventArgs
{
    /// <summary>Path of the field.</summary>
    public string Path { get; } = path;
}
