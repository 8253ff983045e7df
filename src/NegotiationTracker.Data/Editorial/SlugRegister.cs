using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Which record a slug belongs to: what is public already, and what comes with the documents at hand.</summary>
internal sealed class SlugRegister
{
    private readonly Dictionary<(string Kind, string Slug), Guid> _ids;
    private readonly HashSet<(string Kind, string Slug)> _known;
    private readonly HashSet<Guid> _retracted;
    private readonly Dictionary<(string Kind, string Slug), int> _claimed = [];
    private readonly Dictionary<RecordDocument, Guid> _own = new(ReferenceEqualityComparer.Instance);

    private SlugRegister(Dictionary<(string Kind, string Slug), Guid> ids, HashSet<Guid> retracted, IReadOnlyList<PublishItem> items)
    {
        _ids = ids;
        _retracted = retracted;
        _known = [.. ids.Keys];
        foreach (var item in items)
        {
            // A draft says which record it is. What is imported is found by a slug that it has or had; only then is it new.
            var document = item.Document;
            var id = item.RecordId ?? Keys(document).Select(k => ids.TryGetValue(k, out var found) ? found : (Guid?)null).FirstOrDefault(f => f is not null) ?? Guid.CreateVersion7();
            _own[document] = id;
            foreach (var key in Keys(document))
            {
                _ids.TryAdd(key, id);
                _claimed[key] = _claimed.GetValueOrDefault(key) + 1;
            }
        }
    }

    public static async Task<SlugRegister> LoadAsync(RecordContext context, IReadOnlyList<PublishItem> items, CancellationToken ct)
    {
        var wanted = items.Select(i => i.Document).SelectMany(d => Kinds.Get(d.Kind).References(d).Select(r => r.Slug).Concat(d.FormerSlugs).Append(d.Slug)).Distinct().ToArray();
        var rows = await context.Slugs.AsNoTracking().Where(s => wanted.Contains(s.Slug)).ToListAsync(ct);
        var ids = rows.Select(r => r.RecordId).Distinct().ToArray();
        var retracted = await context.Records.Where(r => ids.Contains(r.Id) && r.RetractedAt != null).Select(r => r.Id).ToListAsync(ct);
        return new SlugRegister(rows.ToDictionary(r => (r.Kind, r.Slug), r => r.RecordId), [.. retracted], items);
    }

    /// <summary>A register of what is known to be public and of documents that are nowhere public, without a database.</summary>
    public static SlugRegister Of(IReadOnlyDictionary<(string Kind, string Slug), Guid> known, IReadOnlyList<PublishItem> items) => new(new(known), [], items);

    public Guid IdOf(string kind, string slug) => _ids[(kind, slug)];

    /// <summary>The record of one of the documents at hand.</summary>
    public Guid IdOf(RecordDocument document) => _own[document];

    /// <summary>Slugs that the document brings and that no record has yet.</summary>
    public IEnumerable<string> NewSlugs(RecordDocument document) => Keys(document).Where(k => !_known.Contains(k)).Select(k => k.Slug);

    public Fault? Fault(Reference reference)
    {
        if (Kinds.Find(reference.Kind) is not { } kind)
            return new Fault(reference.Field, $"'{reference.Kind}/{reference.Slug}' does not name a record: write it as kind/slug, such as people/rustem-umerov.");
        if (!_ids.TryGetValue((reference.Kind, reference.Slug), out var id))
            return new Fault(reference.Field, $"There is no {kind.Singular.ToLowerInvariant()} '{reference.Slug}': neither published nor among these documents.");
        return _retracted.Contains(id) && !_claimed.ContainsKey((reference.Kind, reference.Slug))
            ? new Fault(reference.Field, $"The {kind.Singular.ToLowerInvariant()} '{reference.Slug}' was retracted and can't be referred to.") : null;
    }

    public IEnumerable<Fault> SlugFaults(RecordDocument document)
    {
        foreach (var key in Keys(document))
        {
            if (_claimed[key] > 1) yield return new Fault("slug", $"'{key.Slug}' stands in more than one of these documents.");
            if (_ids[key] != _own[document]) yield return new Fault(key.Slug == document.Slug ? "slug" : "formerSlugs", $"'{key.Slug}' belongs to another record for ever: choose another one.");
        }
    }

    private static IEnumerable<(string Kind, string Slug)> Keys(RecordDocument document) =>
        document.FormerSlugs.Prepend(document.Slug).Distinct().Select(slug => (document.Kind, slug));
}
