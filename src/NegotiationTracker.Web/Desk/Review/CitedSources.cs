using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>What each part of a draft rests on, with the sources by name.</summary>
public sealed class CitedSources
{
    private readonly List<CitedSource> _cited;

    private CitedSources(List<CitedSource> cited) => _cited = cited;

    /// <summary>Nothing: of a draft that can't be read.</summary>
    public static CitedSources None { get; } = new([]);

    /// <summary>What the record as a whole rests on.</summary>
    public IReadOnlyList<CitedSource> Whole => _cited.FindAll(c => c.Supports.Length == 0);

    /// <summary>How many citations there are.</summary>
    public int Count => _cited.Count;

    public static async Task<CitedSources> ReadAsync(RecordContext record, DeskContext desk, RecordDocument document, CancellationToken ct)
    {
        var citations = Kinds.Get(document.Kind).Citations(document).ToList();
        var slugs = citations.Select(c => c.Citation.Source).Distinct().ToArray();
        var published = await (from s in record.Slugs join r in record.Records on s.RecordId equals r.Id where s.Kind == "sources" && slugs.Contains(s.Slug) select new { s.Slug, r.Title, r.Document }).ToListAsync(ct);
        var drafted = await desk.Drafts.Where(d => d.Kind == "sources" && slugs.Contains(d.Slug) && d.State != DraftState.Discarded && d.State != DraftState.Published).Select(d => new { d.Slug, d.Title, d.Document }).ToListAsync(ct);
        var sources = published.ToDictionary(p => p.Slug, p => (p.Title, Publisher: Publisher(p.Document), Public: true), StringComparer.Ordinal);
        foreach (var draft in drafted) sources.TryAdd(draft.Slug!, (draft.Title, Publisher(draft.Document), false));
        return new CitedSources([.. citations.Select(c =>
        {
            var (title, publisher, isPublic) = sources.GetValueOrDefault(c.Citation.Source, (c.Citation.Source, null, false));
            return new CitedSource(Supported(c.Path, c.Citation), c.Citation, title, publisher, isPublic);
        })]);
    }

    /// <summary>The citations of a field: on it, below it, or on the part that it stands in.</summary>
    public IReadOnlyList<CitedSource> Of(string path) =>
        _cited.FindAll(c => c.Supports.Length > 0 && (DocumentPath.IsWithin(path, c.Supports) || DocumentPath.IsWithin(c.Supports, path)));

    // A citation stands in the list of its part, and may name a field there.
    private static string Supported(string path, Citation citation)
    {
        var at = path.LastIndexOf("citations[", StringComparison.Ordinal);
        var part = at > 0 ? path[..at].TrimEnd('.') : "";
        return citation.Field is not { Length: > 0 } field ? part : part.Length == 0 || DocumentPath.IsWithin(field, part) ? field : $"{part}.{field}";
    }

    private static string? Publisher(string? document) => document is not null && JsonNode.Parse(document)?["publisher"] is JsonValue name ? name.ToString() : null;
}

/// <summary>A citation with its source.</summary>
/// <param name="Supports">Path of what it supports; empty for the whole.</param>
/// <param name="Citation">The citation.</param>
/// <param name="Title">The source's title.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="IsPublic">Whether the source is published already.</param>
public sealed record CitedSource(string Supports, Citation Citation, string Title, string? Publisher, bool IsPublic);
