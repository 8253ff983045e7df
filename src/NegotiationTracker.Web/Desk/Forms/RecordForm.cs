namespace NegotiationTracker.Web.Desk.Forms;

/// <summary>The form of a record kind: sections in the order in which a news report is read. The editor renders it; it knows no kind itself.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Sections">Its sections.</param>
public sealed record RecordForm(string Kind, IReadOnlyList<FormSection> Sections)
{
    /// <summary>Whether it is said while typing what the figures add up to.</summary>
    public bool Reckons { get; init; }
}

/// <summary>A section of a form.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Fields">Its fields.</param>
public sealed record FormSection(string Title, IReadOnlyList<FormField> Fields)
{
    /// <summary>A sentence under the heading, where it helps.</summary>
    public string? Help { get; init; }

    /// <summary>Whether it starts folded: what is rarely needed.</summary>
    public bool Folded { get; init; }
}

/// <summary>A field of a form: where it stands in the document, what it is called, and by what control it is entered.</summary>
/// <param name="Path">Path below the section's or the item's own: <c>instrument.date</c>, <c>title</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Control">How it is entered.</param>
public sealed record FormField(string Path, string Label, Control Control)
{
    /// <summary>A sentence that helps a tired editor.</summary>
    public string? Help { get; init; }

    /// <summary>Whether the record can't be submitted without it.</summary>
    public bool Required { get; init; }

    /// <summary>The enum of a <see cref="Control.Choice"/>.</summary>
    public Type? Words { get; init; }

    /// <summary>The word that holds while nothing is chosen; null where nothing is said then.</summary>
    public string? Usual { get; init; }

    /// <summary>Kinds of record that a picker offers.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Fields of each item of a list, or of a group.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>One item, for "Add …" and for headings ("outcome").</summary>
    public string? Item { get; init; }

    /// <summary>The most characters.</summary>
    public int? Max { get; init; }

    /// <summary>Whether it can be disputed: a second value becomes a claim.</summary>
    public bool Claimable { get; init; }
}

/// <summary>Controls of a form.</summary>
public enum Control
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>The record's name in addresses: follows the title until somebody writes one.</summary>
    Slug,

    /// <summary>A short word by which other places name the item: made from its date until somebody writes one.</summary>
    Key,

    /// <summary>The name of a field of the same record.</summary>
    FieldName,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>Markdown with preview.</summary>
    Markdown,

    /// <summary>A <c>When</c>: EDTF date with live words, zone, note.</summary>
    When,

    /// <summary>An EDTF date alone.</summary>
    Date,

    /// <summary>One word of an enum.</summary>
    Choice,

    /// <summary>Yes or no; or not said, where the document allows it.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A quantity with unit and bound.</summary>
    Quantity,

    /// <summary>Slug of one record of the one kind given.</summary>
    Record,

    /// <summary>One record of several kinds, as <c>kind/slug</c>.</summary>
    OpenRecord,

    /// <summary>Slugs of several records of one kind.</summary>
    Records,

    /// <summary>Several records as <c>kind/slug</c>.</summary>
    OpenRecords,

    /// <summary>Topics of the taxonomy.</summary>
    Topics,

    /// <summary>Several lines of text, one item each.</summary>
    Lines,

    /// <summary>A group of fields that is one object.</summary>
    Group,

    /// <summary>A list of objects with the same fields.</summary>
    List,

    /// <summary>Members of a delegation, row by row or pasted.</summary>
    Roster,

    /// <summary>Provisions, row by row or pasted as a numbered list.</summary>
    Provisions,

    /// <summary>Figures with bound, direction, category, withheld.</summary>
    Figures,

    /// <summary>Positions of the parties.</summary>
    Positions,

    /// <summary>Citations of the part that it stands in.</summary>
    Citations,
}
