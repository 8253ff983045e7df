using Microsoft.AspNetCore.Identity;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// Passkeys (WebAuthn Level 3): adding one to the account that is signed in, and signing in with one. A passkey is both factors, something held and a
/// PIN, finger or face that the device asks for. What is cryptographic is ASP.NET Core Identity's.
/// </summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, UserManager<Account> accounts, SignIn signIn, SignInThrottle throttle, PasskeyTicket tickets, AccountKeeping keeping)
{
    /// <summary>The most that an account may have.</summary>
    public const int Most = 20;

    /// <summary>The most characters a name may have.</summary>
    public const int MaxName = 100;

    /// <summary>What a browser needs to make a passkey, after the password was given again.</summary>
    public async Task<PasskeyStep> AskForNewAsync(HttpContext http, string? name, string? password)
    {
        if (await MineAsync(http) is not { } account) return PasskeyStep.Refused("You are not signed in any more.");
        if (name?.Trim() is not { Length: > 0 and <= MaxName } called) return PasskeyStep.Refused($"Give the passkey a name of at most {MaxName} characters.");
        if (!await signIn.ConfirmPasswordAsync(http, account, password)) return PasskeyStep.Refused("The password is not right, or too many tries came before it.");
        if (await IsFullAsync(account)) return PasskeyStep.Refused($"An account has at most {Most} passkeys: take one away first.");
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email ?? "", DisplayName = account.Name }, http);
        tickets.Give(http, PasskeyPurpose.Adding, new TicketContent(Guid.CreateVersion7(), asked.AttestationState, CurrentAccount.Of(http.User)!.Session, called));
        return PasskeyStep.Options(asked.CreationOptionsJson);
    }

    /// <summary>Adds what the browser made.</summary>
    public async Task<PasskeyStep> AddAsync(HttpContext http, string credential)
    {
        const string Stale = "That took longer than five minutes, or was tried twice: please begin again.";
        if (tickets.Take(http, PasskeyPurpose.Adding) is not { } ticket || await MineAsync(http) is not { } account || ticket.Session != CurrentAccount.Of(http.User)!.Session) return PasskeyStep.Refused(Stale);
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = ticket.State });
        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString()) return PasskeyStep.Refused("The browser's answer is not what was asked for. Nothing was added.");
        if (!await tickets.UseAsync(ticket, account.Id, http.RequestAborted)) return PasskeyStep.Refused(Stale);
        if (await IsFullAsync(account)) return PasskeyStep.Refused($"An account has at most {Most} passkeys: take one away first.");
        made.Passkey.Name = ticket.Name;
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded) return PasskeyStep.Refused(Stale);
        await keeping.NoteAsync(account.Id, AuditAction.PasskeyAdded, http.RequestAborted);
        return PasskeyStep.To("/account?passkey=added");
    }

    /// <summary>Takes one of the account's passkeys away.</summary>
    public async Task<bool> TakeAwayAsync(Account account, byte[] credential, CancellationToken ct)
    {
        if (await accounts.GetPasskeyAsync(account, credential) is null || !(await accounts.RemovePasskeyAsync(account, credential)).Succeeded) return false;
        await keeping.NoteAsync(account.Id, AuditAction.PasskeyTaken, ct);
        return true;
    }

    /// <summary>What a browser needs to offer its passkeys of this site; the same for everybody.</summary>
    public async Task<PasskeyStep> AskForOneAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, http);
        tickets.Give(http, PasskeyPurpose.SigningIn, new TicketContent(Guid.CreateVersion7(), asked.AssertionState));
        return PasskeyStep.Options(asked.RequestOptionsJson);
    }

    /// <summary>Lets in who holds a passkey. Every failure gets the one answer of signing in.</summary>
    public async Task<PasskeyStep> EnterAsync(HttpContext http, string credential, string? returnUrl)
    {
        var address = SignInThrottle.Of(http);
        if (throttle.MayTry(address) && await HolderAsync(http, credential) is { } account)
        {
            await signIn.EnterAsync(http, account);
            return PasskeyStep.To(SignIn.Onward(returnUrl, account.Role.May(Deed.Write) ? "/desk" : "/account"));
        }
        throttle.Failed(address);
        return PasskeyStep.Refused(SignIn.Wrong);
    }

    // An account that rests after failed passwords still gets in: a passkey can't be guessed, and so nobody can lock its holder out.
    private async Task<Account?> HolderAsync(HttpContext http, string credential)
    {
        if (tickets.Take(http, PasskeyPurpose.SigningIn) is not { } ticket) return null;
        var shown = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = ticket.State });
        if (!shown.Succeeded || shown.User is not { DisabledAt: null } account || !await tickets.UseAsync(ticket, account.Id, http.RequestAborted)) return null;
        // Keeps the signature counter: a copy of the key that lags behind is noticed.
        return (await accounts.AddOrUpdatePasskeyAsync(account, shown.Passkey)).Succeeded ? account : null;
    }

    private async Task<bool> IsFullAsync(Account account) => (await accounts.GetPasskeysAsync(account)).Count >= Most;

    private async Task<Account?> MineAsync(HttpContext http) =>
        CurrentAccount.Of(http.User) is { } me && await accounts.FindByIdAsync(me.Id.ToString()) is { DisabledAt: null } account ? account : null;
}

/// <summary>What a browser is told: what to ask the device for, where to go on, or what is wrong.</summary>
/// <param name="OptionsJson">Options for the browser's own API, as JSON.</param>
/// <param name="Onward">Address to go on to.</param>
/// <param name="Fault">What is wrong, in a sentence.</param>
internal sealed record PasskeyStep(string? OptionsJson, string? Onward, string? Fault)
{
    public static PasskeyStep Options(string json) => new(json, null, null);

    public static PasskeyStep To(string onward) => new(null, onward, null);

    public static PasskeyStep Refused(string fault) => new(null, null, fault);
}
