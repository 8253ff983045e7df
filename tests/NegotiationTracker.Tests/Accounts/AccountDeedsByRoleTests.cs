using System.Reflection;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Every deed that concerns somebody else's account by every role, asked of the handler that acts: all are for admins.</summary>
public sealed class AccountDeedsByRoleTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountKeeping Keeping => new(own.Database.Desk, TimeProvider.System);

    public static TheoryData<string, Role> Table
    {
        get
        {
            var table = new TheoryData<string, Role>();
            foreach (var deed in Deeds())
                foreach (var role in Enum.GetValues<Role>()) table.Add(deed.Name, role);
            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_deed_is_done_for_an_admin_alone(string deed, Role role)
    {
        var (account, subject) = (await Colleagues.AddAsync(own.Database, role), await SubjectAsync());
        (await IsDoneAsync(deed, account, subject)).ShouldBe(role == Role.Admin, $"{deed} by {role}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task No_deed_is_done_for_an_account_that_was_disabled(string deed, Role role) =>
        (await IsDoneAsync(deed, await Colleagues.AddAsync(own.Database, role, disabled: true), await SubjectAsync())).ShouldBeFalse();

    [Fact]
    public async Task Every_deed_leaves_a_line_that_names_who_and_whom_and_no_address()
    {
        var (account, subject) = (await Colleagues.AddAsync(own.Database, Role.Admin), await SubjectAsync());
        foreach (var deed in Deeds()) await IsDoneAsync(deed.Name, account, subject);
        await using var desk = new DeskContext(own.Database.DeskOptions);
        var lines = desk.Audit.Where(l => l.Actor == $"account {account}").ToList();
        foreach (var action in new[] { AuditAction.Invited, AuditAction.InvitationTakenBack, AuditAction.PasswordReset, AuditAction.RoleChanged, AuditAction.Disabled, AuditAction.SessionsEnded, AuditAction.SecondFactorTaken })
            lines.ShouldContain(l => l.Action == action, action.ToString());
        lines.ShouldAllBe(l => !$"{l.Subject} {l.Detail}".Contains('@', StringComparison.Ordinal));
    }

    // With something of everything that can be taken away.
    private async Task<Guid> SubjectAsync()
    {
        var subject = await Colleagues.AddAsync(own.Database, Role.Editor);
        await TestDatabase.AskAsync(own.Database.Owner, $"update desk.accounts set two_factor_enabled = true where id = '{subject}'");
        await using var desk = new DeskContext(own.Database.DeskOptions);
        var now = DateTimeOffset.UtcNow;
        desk.Add(new Session { Id = Guid.CreateVersion7(), AccountId = subject, KeyHash = Secrets.Hash(Secrets.New()), CreatedAt = now, SeenAt = now, ExpiresAt = now.AddDays(1), Agent = "a browser" });
        await desk.SaveChangesAsync(Stop);
        return subject;
    }

    private async Task<bool> IsDoneAsync(string deed, Guid account, Guid subject)
    {
        var method = Deeds().Single(m => m.Name == deed);
        var link = (await Keeping.FindLinkAsync(await Keeping.InviteAsync(null, Role.Editor, null, Stop), Stop))!.Id;
        // Sessions that an earlier deed ended are open again.
        await TestDatabase.AskAsync(own.Database.Owner, $"update desk.sessions set ended_at = null where account_id = '{subject}'");
        var task = (Task)method.Invoke(Keeping, [.. method.GetParameters().Select(object? (p) => p.Name switch
        {
            "account" => account,
            "subject" => subject,
            "role" => Role.Analyst,
            "email" => "somebody@example.org",
            "disabled" => true,
            "link" => link,
            "ct" => Stop,
            _ => throw new InvalidOperationException($"Say what {deed} is to be given as '{p.Name}'."),
        })])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task) is not (null or false);
    }

    private static IEnumerable<MethodInfo> Deeds() =>
        typeof(AccountKeeping).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetParameters() is [{ Name: "account" }, ..]);
}
