using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>What a reader who asks for a record gets.</summary>
public abstract record RecordAnswer<T>
    where T : RecordDocument
{
    private RecordAnswer()
    {
    }

    /// <summary>The record.</summary>
    public sealed record Found(RecordPage<T> Page) : RecordAnswer<T>;

    /// <summary>It has another slug now.</summary>
    public sealed record Moved(string Slug) : RecordAnswer<T>;

    /// <summary>It was retracted, now or on the day asked for, or the revision of that day was redacted: the tombstone says so.</summary>
    public sealed record Gone(Record Tombstone, bool Redacted = false) : RecordAnswer<T>;

    /// <summary>On the day asked for it was not public yet.</summary>
    public sealed record NotYet(Record Head) : RecordAnswer<T>;

    /// <summary>The day asked for is not a date.</summary>
    public sealed record BadDay(string Text) : RecordAnswer<T>;

    /// <summary>There is no such record.</summary>
    public sealed record Missing : RecordAnswer<T>;
}

/// <summary>A record with everything that its page shows of it: the document, the names it refers to, and its footnotes.</summary>
/// <param name="Head">The record's row.</param>
/// <param name="Document">The document, of today or of the day asked for.</param>
/// <param name="Names">The records that it refers to.</param>
/// <param name="Notes">Its citations, numbered.</param>
/// <param name="Related">Records that refer to it.</param>
/// <param name="AsOf">The day as known on which it is shown; empty for today.</param>
/// <param name="Revision">Number of the revision shown.</param>
public sealed record RecordPage<T>(Record Head, T Document, RecordNames Names, FootnoteRegister Notes, IReadOnlyList<RelatedRow> Related, DateOnly? AsOf, int Revision)
    where T : RecordDocument
{
    /// <summary>Records that refer to this one in one of these roles, of that kind.</summary>
    public IEnumerable<RelatedRow> RelatedAs(string kind, params string[] roles) =>
        Related.Where(r => r.Kind == kind && (roles.Length == 0 || roles.Contains(r.Role))).DistinctBy(r => r.Slug);

    /// <summary>The claims on a field.</summary>
    public IReadOnlyList<Claim> ClaimsOn(string field) => [.. Document.Claims.Where(c => c.Field == field)];

    /// <summary>How the claims on a field differ, where they do.</summary>
    public Difference? DifferenceOn(string field) => Document.Differences.FirstOrDefault(d => d.Field == field);
}

/// <summary>A record that refers to the one shown, and as what.</summary>
public sealed record RelatedRow(string Kind, string Slug, string Title, string? Summary, string? Form, string? Status, string? Date, string? Zone, DateOnly? FirstDay, string Role, string Field)
{
    /// <summary>Address of its page.</summary>
    public string Href => Links.To(Kind, Slug);
}
