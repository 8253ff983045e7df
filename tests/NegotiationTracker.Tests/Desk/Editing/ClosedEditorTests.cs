using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Shared.Signing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

/// <summary>What a closed editor leaves behind on its node: nothing. The editor itself, rendered as a circuit renders it, without a browser.</summary>
public sealed class ClosedEditorTests(ReviewServer site) : IClassFixture<ReviewServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_holds_an_editor_that_was_closed()
    {
        var closed = await OpenAndCloseAsync(await site.WriteAsync(Samples.Talks("held"), submit: false));
        for (var tries = 0; closed.IsAlive && tries < 100; tries++)
        {
            await Task.Delay(50, Stop);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        closed.IsAlive.ShouldBeFalse("something that lives longer than the circuit still refers to the editor");
        FreePlaces().ShouldBe(EditorCircuits.MaxPerAccount);
        (await TestDatabase.AskAsync(site.Database.Desk, "select count(*) from desk.presences")).ShouldBe(0L);
    }

    [Fact]
    public async Task An_editor_closed_while_the_database_is_slow_takes_no_place()
    {
        var draft = await site.WriteAsync(Samples.Talks("slow"), submit: false);
        await using var scope = site.Services.CreateAsyncScope();
        await SignInAsync(scope.ServiceProvider);
        Task opened;
        await using (var slow = await site.Database.Owner.OpenConnectionAsync(Stop))
        {
            await using var locked = await slow.BeginTransactionAsync(Stop);
            await using (var command = slow.CreateCommand())
            {
                command.CommandText = "lock table desk.drafts";
                await command.ExecuteNonQueryAsync(Stop);
            }
            await using (var circuit = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance))
            {
                opened = (await OpenAsync(circuit, draft)).QuiescenceTask;
                while ((long)(await TestDatabase.AskAsync(site.Database.Owner, "select count(*) from pg_locks where not granted and relation = 'desk.drafts'::regclass"))! == 0) await Task.Delay(20, Stop);
            }
        }
        await opened.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        FreePlaces().ShouldBe(EditorCircuits.MaxPerAccount);
    }

    // Apart from the test, whose own frame must not hold what is looked for. The editor refers to this object of its circuit, as does whatever refers to the editor.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> OpenAndCloseAsync(Guid draft)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await SignInAsync(scope.ServiceProvider);
        await using var circuit = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var editor = await OpenAsync(circuit, draft);
        await editor.QuiescenceTask.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        (await circuit.Dispatcher.InvokeAsync(editor.ToHtmlString)).ShouldContain("data-path=\"title\"");
        FreePlaces().ShouldBe(EditorCircuits.MaxPerAccount - 1);
        return new WeakReference(scope.ServiceProvider.GetRequiredService<EditorAccount>());
    }

    private async Task SignInAsync(IServiceProvider circuit)
    {
        await using var desk = new DeskContext(site.Database.DeskOptions);
        var account = site.Account(Role.Editor);
        var session = await desk.Sessions.Where(s => s.AccountId == account).Select(s => s.Id).FirstAsync(Stop);
        var principal = new CurrentAccount(account, "The editor", Role.Editor, session).ToPrincipal();
        ((IHostEnvironmentAuthenticationStateProvider)circuit.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
    }

    private async Task<HtmlRootComponent> OpenAsync(HtmlRenderer circuit, Guid draft)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(DraftEditor.Draft)] = draft, [nameof(DraftEditor.Account)] = site.Account(Role.Editor) };
        return await circuit.Dispatcher.InvokeAsync(() => circuit.BeginRenderingComponent<DraftEditor>(ParameterView.FromDictionary(parameters)));
    }

    private int FreePlaces()
    {
        var circuits = site.Services.GetRequiredService<EditorCircuits>();
        var places = Enumerable.Range(0, EditorCircuits.MaxPerAccount).Select(_ => circuits.Enter(site.Account(Role.Editor))).OfType<IDisposable>().ToList();
        foreach (var place in places) place.Dispose();
        return places.Count;
    }
}
