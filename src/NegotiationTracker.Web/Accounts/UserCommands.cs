using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Operations;

namespace NegotiationTracker.Web.Accounts;

/// <summary>The commands <c>user add | list | disable | reset</c>.</summary>
internal static class UserCommands
{
    /// <summary>Makes an account with a password from standard input, or prints a link by which its owner makes it.</summary>
    public static async Task<int> AddAsync(TrackerDatabase database, string email, Role role, string? name, bool passwordFromInput, TextReader input, TextWriter output, CancellationToken ct)
    {
        if (email.Length is < 3 or > 256 || !email.Contains('@', StringComparison.Ordinal)) return await FailAsync(output, $"'{email}' is not an e-mail address.");
        name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        if (name is { Length: > Account.MaxName }) return await FailAsync(output, $"A name has at most {Account.MaxName} characters.");
        await using var context = Desk(database);
        var normalized = email.ToUpperInvariant();
        if (await context.Accounts.AnyAsync(a => a.NormalizedEmail == normalized, ct)) return await FailAsync(output, $"There is an account '{email}' already.");
        var keeping = new AccountKeeping(database.Desk, TimeProvider.System);
        if (!passwordFromInput)
        {
            await output.WriteLineAsync($"This link works once, for {AccountKeeping.LinkLife.TotalHours:0} hours: /account/invitation?token={await keeping.InviteAsync(null, role, email, ct)}");
            return 0;
        }
        var password = (await input.ReadLineAsync(ct))?.TrimEnd('\r');
        name ??= email.Split('@')[0] is var local && local.Length <= Account.MaxName ? local : local[..Account.MaxName];
        if (PasswordRules.Fault(password, name, email, secondFactor: false) is { } fault) return await FailAsync(output, fault);
        var account = new Account
        {
            Id = Guid.CreateVersion7(), Name = name, Email = email, NormalizedEmail = normalized, UserName = email, NormalizedUserName = normalized, Role = role,
            CreatedAt = DateTimeOffset.UtcNow, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("n"),
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password!);
        context.Add(account);
        await context.SaveChangesAsync(ct);
        await keeping.NoteAsync(account.Id, AuditAction.AccountMade, ct);
        await output.WriteLineAsync($"Made the account '{email}' as {role.ToString().ToLowerInvariant()}.");
        return 0;
    }

    /// <summary>Lists all accounts, a line each.</summary>
    public static async Task<int> ListAsync(TrackerDatabase database, TextWriter output, CancellationToken ct)
    {
        await using var context = Desk(database);
        foreach (var a in await context.Accounts.OrderBy(a => a.NormalizedEmail).ToListAsync(ct))
            await output.WriteLineAsync($"{a.Email}\t{a.Role.ToString().ToLowerInvariant()}\t{a.Name}\t{(a.TwoFactorEnabled ? "second factor" : "password alone")}{(a.DisabledAt is null ? "" : "\tdisabled")}");
        return 0;
    }

    /// <summary>Disables an account and ends its sessions.</summary>
    public static Task<int> DisableAsync(TrackerDatabase database, string email, TextWriter output, CancellationToken ct) => WithAsync(database, email, output, async (keeping, id) =>
    {
        if (!await keeping.DisableAsync(null, id, disabled: true, ct)) return await FailAsync(output, $"'{email}' is disabled already, or is the last admin.");
        await output.WriteLineAsync($"Disabled '{email}' and ended its sessions.");
        return 0;
    }, ct);

    /// <summary>Prints a link by which the owner of an account sets a new password.</summary>
    public static Task<int> ResetAsync(TrackerDatabase database, string email, TextWriter output, CancellationToken ct) => WithAsync(database, email, output, async (keeping, id) =>
    {
        await output.WriteLineAsync($"Its sessions are ended. This link works once, for 24 hours: /account/reset?token={await keeping.ResetAsync(null, id, ct)}");
        return 0;
    }, ct);

    private static async Task<int> WithAsync(TrackerDatabase database, string email, TextWriter output, Func<AccountKeeping, Guid, Task<int>> deed, CancellationToken ct)
    {
        await using var context = Desk(database);
        var normalized = email.ToUpperInvariant();
        var id = await context.Accounts.Where(a => a.NormalizedEmail == normalized).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        return id is null ? await FailAsync(output, $"There is no account '{email}'.") : await deed(new AccountKeeping(database.Desk, TimeProvider.System), id.Value);
    }

    private static async Task<int> FailAsync(TextWriter output, string reason)
    {
        await output.WriteLineAsync(reason);
        return 1;
    }

    private static DeskContext Desk(TrackerDatabase database) => new(new DbContextOptionsBuilder<DeskContext>().UseNpgsql(database.Desk).Options);
}
