namespace NegotiationTracker.Data.Editorial;

/// <summary>Audit lines of what accounts do with drafts.</summary>
internal static class DeskAudit
{
    /// <summary>How an account stands in revisions and audit lines: its id, because names and addresses change and may have to go.</summary>
    public static string Actor(Guid account) => $"account {account}";

    public static AuditLine Line(Draft draft, Guid account, AuditAction action, DateTimeOffset now, int? revision = null, string? detail = null) => new()
    {
        At = now, Actor = Actor(account), Action = action, Subject = $"{draft.Kind}/{draft.Slug ?? draft.Id.ToString()}", RecordId = draft.RecordId, Revision = revision, Detail = detail,
    };
}
