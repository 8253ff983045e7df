using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web.Shared.Shell;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// Keeps who is signed in in the database. The principal is made anew from the account at every request, so that a session that was ended, an account
/// that was disabled and a role that was changed count at once, on every node.
/// </summary>
internal sealed class TicketStore(IDbContextFactory<DeskContext> contexts, IHttpContextAccessor http, TimeProvider time) : ITicketStore
{
    /// <summary>How long a session lasts without being used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var account = CurrentAccount.Of(ticket.Principal) ?? throw new InvalidOperationException("Only an account can be signed in.");
        var key = Secrets.New();
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        context.Add(new Session
        {
            Id = account.Session, AccountId = account.Id, KeyHash = Secrets.Hash(key), CreatedAt = now, SeenAt = now, ExpiresAt = now + Life,
            Agent = BrowserWords.Of(http.HttpContext?.Request.Headers.UserAgent.ToString()),
        });
        await context.SaveChangesAsync();
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        if (IsSameForEverybody(http.HttpContext)) return null;
        var (hash, now) = (Secrets.Hash(key), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync();
        var found = await (
            from s in context.Sessions
            join a in context.Accounts on s.AccountId equals a.Id
            where s.KeyHash == hash && s.EndedAt == null && s.ExpiresAt > now && a.DisabledAt == null
            select new { s.Id, s.SeenAt, Account = a.Id, a.Name, a.Role }).SingleOrDefaultAsync();
        if (found is null) return null;
        if (now - found.SeenAt > SeenEvery)
            await context.Sessions.Where(s => s.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, now + Life));
        var principal = new CurrentAccount(found.Account, found.Name, found.Role, found.Id).ToPrincipal();
        return new AuthenticationTicket(principal, new AuthenticationProperties { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + Life }, CurrentAccount.Scheme);
    }

    // A public page stays readable from the cache while the database is away, for those who are signed in too.
    private static bool IsSameForEverybody(HttpContext? context) =>
        context?.GetEndpoint() is { } endpoint && (PublicPages.IsPublic(context) || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null);

    public async Task RemoveAsync(string key)
    {
        var hash = Secrets.Hash(key);
        await using var context = await contexts.CreateDbContextAsync();
        await context.Sessions.Where(s => s.KeyHash == hash && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, time.GetUtcNow()));
    }
}
