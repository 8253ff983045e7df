using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Live;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>Names of records, kept in memory until something is published.</summary>
public sealed class KeptNames(Publications publications, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly KeptUntilPublished<(string Kind, string Slug), RecordName> _kept = new(publications, time, Most);

    /// <summary>The names of everything referred to; those that are not kept are read in one question.</summary>
    public async Task<RecordNames> LoadAsync(RecordContext context, IEnumerable<Reference> references, CancellationToken ct) =>
        new(await _kept.GetAsync(references.Select(r => (r.Kind, r.Slug)), async missing => (await RecordNames.LoadAsync(context, missing, ct)).All));
}
