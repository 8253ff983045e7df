using System.Globalization;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Audit lines of what accounts do with drafts.</summary>
internal static class DeskAudit
{
    /// <summary>How an account stands in revisions and audit lines: its id, because names and addresses change and may have to go.</summary>
    public static string Actor(Guid account) => $"account {account}";

    /// <summary>The published revision that something started from, in words; empty where there was none.</summary>
    public static string? From(int? revision) => revision is { } number ? string.Create(CultureInfo.InvariantCulture, $"from revision {number}") : null;

    public static AuditLine Line(Draft draft, Guid account, AuditAction action, DateTimeOffset now, int? revision = null, string? detail = null) => new()
    {
        At = now, Actor = Actor(account), Action = action, Subject = $"{draft.Kind}/{draft.Slug ?? draft.Id.ToString()}", RecordId = draft.RecordId, Revision = revision,
        Detail = string.Join("; ", new[] { From(draft.BaseRevision), detail }.OfType<string>()) is { Length: > 0 } said ? said : null,
    };
}
