using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Computes everything that is public of a record from its document. Nothing here is typed by anybody.</summary>
internal static class Projection
{
    private const short MostImportant = 5;

    /// <summary>The record's own row, new or brought up to date, and all its other rows.</summary>
    /// <param name="existing">Its row so far.</param>
    /// <param name="revision">What is published.</param>
    /// <param name="document">Its document.</param>
    /// <param name="json">The same as it is kept.</param>
    /// <param name="contentHash">Hash of the document.</param>
    /// <param name="register">Ids of whom it refers to.</param>
    /// <param name="entryId">Gives the timeline entry of a day its id; new ones where nobody cares which.</param>
    public static (Record Record, IEnumerable<object> Rows) Of(
        Record? existing, Revision revision, RecordDocument document, string json, string contentHash, SlugRegister register, Func<DateOnly, Guid>? entryId = null)
    {
        var kind = Kinds.Get(document.Kind);
        var references = kind.References(document).ToList();
        var record = OwnRow(existing, revision, kind, document, references, json, contentHash);
        return (record, OtherRows(record, revision, kind, document, references, register, entryId));
    }

    private static Record OwnRow(Record? existing, Revision revision, RecordKind kind, RecordDocument document, List<Reference> references, string json, string contentHash)
    {
        var head = kind.Headline(document);
        var record = existing ?? new Record { Id = revision.RecordId, Kind = document.Kind, Slug = document.Slug, Title = document.Title, ContentHash = contentHash, PublishedAt = revision.SavedAt };
        record.Slug = document.Slug;
        record.Title = document.Title;
        record.ShortTitle = head.ShortTitle;
        record.Mark = head.Mark;
        record.Summary = document.Summary;
        record.Form = head.Form;
        record.Status = head.Status;
        record.Date = head.When?.Date.Text;
        record.Zone = head.When?.Zone;
        record.FirstDay = head.When?.Date.Days.First ?? head.When?.Date.Days.Last;
        record.LastDay = head.When?.Date.Days.Last ?? head.When?.Date.Days.First;
        record.Place = head.Place;
        record.Processes = Slugs(references, "processes");
        record.Parties = Slugs(references, "parties");
        record.People = Slugs(references, "people");
        record.Topics = [.. document.Topics.Distinct()];
        record.SourceCount = references.Where(r => r.Kind == "sources").Select(r => r.Slug).Distinct().Count();
        record.Disputed = document.Differences.Any(d => d.Kind == DifferenceKind.Disagreement);
        record.Revision = revision.Number;
        record.ChangedAt = revision.SavedAt;
        record.RetractedAt = null;
        record.RetractionReason = null;
        record.ContentHash = contentHash;
        record.Document = json;
        return record;
    }

    private static IEnumerable<object> OtherRows(
        Record record, Revision revision, RecordKind kind, RecordDocument document, List<Reference> references, SlugRegister register, Func<DateOnly, Guid>? entryId)
    {
        foreach (var slug in register.NewSlugs(document)) yield return new RecordSlug { Kind = document.Kind, Slug = slug, RecordId = record.Id };
        yield return new Publication { RecordId = record.Id, Revision = revision.Number, From = revision.SavedAt, Comment = revision.Comment, Hash = revision.Hash };
        foreach (var (reference, i) in references.Select((r, i) => (r, i)))
            yield return new RecordReference { RecordId = record.Id, Position = i, ToId = register.IdOf(reference.Kind, reference.Slug), Role = reference.Role, Field = reference.Field };
        foreach (var ((path, citation), i) in kind.Citations(document).Select((c, i) => (c, i)))
            yield return new RecordCitation { RecordId = record.Id, Position = i, SourceId = register.IdOf("sources", citation.Source), Field = citation.Field ?? path, Quote = citation.Quote, Claimant = citation.Claimant };
        foreach (var (claim, i) in document.Claims.Select((c, i) => (c, i)))
            yield return new RecordClaim { RecordId = record.Id, Position = i, Field = claim.Field, Value = claim.Value, Rank = claim.Rank, Status = claim.Status, Difference = document.Differences.FirstOrDefault(d => d.Field == claim.Field)?.Kind };
        var sources = Slugs(references, "sources");
        var drafts = kind.Chronology(document).ToList();
        foreach (var draft in drafts) yield return Entry(record, draft, sources, entryId);
        yield return SearchEntry(record, kind, document, drafts);
        foreach (var row in kind.Rows(record.Id, document)) yield return row is TimelineSpan span ? span.Of(record) : row;
    }

