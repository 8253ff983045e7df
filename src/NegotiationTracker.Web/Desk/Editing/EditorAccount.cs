using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>
/// Who edits in this circuit. The circuit itself hears of a session's end only every half minute; whatever is written through it, and whatever is read of
/// drafts, asks here first.
/// </summary>
internal sealed class EditorAccount(AuthenticationStateProvider signedIn, IDbContextFactory<DeskContext> contexts, TimeProvider time)
{
    private static readonly Role[] Writers = [.. Enum.GetValues<Role>().Where(r => r.May(Deed.Write))];

    /// <summary>The account; null once its session has ended, it was disabled, or it may not write any more.</summary>
    public async Task<Guid?> FindAsync()
    {
        if (CurrentAccount.Of((await signedIn.GetAuthenticationStateAsync()).User) is not { } account) return null;
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Sessions.AnyAsync(s => s.Id == account.Session && s.EndedAt == null && s.ExpiresAt > now
            && context.Accounts.Any(a => a.Id == s.AccountId && a.DisabledAt == null && Writers.Contains(a.Role))) ? account.Id : null;
    }

    /// <summary>Whether somebody who may write is there.</summary>
    public async Task<bool> IsThereAsync() => await FindAsync() is not null;
}
