using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// Lets people in: password, then a one-time or recovery code where the account has a second factor. Whoever is wrong, unknown, disabled or locked out
/// gets the same answer after the same work.
/// </summary>
internal sealed class SignIn(UserManager<Account> accounts, SignInThrottle throttle, AccountKeeping keeping, IDbContextFactory<DeskContext> contexts, TimeProvider time)
{
    /// <summary>The one answer to whatever is wrong.</summary>
    public const string Wrong = "That is not right, or too many tries came before it. Check the address, the password and the code; after ten failures an account rests for 15 minutes.";

    private const int MaxTries = 10;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    // Compared against when there is no such account, so that the answer takes as long.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>Checks address and password.</summary>
    /// <returns>The account; null for every failure.</returns>
    public async Task<Account?> CheckPasswordAsync(HttpContext http, string? email, string? password)
    {
        var address = SignInThrottle.Of(http);
        if (!throttle.MayTry(address)) return null;
        var account = email is { Length: > 0 and <= 256 } ? await accounts.FindByEmailAsync(email) : null;
        if (account is not { DisabledAt: null, PasswordHash: not null }) account = null;
        if (await IsRightAsync(account, password, http.RequestAborted)) return account;
        throttle.Failed(address);
        return null;
    }

    /// <summary>Asks somebody who is signed in for the password again: as often as at signing in, and no more.</summary>
    public async Task<bool> ConfirmPasswordAsync(HttpContext http, Account account, string? password)
    {
        var address = SignInThrottle.Of(http);
        if (!throttle.MayTry(address)) return false;
        if (await IsRightAsync(account, password, http.RequestAborted))
        {
            await ForgiveAsync(account.Id, http.RequestAborted);
            return true;
        }
        throttle.Failed(address);
        return false;
    }

    /// <summary>Checks a one-time code, or a recovery code, of an account that has a second factor. Each works once.</summary>
    public async Task<bool> CheckCodeAsync(HttpContext http, Account account, string? code)
    {
        var address = SignInThrottle.Of(http);
        if (!throttle.MayTry(address) || !await TakeTryAsync(account.Id, http.RequestAborted)) return false;
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is not null && OneTimeCode.StepOf(key, code, time.GetUtcNow()) is { } step && await OneTimeCode.TakeAsync(contexts, account.Id, step, http.RequestAborted)) return true;
        if (code is { Length: > 6 and <= 40 } && (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim().ToUpperInvariant())).Succeeded)
        {
            await keeping.NoteAsync(account.Id, AuditAction.RecoveryCodeUsed, http.RequestAborted);
            return true;
        }
        throttle.Failed(address);
        return false;
    }

    /// <summary>Begins a session.</summary>
    public async Task EnterAsync(HttpContext http, Account account)
    {
        await ForgiveAsync(account.Id, http.RequestAborted);
        var current = new CurrentAccount(account.Id, account.Name, account.Role, Guid.CreateVersion7());
        // Whoever had been signed in in this browser is not any more.
        await http.SignOutAsync(CurrentAccount.Scheme);
        await http.SignInAsync(CurrentAccount.Scheme, current.ToPrincipal(), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Lets an account try again at once: it signed in, or has a new password.</summary>
    public async Task ForgiveAsync(Guid account, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Accounts.Where(a => a.Id == account && (a.AccessFailedCount > 0 || a.LockoutEnd != null))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);
    }

    // The try is counted in the database while the hash is computed, so that waiting for the one is hidden behind the other, for nobody too.
    private async Task<bool> IsRightAsync(Account? account, string? password, CancellationToken ct)
    {
        var given = password is { Length: <= PasswordRules.Most } ? password : "";
        var taking = TakeTryAsync(account?.Id ?? Guid.Empty, ct);
        var right = account is null ? accounts.PasswordHasher.VerifyHashedPassword(account!, NobodysHash, given) == PasswordVerificationResult.Success : await accounts.CheckPasswordAsync(account, given);
        var mayTry = await taking;
        return right && mayTry && account is not null;
    }

    // Every try is counted before it is known to be right, in one statement: guesses sent at the same moment can't all slip through.
    private async Task<bool> TakeTryAsync(Guid account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? rested = now + Rest;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Accounts.Where(a => a.Id == account && (a.LockoutEnd == null || a.LockoutEnd <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= MaxTries ? rested : null).SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= MaxTries ? 0 : a.AccessFailedCount + 1), ct) == 1;
    }

    /// <summary>An address of this site to go on to; <paramref name="otherwise"/> for anything else.</summary>
    public static string Onward(string? returnUrl, string otherwise = "/desk") =>
        returnUrl is { Length: > 1 and <= 2000 } && returnUrl[0] == '/' && returnUrl[1] is not ('/' or '\\') && !returnUrl.Any(char.IsControl) ? returnUrl : otherwise;
}
