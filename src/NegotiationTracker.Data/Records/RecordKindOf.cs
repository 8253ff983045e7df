
namespace NegotiationTracker.Data.Records;

/// <summary>A kind whose documents are <typeparamref name="T"/>; what holds for every kind is said here once.</summary>
internal abstract class RecordKind<T> : RecordKind
    where T : RecordDocument
{
    /// <inheritdoc/>
    public sealed override Type DocumentType => typeof(T);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Fault> Check(RecordDocument document)
    {
        var faults = new Faults(document);
        CommonRules.Check(document, this, faults);
        Rules((T)document, faults);
        return faults.All;
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<(string Path, Citation Citation)> Citations(RecordDocument document) =>
        Own(document).Concat(Cited((T)document)).SelectMany(part => part.Citations.Select((c, i) => (Refer.At(part.Path, i), c)));

    /// <inheritdoc/>
    public sealed override IEnumerable<Reference> References(RecordDocument document)
    {
        foreach (var (path, citation) in Citations(document))
        {
            yield return new Reference("sources", citation.Source, "source", $"{path}.source");
            if (citation.ClaimantRecord is { } claimant) yield return Refer.Open(claimant, "claimant", $"{path}.claimantRecord");
        }
        foreach (var (process, i) in document.Processes.Select((p, i) => (p, i))) yield return new("processes", process, "process", $"processes[{i}]");
        foreach (var (link, i) in document.Links.Select((l, i) => (l, i))) yield return Refer.Open(link.To, link.Role, $"links[{i}].to");
        foreach (var (claim, i) in document.Claims.Select((c, i) => (c, i)))
            if (claim.ValueRecord is { } value) yield return Refer.Open(value, claim.Field, $"claims[{i}].valueRecord");
        foreach (var (difference, i) in document.Differences.Select((d, i) => (d, i)))
            foreach (var across in difference.Across) yield return Refer.Open(across, "differs", $"differences[{i}].across");
        foreach (var reference in Refers((T)document)) yield return reference;
    }

    /// <inheritdoc/>
    public sealed override Headline Headline(RecordDocument document) => Head((T)document);

    /// <inheritdoc/>
    public sealed override IEnumerable<Name> Names(RecordDocument document) => Named((T)document);

    /// <inheritdoc/>
    public sealed override IEnumerable<string?> Text(RecordDocument document) =>
        Said((T)document)
            .Append(document.Summary).Append(document.Note)
            .Concat(document.Claims.Select(c => c.Value)).Concat(document.Differences.Select(d => d.Note))
            .Concat(Citations(document).Select(c => c.Citation.Quote));

    /// <inheritdoc/>
    public sealed override IEnumerable<TimelineDraft> Chronology(RecordDocument document) => Entries((T)document);

    /// <inheritdoc/>
    public sealed override IEnumerable<object> Rows(Guid recordId, RecordDocument document) => Tables(recordId, (T)document);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Finding> Findings(RecordDocument document, Func<string, string> nameOf) => [.. Found((T)document, nameOf)];

    /// <summary>Rules of this kind alone.</summary>
    protected virtual void Rules(T document, Faults faults)
    {
    }

    /// <summary>Citations that stand on parts of the document.</summary>
    protected virtual IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(T document) => [];

    /// <summary>Other records that the document refers to in its own fields.</summary>
    protected virtual IEnumerable<Reference> Refers(T document) => [];

    /// <summary>The facts that lists show.</summary>
    protected abstract Headline Head(T document);

    /// <summary>Names, title aside.</summary>
    protected virtual IEnumerable<Name> Named(T document) => [];

    /// <summary>Running text of its own fields.</summary>
    protected virtual IEnumerable<string?> Said(T document) => [];

    /// <summary>Entries in the chronology.</summary>
    protected virtual IEnumerable<TimelineDraft> Entries(T document) => [];

    /// <summary>Rows of the kind's own tables.</summary>
    protected virtual IEnumerable<object> Tables(Guid recordId, T document) => [];

    /// <summary>What arithmetic over its figures shows.</summary>
    protected virtual IEnumerable<Finding> Found(T document, Func<string, string> nameOf) => [];

    private static IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Own(RecordDocument document) =>
        [
            ("citations", document.Citations),
            .. document.Claims.Select((c, i) => ($"claims[{i}].citations", c.Citations)),
            .. document.Checks.Select((c, i) => ($"checks[{i}].citations", c.Citations)),
        ];
}
