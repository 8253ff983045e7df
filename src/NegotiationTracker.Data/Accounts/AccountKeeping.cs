using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Editorial;
using Npgsql;

namespace NegotiationTracker.Data.Accounts;

/// <summary>
/// What admins do with accounts: invite, change roles, disable, reset, end sessions. Every deed asks the database for the admin's right and leaves
/// an audit line in its own transaction; the last admin can't be taken away.
/// </summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class AccountKeeping(NpgsqlDataSource desk, TimeProvider time)
{
    // Names under which Identity keeps the key of the authenticator app and the recovery codes.
    private static readonly string[] StoreTokens = ["AuthenticatorKey", "RecoveryCodes"];

    /// <summary>How long an invitation and a first link work.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(72);

    /// <summary>Makes a link by which somebody makes an account with a role.</summary>
    /// <param name="account">The admin; empty for a command.</param>
    /// <param name="role">Role of the account.</param>
    /// <param name="email">Its address, when it is to be a certain one.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The token of the link; empty when the account may not invite.</returns>
    public Task<string?> InviteAsync(Guid? account, Role role, string? email, CancellationToken ct = default) =>
        DoAsync(account, AuditAction.Invited, $"an account as {role}", async work => await LinkAsync(work, LinkPurpose.Invitation, role, email, null, account, LinkLife, ct), ct);

    /// <summary>Makes the link for the first admin, and takes back any earlier one; nothing once there is an account.</summary>
    public async Task<string?> FirstAdminAsync(CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        // Nodes that start together make one after the other, so that the newest alone works.
        await LockAsync(work, ct);
        if (await work.Desk.Accounts.AnyAsync(ct)) return null;
        await work.Desk.Links.Where(l => l.Purpose == LinkPurpose.FirstAdmin && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, time.GetUtcNow()), ct);
        var token = await LinkAsync(work, LinkPurpose.FirstAdmin, Role.Admin, null, null, null, TimeSpan.FromHours(24), ct);
        await work.Transaction.CommitAsync(ct);
        return token;
    }

    /// <summary>Makes a link by which somebody sets a new password, ends their sessions and takes earlier links back.</summary>
    public Task<string?> ResetAsync(Guid? account, Guid subject, CancellationToken ct = default) =>
        DoAsync(account, AuditAction.PasswordReset, $"account {subject}", async work =>
        {
            if (!await work.Desk.Accounts.AnyAsync(a => a.Id == subject, ct)) return null;
            return await NewPasswordAsync(work, account, subject, ct);
        }, ct);

    /// <summary>
    /// Lets somebody in again who lost their device and their codes: takes the second factor, the passkeys and the password away, which may be too short
    /// alone, ends the sessions, and makes a link by which they set a new password.
    /// </summary>
    /// <param name="account">The admin; empty for a command.</param>
    /// <param name="subject">Whose.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The token of the link; empty when the account may not, or there was neither a second factor nor a passkey.</returns>
    public Task<string?> TakeFactorsAsync(Guid? account, Guid subject, CancellationToken ct = default) =>
        DoAsync(account, AuditAction.PasswordReset, $"account {subject}", async work =>
        {
            // Another stamp, so that a form of the owner which had read the account before does not write the old state back.
            var stamp = Guid.NewGuid().ToString();
            var passkeys = await work.Desk.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == subject).ExecuteDeleteAsync(ct);
            var hadFactor = await work.Desk.Accounts.Where(a => a.Id == subject && a.TwoFactorEnabled).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, false), ct) == 1;
            if (passkeys == 0 && !hadFactor) return null;
            await work.Desk.Accounts.Where(a => a.Id == subject).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.ConcurrencyStamp, stamp), ct);
            await work.Desk.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == subject && StoreTokens.Contains(t.Name)).ExecuteDeleteAsync(ct);
            if (hadFactor) work.Desk.Add(Line(account, AuditAction.SecondFactorTaken, $"account {subject}"));
            if (passkeys > 0) work.Desk.Add(Line(account, AuditAction.PasskeyTaken, $"account {subject}"));
            return await NewPasswordAsync(work, account, subject, ct);
        }, ct);

    /// <summary>Takes back a link that was not used yet.</summary>
    public async Task<bool> RevokeAsync(Guid? account, Guid link, CancellationToken ct = default) =>
        await DoAsync(account, AuditAction.InvitationTakenBack, "an invitation", async work =>
            await work.Desk.Links.Where(l => l.Id == link && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, time.GetUtcNow()), ct) == 1 ? "" : null, ct) is not null;

    /// <summary>Gives an account another role; its open pages know at the next deed, its open editors within a minute.</summary>
    /// <returns>Whether it was done: not by who may not, and not to the last admin.</returns>
    public async Task<bool> ChangeRoleAsync(Guid? account, Guid subject, Role role, CancellationToken ct = default) =>
        await DoAsync(account, AuditAction.RoleChanged, $"account {subject}", async work =>
        {
            if (role != Role.Admin && await IsLastAdminAsync(work, subject, ct)) return null;
            if (await work.Desk.Accounts.Where(a => a.Id == subject && a.Role != role).ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, role), ct) == 0) return null;
            if (role != Role.Admin) await TakeBackLinksOfAsync(work, subject, ct);
            return $"to {role}";
        }, ct) is not null;

    /// <summary>Disables an account and ends its sessions, or enables it again.</summary>
    /// <returns>Whether it was done: not by who may not, and not to the last admin.</returns>
    public async Task<bool> DisableAsync(Guid? account, Guid subject, bool disabled, CancellationToken ct = default) =>
        await DoAsync(account, disabled ? AuditAction.Disabled : AuditAction.Enabled, $"account {subject}", async work =>
        {
            if (disabled && await IsLastAdminAsync(work, subject, ct)) return null;
            DateTimeOffset? at = disabled ? time.GetUtcNow() : null;
            if (await work.Desk.Accounts.Where(a => a.Id == subject && (a.DisabledAt == null) == disabled).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, at), ct) == 0) return null;
            if (!disabled) return "";
            await EndAllAsync(work, subject, except: null, ct);
            await TakeBackLinksOfAsync(work, subject, ct);
            return "";
        }, ct) is not null;

    /// <summary>Ends sessions of an account by an admin.</summary>
    public async Task<bool> EndSessionsAsync(Guid? account, Guid subject, CancellationToken ct = default) =>
        await DoAsync(account, AuditAction.SessionsEnded, $"account {subject}", async work => await EndAllAsync(work, subject, except: null, ct) > 0 ? "" : null, ct) is not null;

    /// <summary>Ends one of somebody's own sessions, or all but the one at hand.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="session">The one to end; empty for all others.</param>
    /// <param name="current">The one at hand.</param>
    /// <param name="ct">Stops it.</param>
    public async Task EndOwnAsync(Guid owner, Guid? session, Guid current, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (session is { } one) await work.Desk.Sessions.Where(s => s.Id == one && s.AccountId == owner && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, time.GetUtcNow()), ct);
        else await EndAllAsync(work, owner, current, ct);
        await work.Transaction.CommitAsync(ct);
    }

    /// <summary>Writes an audit line about an account's own deed.</summary>
    public async Task NoteAsync(Guid owner, AuditAction action, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        work.Desk.Add(new AuditLine { At = PublishWork.Now(time), Actor = $"account {owner}", Action = action, Subject = $"account {owner}" });
        await work.Desk.SaveChangesAsync(ct);
        await work.Transaction.CommitAsync(ct);
    }

    /// <summary>The link of a token that still works.</summary>
    public async Task<OneTimeLink?> FindLinkAsync(string? token, CancellationToken ct = default)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100) return null;
        await using var work = await PublishWork.BeginAsync(desk, ct);
        var (hash, now) = (Secrets.Hash(token), time.GetUtcNow());
        var link = await work.Desk.Links.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now, ct);
        // Somebody may have made an account by command since the link was printed.
        return link is { Purpose: LinkPurpose.FirstAdmin } && await work.Desk.Accounts.AnyAsync(ct) ? null : link;
    }

    /// <summary>Uses a link up: true for one caller only, however many try at once.</summary>
    public async Task<bool> UseLinkAsync(OneTimeLink link, CancellationToken ct = default)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        var now = time.GetUtcNow();
        var used = await work.Desk.Links.Where(l => l.Id == link.Id && l.UsedAt == null && l.ExpiresAt > now).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct);
        await work.Transaction.CommitAsync(ct);
        return used == 1;
    }

    private async Task<string?> DoAsync(Guid? account, AuditAction action, string subject, Func<PublishWork, Task<string?>> deed, CancellationToken ct)
    {
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (account is { } admin && !await work.MayAsync(admin, Deed.KeepAccounts, ct)) return null;
        // One at a time, so that two admins can't take the last admin away between them.
        await LockAsync(work, ct);
        if (await deed(work) is not { } done) return null;
        var detail = action == AuditAction.RoleChanged ? done : null;
        work.Desk.Add(Line(account, action, subject, detail));
        await work.Desk.SaveChangesAsync(ct);
        await work.Transaction.CommitAsync(ct);
        return done;
    }

    private static Task<int> LockAsync(PublishWork work, CancellationToken ct) => work.Desk.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({0x4E54_4143_4354})", ct);

    private AuditLine Line(Guid? account, AuditAction action, string subject, string? detail = null) =>
        new() { At = PublishWork.Now(time), Actor = account is { } by ? $"account {by}" : "a command", Action = action, Subject = subject, Detail = detail };

    private async Task<string> NewPasswordAsync(PublishWork work, Guid? account, Guid subject, CancellationToken ct)
    {
        await work.Desk.Links.Where(l => l.AccountId == subject && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, time.GetUtcNow()), ct);
        await EndAllAsync(work, subject, except: null, ct);
        return await LinkAsync(work, LinkPurpose.Reset, default, null, subject, account, TimeSpan.FromHours(24), ct);
    }

    private async Task<string> LinkAsync(PublishWork work, LinkPurpose purpose, Role role, string? email, Guid? subject, Guid? by, TimeSpan life, CancellationToken ct)
    {
        var token = Secrets.New();
        var now = time.GetUtcNow();
        work.Desk.Add(new OneTimeLink { Id = Guid.CreateVersion7(), Purpose = purpose, TokenHash = Secrets.Hash(token), Role = role, Email = email, AccountId = subject, CreatedBy = by, CreatedAt = now, ExpiresAt = now + life });
        await work.Desk.SaveChangesAsync(ct);
        return token;
    }

    // Who is no admin any more has no links standing open either.
    private Task<int> TakeBackLinksOfAsync(PublishWork work, Guid subject, CancellationToken ct) =>
        work.Desk.Links.Where(l => (l.CreatedBy == subject || l.AccountId == subject) && l.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, time.GetUtcNow()), ct);

    private Task<int> EndAllAsync(PublishWork work, Guid owner, Guid? except, CancellationToken ct) =>
        work.Desk.Sessions.Where(s => s.AccountId == owner && s.EndedAt == null && s.Id != except).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, time.GetUtcNow()), ct);

    private static async Task<bool> IsLastAdminAsync(PublishWork work, Guid subject, CancellationToken ct) =>
        await work.Desk.Accounts.AnyAsync(a => a.Id == subject && a.Role == Role.Admin && a.DisabledAt == null, ct)
        && !await work.Desk.Accounts.AnyAsync(a => a.Id != subject && a.Role == Role.Admin && a.DisabledAt == null, ct);
}
