using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// Lets people in: password, then a one-time or recovery code where the account has a second factor. Whoever is wrong, unknown, disabled or locked out
/// gets the same answer after the same work.
/// </summary>
internal sealed class SignIn(UserManager<Account> accounts, SignInThrottle throttle, IDbContextFactory<DeskContext> contexts, TimeProvider time)
{
    /// <summary>The one answer to whatever is wrong.</summary>
    public const string Wrong = "That is not right, or too many tries came before it. Check the address, the password and the code; after ten failures an account rests for 15 minutes.";

    // Compared against when there is no such account, so that the answer takes as long.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>Checks address and password.</summary>
    /// <returns>The account; null for every failure.</returns>
    public async Task<Account?> CheckPasswordAsync(HttpContext http, string? email, string? password)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!throttle.MayTry(address)) return null;
        var account = email is { Length: > 0 and <= 256 } ? await accounts.FindByEmailAsync(email) : null;
        var given = password is { Length: <= PasswordRules.Most } ? password : "";
        if (account is not { DisabledAt: null, PasswordHash: not null })
        {
            accounts.PasswordHasher.VerifyHashedPassword(account!, NobodysHash, given);
            throttle.Failed(address);
            return null;
        }
        // Asked in any case: a locked account that answered faster would tell that it is locked.
        var right = await accounts.CheckPasswordAsync(account, given);
        if (right && !await accounts.IsLockedOutAsync(account)) return account;
        if (!right) await accounts.AccessFailedAsync(account);
        throttle.Failed(address);
        return null;
    }

    /// <summary>Checks a one-time code, or a recovery code, of an account that has a second factor. Each works once.</summary>
    public async Task<bool> CheckCodeAsync(HttpContext http, Account account, string? code)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!throttle.MayTry(address) || await accounts.IsLockedOutAsync(account)) return false;
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is not null && OneTimeCode.StepOf(key, code, time.GetUtcNow()) is { } step && await OneTimeCode.TakeAsync(contexts, account.Id, step, http.RequestAborted)) return true;
        if (code is { Length: > 6 and <= 40 } && (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim().ToUpperInvariant())).Succeeded) return true;
        await accounts.AccessFailedAsync(account);
        throttle.Failed(address);
        return false;
    }

    /// <summary>Begins a session.</summary>
    public async Task EnterAsync(HttpContext http, Account account)
    {
        await accounts.ResetAccessFailedCountAsync(account);
        var current = new CurrentAccount(account.Id, account.Name, account.Role, Guid.CreateVersion7());
        // Whoever had been signed in in this browser is not any more.
        await http.SignOutAsync(CurrentAccount.Scheme);
        await http.SignInAsync(CurrentAccount.Scheme, current.ToPrincipal(), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>An address of this site to go on to; the desk for anything else.</summary>
    public static string Onward(string? returnUrl) =>
        returnUrl is { Length: > 1 and <= 2000 } && returnUrl[0] == '/' && returnUrl[1] is not ('/' or '\\') && !returnUrl.Any(char.IsControl) ? returnUrl : "/desk";
}
