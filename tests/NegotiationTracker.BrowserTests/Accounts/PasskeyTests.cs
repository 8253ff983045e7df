using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Desk;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Accounts;

/// <summary>Passkeys in a real browser, with the device that Chromium plays for tests.</summary>
public sealed class PasskeyTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private const string Password = "patient heron over the estuary";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // By name: a passkey belongs to one, and an address in numbers has none.
    private string Address => site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_passkey_is_added_signs_in_and_opens_nothing_once_it_was_taken_away()
    {
        var page = await OpenAsync("dora");
        await AddAsync(page, "Dora's laptop");
        (await page.Locator("table", new() { HasText = "Dora's laptop" }).CountAsync()).ShouldBe(1);
        (await page.ViolationsAsync()).ShouldBeEmpty();

        await SignOutAsync(page);
        await page.GotoAsync($"{Address}/account/sign-in?returnUrl=/desk/drafts");
        await EnterAsync(page);
        await page.WaitForURLAsync($"{Address}/desk/drafts");

        await page.GotoAsync($"{Address}/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take away the passkey Dora's laptop" }).ClickAsync();
        await page.Locator("[role=status]", new() { HasText = "opens nothing here any more" }).WaitForAsync();
        await SignOutAsync(page);
        await page.GotoAsync($"{Address}/account/sign-in");
        await EnterAsync(page);
        await RefusedAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_answer_that_was_overheard_lets_nobody_in()
    {
        var page = await OpenAsync("emil");
        await AddAsync(page, "A key");
        await SignOutAsync(page);
        var (body, cookie) = ("", "");
        await page.RouteAsync("**/account/sign-in/passkey", async route =>
        {
            (body, cookie) = (route.Request.PostData ?? "", (await route.Request.AllHeadersAsync())["cookie"]);
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{Address}/account/sign-in");
        await EnterAsync(page);
        await page.WaitForURLAsync($"{Address}/desk");

        var thief = await chromium.OpenAsync();
        await thief.GotoAsync($"{Address}/account/sign-in");
        var ticket = cookie.Split("; ").Single(c => c.StartsWith("tracker-passkey=", StringComparison.Ordinal)).Split('=', 2);
        await thief.Context.AddCookiesAsync([new Cookie { Name = ticket[0], Value = ticket[1], Domain = "localhost", Path = "/account" }]);
        var token = await thief.Locator("[data-passkey-entry] [name=__RequestVerificationToken]").GetAttributeAsync("value");
        var answer = await thief.Context.APIRequest.PostAsync($"{Address}/account/sign-in/passkey", new() { DataString = body, Headers = new Dictionary<string, string> { ["RequestVerificationToken"] = token!, ["Content-Type"] = "application/json" } });
        answer.Status.ShouldBe(400);
        (await answer.TextAsync()).ShouldContain("That is not right");
        await thief.GotoAsync($"{Address}/account");
        thief.Url.ShouldContain("/account/sign-in");
        foreach (var one in new[] { page, thief }) await one.Context.CloseAsync();
    }

    [Fact]
    public async Task A_disabled_account_stays_out_and_is_told_no_more_than_others()
    {
        var page = await OpenAsync("fred");
        await AddAsync(page, "A key");
        await SignOutAsync(page);
        (await site.Services.GetRequiredService<AccountKeeping>().DisableAsync(null, await site.AccountAsync("fred"), disabled: true, Stop)).ShouldBeTrue();
        await page.GotoAsync($"{Address}/account/sign-in");
        await EnterAsync(page);
        await RefusedAsync(page);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task The_pages_of_accounts_are_healthy_accessible_and_fit(ColorScheme scheme, int width)
    {
        var page = await OpenAsync($"gina{width}", Role.Admin, scheme, width);
        await AddAsync(page, "A key with a name that is as long as names of devices now and then are");
        var health = PageHealth.Of(page);
        foreach (var path in new[] { "/account", "/account/sign-in", "/admin/users", "/admin/topics" })
        {
            await page.GotoAsync(Address + path, new() { WaitUntil = WaitUntilState.Load });
            (await page.ViolationsAsync()).ShouldBeEmpty($"{path} {scheme} {width}");
            (await page.OverflowsAsync()).ShouldBeFalse($"{path} {width}");
            health.Complaints.ShouldBeEmpty(path);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_there_is_the_form_with_the_password_alone()
    {
        var page = await chromium.OpenAsync(script: false);
        await page.GotoAsync($"{Address}/account/sign-in");
        (await page.Locator("[data-passkey-entry]").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#password").IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string name, Role role = Role.Editor, ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        await UserCommands.AddAsync(site.Services.GetRequiredService<TrackerDatabase>(), $"{name}@example.org", role, name, passwordFromInput: true, new StringReader(Password), TextWriter.Null, Stop);
        var page = await chromium.OpenAsync(scheme, width);
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{Address}/account/sign-in?returnUrl=/account");
        await page.FillAsync("#email", $"{name}@example.org");
        await page.FillAsync("#password", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"{Address}/account");
        return page;
    }

    private static async Task AddAsync(IPage page, string name)
    {
        await page.FillAsync("#passkey-name", name);
        await page.FillAsync("#passkey-password", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.Locator("[role=status]", new() { HasText = "The passkey is added" }).WaitForAsync();
    }

    private static Task EnterAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

    private async Task SignOutAsync(IPage page)
    {
        await page.Locator(".account-line").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync($"{Address}/");
    }

    private async Task RefusedAsync(IPage page)
    {
        await page.Locator("[role=alert]", new() { HasText = "That is not right" }).WaitForAsync();
        await page.GotoAsync($"{Address}/account");
        page.Url.ShouldContain("/account/sign-in");
    }
}
