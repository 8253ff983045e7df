using System.Text;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>All rows of synthetic documents, computed by the very code that publishing uses.</summary>
/// <param name="cast">Whom the documents may refer to.</param>
/// <param name="seed">The seed.</param>
/// <param name="comment">What the history says of them.</param>
/// <param name="now">When they are published.</param>
internal sealed class SyntheticRows(Cast cast, int seed, string comment, DateTimeOffset now)
{
    // To check costs as much as all the rest; the tests check every document of smaller records.
    private const int CheckedOne = 100;

    private readonly Dictionary<(string Kind, string Slug), Guid> _cast = cast.Items.ToDictionary(i => (i.Document.Kind, i.Document.Slug), i => i.RecordId!.Value);

    /// <summary>Adds the rows of the cast, or of a stretch.</summary>
    /// <exception cref="InvalidOperationException">A document is not as its kind wants it, which is a mistake of this program.</exception>
    public void AddTo(BulkRows rows, IReadOnlyList<PublishItem> items, int part)
    {
        var register = SlugRegister.Of(part == Cast.Part ? new() : _cast, items);
        var dice = Dice.For(~seed, part);
        for (var i = 0; i < items.Count; i++)
        {
            var document = items[i].Document;
            if (i % CheckedOne == 0) Check(document, register);
            var canonical = CanonicalJson.Bytes(document);
            // In the database it is jsonb, which has an order of its own.
            var json = Encoding.UTF8.GetString(canonical);
            var revision = Publisher.Chain(null, register.IdOf(document), document.Kind, RevisionAction.Save, json, Generation.Author, comment, now, canonical);
            // The same seed gives the same ids, of entries too.
            var (record, others) = Projection.Of(null, revision, document, json, CanonicalJson.Hash(canonical), register, dice.Id);
            rows.Add(record);
            rows.Add(revision);
            rows.Add(Publisher.Audit(revision, record, AuditAction.Published, Generation.Author));
            foreach (var row in others) rows.Add(row);
        }
    }

    /// <summary>Every fault of a document, as publishing would find it.</summary>
    internal static IEnumerable<Fault> Faults(RecordDocument document, SlugRegister register)
    {
        var kind = Kinds.Get(document.Kind);
        return kind.Check(document).Concat(kind.References(document).Select(register.Fault).OfType<Fault>()).Concat(register.SlugFaults(document));
    }

    private static void Check(RecordDocument document, SlugRegister register)
    {
        if (!CanonicalJson.Bytes(document).AsSpan().SequenceEqual(CanonicalJson.Bytes(DocumentJson.Write(document)))) throw new InvalidOperationException($"{document.Kind}/{document.Slug} has two canonical forms.");
        if (Faults(document, register).FirstOrDefault() is { } fault) throw new InvalidOperationException($"{document.Kind}/{document.Slug}, {fault.Field}: {fault.Reason}");
    }
}