    /// <summary>Takes away what is computed anew; what was public before stays with its period and document, for "as known on". Before the record's own row changes.</summary>
    public static async Task ClearAsync(RecordContext context, Guid[] ids, DateTimeOffset now, CancellationToken ct)
    {
        await context.References.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.Citations.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.Claims.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.Search.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.DelegationMembers.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.Spans.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.ExchangeFigures.Where(r => ids.Contains(r.RecordId)).ExecuteDeleteAsync(ct);
        await context.Timeline.Where(r => ids.Contains(r.RecordId) && r.Until == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Until, now), ct);
        await context.Publications.Where(r => ids.Contains(r.RecordId) && r.Until == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Until, now).SetProperty(p => p.Document, p => context.Records.Single(r => r.Id == p.RecordId).Document), ct);
    }

    /// <summary>The words that a record is found by, and what ranks it among those that have them.</summary>
    public static SearchEntry SearchEntry(Record record, RecordKind kind, RecordDocument document, IReadOnlyCollection<TimelineDraft> drafts)
    {
        var names = kind.Names(document).Select(n => n.Value).Prepend(document.Title).ToList();
        return new SearchEntry
        {
            RecordId = record.Id,
            Kind = kind.Key,
            Names = string.Join('\n', names.Select(Folding.Fold).Where(n => n.Length > 0).Distinct()),
            Keys = [.. names.SelectMany(NameKeys.Named).Distinct().Select(k => NameKeys.Prefix + k)],
            Body = Folding.Plain(string.Join('\n', Texts(kind, document, names, drafts))),
            Importance = Search.SearchEntry.Actors.Contains(kind.Key) ? MostImportant : Importance(drafts.Select(d => d.Importance).DefaultIfEmpty(1).Max()),
            Day = record.FirstDay,
        };
    }

    // The document's texts, and of its timeline entries what these don't say: who narrows the timeline by words finds an entry by its record.
    private static List<string> Texts(RecordKind kind, RecordDocument document, List<string> names, IReadOnlyCollection<TimelineDraft> drafts)
    {
        var texts = kind.Text(document).OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t)).Distinct().ToList();
        if (drafts.Count == 0) return texts;
        var said = new SaidWords();
        foreach (var text in names.Concat(texts)) said.Add(text);
        texts.AddRange(drafts.SelectMany(d => new[] { d.Title, d.Summary, d.Place }).OfType<string>().Where(t => said.Add(t)));
        return texts;
    }

    private static short Importance(int said) => (short)Math.Clamp(said, 1, MostImportant);

    private static TimelineEntry Entry(Record record, TimelineDraft draft, string[] sources, Func<DateOnly, Guid>? entryId)
    {
        var days = draft.When.Date.Days;
        var bounds = draft.When.Bounds();
        var day = days.First ?? days.Last ?? DateOnly.FromDateTime(record.PublishedAt.UtcDateTime);
        var (at, till) = draft.When.Date.OnAxis(draft.When.Zone);
        return new TimelineEntry
        {
            Id = entryId?.Invoke(day) ?? Guid.CreateVersion7(), RecordId = record.Id, RecordKind = record.Kind, RecordSlug = record.Slug, Kind = draft.Kind, Day = day, LastDay = days.Last ?? day,
            At = at ?? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), Till = till,
            Earliest = bounds.Earliest, Latest = bounds.Latest, Date = draft.When.Date.Text, Zone = draft.When.Zone, DateNote = draft.When.Note,
            Title = draft.Title.Length <= 600 ? draft.Title : draft.Title[..599] + "…", Summary = draft.Summary, Place = draft.Place, Processes = record.Processes,
            Parties = record.Parties, People = record.People, Topics = record.Topics, Importance = Importance(draft.Importance),
            Sources = sources, Disputed = record.Disputed, From = record.ChangedAt,
        };
    }

    // Parties and people of the record itself: those who only said something about it are claimants, not part of it.
    private static string[] Slugs(List<Reference> references, string kind) =>
        [.. references.Where(r => r.Kind == kind && r.Role != "claimant").Select(r => r.Slug).Distinct()];
}
