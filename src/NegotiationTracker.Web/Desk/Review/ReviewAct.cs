using NegotiationTracker.Data.Editorial;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>What a reviewer's form says.</summary>
/// <param name="Deed">The button that was pressed.</param>
/// <param name="Together">The drafts that go as one act, the page's own first, each as the page showed it.</param>
/// <param name="Comment">The comment on the whole.</param>
/// <param name="Comments">Comments at fields.</param>
/// <param name="At">The day, clock and zone of a publication at a time, as entered.</param>
public sealed record ReviewAct(string Deed, IReadOnlyList<SeenDraft> Together, string Comment, IReadOnlyList<(string Field, string Text)> Comments, (string? Day, string? Clock, string? Zone) At)
{
    /// <summary>Before the path of a field that is commented on.</summary>
    public const string FieldPrefix = "at:";

    /// <summary>Before the id of a draft that the page shows or names: its value says in which state.</summary>
    public const string SeenPrefix = "seen:";

    /// <summary>Reads the form.</summary>
    public static ReviewAct Read(IFormCollection form, Guid draft) => new(
        form["deed"].ToString(),
        [.. form["with"].Select(text => Guid.TryParse(text, out var id) ? id : draft).Prepend(draft).Distinct().Select(id => new SeenDraft(id, form[$"{SeenPrefix}{id}"].ToString()))],
        form["comment"].ToString().Trim(),
        [.. form.Keys.Where(k => k.StartsWith(FieldPrefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(form[k])).Select(k => (k[FieldPrefix.Length..], form[k].ToString().Trim()))],
        (form["day"], form["clock"], form["zone"]));

    /// <summary>Does it. Every deed asks for the right in its own transaction.</summary>
    public async Task<DeskOutcome> DoAsync(Reviews reviews, Guid account, Draft draft, DateTimeOffset now, CancellationToken ct)
    {
        switch (Deed)
        {
            case "approve":
                return await reviews.ApproveAsync(account, Together, ct: ct);
            case "schedule":
                var (at, fault) = PublishTime.Read(At.Day, At.Clock, At.Zone, now);
                return fault is null ? await reviews.ApproveAsync(account, Together, at, ct) : DeskOutcome.Refused.Because(draft, fault);
            case "return":
                return await reviews.ReturnAsync(account, draft.Id, Comment, Comments, ct);
            case "withdraw":
                return await reviews.WithdrawAsync(account, draft.Id, ct);
            default:
                return DeskOutcome.Refused.Because(draft, "Press one of the buttons: there is no such deed.");
        }
    }
}
