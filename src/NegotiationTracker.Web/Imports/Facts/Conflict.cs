using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>A conflict as the file has it.</summary>
internal sealed record Conflict(string Field, string Type, bool Highlight, bool Manual, string? Note, IReadOnlyList<ConflictValue> Values)
{
    public static Conflict Read(FactsNode item)
    {
        var conflict = new Conflict(
            item.Need("field"), item.Need("type"), item.Flag("highlight") ?? false, item.Flag("manual") ?? false, item.Text("note"),
            [.. item.Children("values").Select(v => new ConflictValue(v.Scalar("value") ?? "", v.Text("note"), CitationMapping.Of(v)))]);
        if (!CitationMapping.Of(item).SequenceEqual(conflict.Values.SelectMany(v => v.Citations))) item.Fault("cites", "The citations are not those of the values.");
        return conflict;
    }
}

/// <summary>One of the values that differ.</summary>
internal sealed record ConflictValue(string Value, string? Note, IReadOnlyList<Citation> Citations)
{
    /// <summary>Whether a claim is this value: the same words from the same sources.</summary>
    public bool Is(Claim claim) => claim.Value == Value && claim.Citations.SequenceEqual(Citations);

    /// <summary>The value as a claim, for conflicts that no single record reports.</summary>
    public Claim ToClaim(string field) => new() { Field = field, Value = Value, Note = Note, Citations = Citations };
}
