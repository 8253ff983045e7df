using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Who edits in this circuit. The circuit itself hears of a session's end only every half minute; a save asks.</summary>
internal sealed class EditorAccount(AuthenticationStateProvider signedIn, IDbContextFactory<DeskContext> contexts, TimeProvider time)
{
    /// <summary>The account; null once its session has ended or it was disabled.</summary>
    public async Task<Guid?> FindAsync()
    {
        if (CurrentAccount.Of((await signedIn.GetAuthenticationStateAsync()).User) is not { } account) return null;
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Sessions.AnyAsync(s => s.Id == account.Session && s.EndedAt == null && s.ExpiresAt > now) ? account.Id : null;
    }
}
