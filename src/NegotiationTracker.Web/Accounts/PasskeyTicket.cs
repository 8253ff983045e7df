using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// What the program has to remember between asking a browser for a passkey and its answer: the challenge above all. It lies sealed in a cookie for five
/// minutes, so that asking costs the database nothing, and is good for one answer, on every node.
/// </summary>
internal sealed class PasskeyTicket(IDataProtectionProvider protection, IDbContextFactory<DeskContext> contexts, TimeProvider time)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "tracker-passkey";

    private const string Used = "passkey ticket";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Gives a browser a ticket, in place of any earlier one.</summary>
    public void Give(HttpContext http, PasskeyPurpose purpose, TicketContent content) =>
        http.Response.Cookies.Append(Cookie, Sealed(purpose).Protect(JsonSerializer.Serialize(content), Life), Attributes(http, Life));

    /// <summary>Takes the ticket back from the browser; null when there is none, it is too old, or it is for another purpose.</summary>
    public TicketContent? Take(HttpContext http, PasskeyPurpose purpose)
    {
        http.Response.Cookies.Delete(Cookie, Attributes(http, life: null));
        try
        {
            return JsonSerializer.Deserialize<TicketContent>(Sealed(purpose).Unprotect(http.Request.Cookies[Cookie] ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Uses a ticket up: true for one caller only, whoever kept a copy of the cookie and of the answer.</summary>
    public async Task<bool> UseAsync(TicketContent ticket, Guid account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        await using var context = await contexts.CreateDbContextAsync(ct);
        // Those that are too old to be taken by anybody need not be remembered. Twice the life, because the nodes' clocks differ a little.
        var old = Written(now - Life - Life);
        await context.Database.ExecuteSqlAsync($"delete from desk.account_tokens where user_id = {account} and login_provider = {Used} and value < {old}", ct);
        return await context.Database.ExecuteSqlAsync(
            $"insert into desk.account_tokens (user_id, login_provider, name, value) values ({account}, {Used}, {ticket.Id.ToString()}, {Written(now)}) on conflict do nothing", ct) == 1;
    }

    private ITimeLimitedDataProtector Sealed(PasskeyPurpose purpose) => protection.CreateProtector("passkey", purpose.ToString()).ToTimeLimitedDataProtector();

    private static CookieOptions Attributes(HttpContext http, TimeSpan? life) =>
        new() { Path = "/account", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = life };
}

/// <summary>What a passkey is asked for.</summary>
internal enum PasskeyPurpose { Adding, SigningIn }

/// <summary>What a ticket says.</summary>
/// <param name="Id">By which it is known when it is used again.</param>
/// <param name="State">What Identity's handler wants back, with the challenge.</param>
/// <param name="Session">The session in which a passkey is added; it is to be the same at the end.</param>
/// <param name="Name">What the new passkey is to be called.</param>
internal sealed record TicketContent(Guid Id, string? State, Guid? Session = null, string? Name = null);
