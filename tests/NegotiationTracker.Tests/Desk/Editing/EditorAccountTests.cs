using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Picking;
using NegotiationTracker.Web.Shared.Signing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

/// <summary>An editor that was open when the right to it ended: the circuit still believes in it, the database does not.</summary>
public sealed class EditorAccountTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountKeeping Keeping => new(own.Database.Desk, TimeProvider.System);

    [Fact]
    public async Task A_sign_out_is_known_at_once()
    {
        var (editor, account) = await OpenAsync();
        (await editor.FindAsync()).ShouldBe(account.Id);
        await Keeping.EndOwnAsync(account.Id, account.Session, Guid.Empty, Stop);
        (await editor.FindAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Another_role_is_known_at_once()
    {
        var (editor, account) = await OpenAsync();
        (await Keeping.ChangeRoleAsync(null, account.Id, Role.Analyst, Stop)).ShouldBeTrue();
        (await editor.FindAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_disabled_account_is_known_at_once_and_nobody_is_told_that_it_is_there()
    {
        var (editor, account) = await OpenAsync();
        (await Keeping.DisableAsync(null, account.Id, disabled: true, Stop)).ShouldBeTrue();
        (await editor.FindAsync()).ShouldBeNull();
        var (presences, draft) = (new Presences(own.Database.Desk, TimeProvider.System), await DraftAsync());
        await presences.BeatAsync(Guid.CreateVersion7(), draft, await Colleagues.AddAsync(own.Database, Role.Editor, "At the desk"), Stop);
        (await presences.BeatAsync(Guid.CreateVersion7(), draft, account.Id, Stop)).ShouldBeEmpty("who may not write is not told who does");
        (await presences.BeatAsync(Guid.CreateVersion7(), draft, await Colleagues.AddAsync(own.Database, Role.Editor), Stop)).Select(c => c.Name).ShouldBe(["At the desk"]);
    }

    [Fact]
    public async Task Pickers_find_no_draft_any_more()
    {
        var (editor, account) = await OpenAsync();
        await DraftAsync();
        var finder = new RecordFinder(new PooledDbContextFactory<RecordContext>(own.Database.ReaderOptions), new PooledDbContextFactory<DeskContext>(own.Database.DeskOptions), editor.IsThereAsync);
        (await finder.FindAsync(["people"], "Kanarienvogel", ct: Stop)).ShouldNotBeEmpty();
        await Keeping.EndOwnAsync(account.Id, account.Session, Guid.Empty, Stop);
        (await finder.FindAsync(["people"], "Kanarienvogel", ct: Stop)).ShouldBeEmpty();
        (await finder.GetAsync([("people", "kanarienvogel")], Stop)).ShouldBeEmpty();
        (await finder.AllAsync(["people"], Stop)).ShouldBeEmpty();
        (await finder.DocumentAsync("people", "kanarienvogel", Stop)).ShouldBeNull();
    }

    private async Task<Guid> DraftAsync()
    {
        var writer = await Colleagues.AddAsync(own.Database, Role.Editor);
        var seed = new System.Text.Json.Nodes.JsonObject { ["title"] = "Kanarienvogel", ["slug"] = "kanarienvogel" };
        return (await new Drafts(own.Database.Desk, TimeProvider.System).CreateAsync(writer, "people", seed, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Id;
    }

    private async Task<(EditorAccount Editor, CurrentAccount Account)> OpenAsync()
    {
        var id = await Colleagues.AddAsync(own.Database, Role.Editor);
        var account = new CurrentAccount(id, "Somebody", Role.Editor, Guid.CreateVersion7());
        await using var desk = new DeskContext(own.Database.DeskOptions);
        var now = DateTimeOffset.UtcNow;
        desk.Add(new Session { Id = account.Session, AccountId = id, KeyHash = Secrets.Hash(Secrets.New()), CreatedAt = now, SeenAt = now, ExpiresAt = now.AddDays(1), Agent = "a browser" });
        await desk.SaveChangesAsync(Stop);
        return (new EditorAccount(new Believing(account.ToPrincipal()), new PooledDbContextFactory<DeskContext>(own.Database.DeskOptions), TimeProvider.System), account);
    }

    private sealed class Believing(ClaimsPrincipal principal) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
    }
}
