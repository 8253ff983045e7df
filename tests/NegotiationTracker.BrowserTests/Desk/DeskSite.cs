using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>The program with two editors, anna and boris, dana, who reviews and may do all, and rita, who only reads, on an address that stays the same when it is stopped and started again.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    private const string Password = "quiet harbour lantern seventeen";

    private string _home = "";
    private WebApplication? _app;
    private string _address = "http://127.0.0.1:0";

    public string Address => _address;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _home = await FilledHome.CopyAsync();
        await StartAsync();
        foreach (var (name, role) in new[] { ("anna", Role.Editor), ("boris", Role.Editor), ("rolf", Role.Reviewer), ("dana", Role.Admin), ("rita", Role.Reader) })
            (await UserCommands.AddAsync(Services.GetRequiredService<TrackerDatabase>(), Email(name), role, name, passwordFromInput: true, new StringReader(Password), TextWriter.Null, default)).ShouldBe(0);
    }

    public async Task StartAsync()
    {
        _app = await TrackerApp.BuildAsync(["--urls", _address, "--Tracker:Home", _home, "--Logging:LogLevel:Default", "Error", "--DetailedErrors", "true"]);
        await _app.StartAsync();
        _address = _app.Urls.Single();
    }

    public async Task StopAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _app = null;
    }

    public async Task<Guid> AccountAsync(string name)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync();
        var email = Email(name);
        return await context.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync();
    }

    /// <summary>A new draft of anna's.</summary>
    public async Task<string> DraftAsync(JsonObject? seed = null, string kind = "talks") =>
        $"/desk/drafts/{((DeskOutcome.Done)await Services.GetRequiredService<Drafts>().CreateAsync(await AccountAsync("anna"), kind, seed ?? [])).Draft.Id}";

    /// <summary>What the database has.</summary>
    public async Task<JsonObject> SavedAsync(string draft) =>
        JsonNode.Parse((await Services.GetRequiredService<Drafts>().FindAsync(await AccountAsync("anna"), Guid.Parse(draft.Split('/')[^1])))!.Document)!.AsObject();

    /// <summary>Signs in, and opens a page of the desk.</summary>
    public async Task OpenAsync(IPage page, string name, string path, string? address = null)
    {
        await page.GotoAsync($"{address ?? Address}/account/sign-in?returnUrl={path}");
        await SignInAsync(page, name);
        await ReadyAsync(page);
    }

    /// <summary>Signs in, and goes to a page of the desk that is no editor.</summary>
    public async Task GoAsync(IPage page, string name, string path)
    {
        await page.GotoAsync($"{Address}/account/sign-in?returnUrl={path}");
        await SignInAsync(page, name);
        await page.WaitForURLAsync($"{Address}{path}", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("h1").WaitForAsync();
    }

    public static async Task SignInAsync(IPage page, string name)
    {
        await page.FillAsync("#email", Email(name));
        await page.FillAsync("#password", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Waits until the editor is there and hears its server.</summary>
    public static Task ReadyAsync(IPage page) => page.Locator("#save-state[data-state=saved]").WaitForAsync(new() { Timeout = 60_000 });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_home, recursive: true);
    }

    private static string Email(string name) => $"{name}@example.org";
}
