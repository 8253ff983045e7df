using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>Signs an open circuit out within half a minute of its session's end, of its account being disabled, or of another role.</summary>
internal sealed class SessionWatch(ILoggerFactory logs, IDbContextFactory<DeskContext> contexts, TimeProvider time) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (CurrentAccount.Of(authenticationState.User) is not { } account) return false;
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.AnyAsync(s => s.Id == account.Session && s.EndedAt == null && s.ExpiresAt > now
            && context.Accounts.Any(a => a.Id == s.AccountId && a.DisabledAt == null && a.Role == account.Role), cancellationToken);
    }
}
