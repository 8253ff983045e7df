using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>What an open page shows, and so which publications concern its reader: what happened, one kind, or one record.</summary>
/// <param name="Kind">Key of the kind; empty for all that stands in the timeline.</param>
/// <param name="Slug">Slug of the record; empty for all of the kind.</param>
public readonly record struct Interest(string? Kind, string? Slug)
{
    /// <summary>Kinds whose records stand in no timeline: a new source alone shows a reader of the timeline nothing new.</summary>
    public static readonly string[] OffTimeline = ["sources", "people", "organizations", "parties", "processes"];

    /// <summary>Reads <c>""</c>, <c>talks</c> or <c>talks/istanbul-2025-06-02</c>.</summary>
    public static Interest? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new Interest(null, null);
        var at = text.IndexOf('/', StringComparison.Ordinal);
        var (kind, slug) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
        return Kinds.Find(kind) is not null && slug is null or { Length: > 0 and <= RecordDocument.MaxSlug } ? new Interest(kind, slug) : null;
    }

    /// <summary>What the page at a path shows; null for a page that no publication changes.</summary>
    public static Interest? OfPath(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] or ["timeline"] => new Interest(null, null),
        [var kind] when Kinds.Find(kind) is not null => new Interest(kind, null),
        [var kind, var slug] => Parse($"{kind}/{slug}"),
        [var kind, var slug, "history"] => Parse($"{kind}/{slug}"),
        _ => null,
    };

    /// <summary>Whether a change concerns it.</summary>
    public bool Matches(PublicationChange change) => (Kind is null ? !OffTimeline.Contains(change.Kind) : Kind == change.Kind) && (Slug is null || Slug == change.Slug);

    /// <inheritdoc/>
    public override string ToString() => Slug is null ? Kind ?? "" : $"{Kind}/{Slug}";
}
