using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Accounts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Passkeys by their steps, with a device that also answers what no browser would.</summary>
public sealed class PasskeyTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountKeeping Keeping => new(server.Database.Desk, TimeProvider.System);

    [Fact]
    public async Task A_passkey_lets_in_without_password_and_code_and_leads_on_within_this_site()
    {
        var (owner, passkey) = await OwnerAsync("holder@example.org");
        await using (var scope = server.App.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.SetTwoFactorEnabledAsync((await accounts.FindByEmailAsync("holder@example.org"))!, true);
        }
        foreach (var (asked, onward) in new[] { ("", "/desk"), ("?returnUrl=%2Fdesk%2Freview", "/desk/review"), ("?returnUrl=%2F%2Fevil.example", "/desk") })
        {
            using var client = server.Anonymous();
            passkey.Counter++;
            var answer = await PasskeySteps.EnterAsync(client, o => passkey.Shown(o, client.BaseAddress!), asked);
            (await PasskeySteps.JsonAsync(answer))["onward"]!.GetValue<string>().ShouldBe(onward);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await PasskeySteps.IsInAsync(client)).ShouldBeTrue();
        }
        (await PasskeySteps.IsInAsync(owner)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_lets_in_once_whoever_kept_a_copy_of_it_and_of_the_ticket()
    {
        var (_, passkey) = await OwnerAsync("copied@example.org");
        using var client = server.Anonymous();
        var token = await PasskeySteps.TokenAsync(client, "/account/sign-in");
        var asked = await PasskeySteps.StepAsync(client, token, "/account/sign-in/passkey/options");
        var ticket = asked.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(PasskeyTicket.Cookie, StringComparison.Ordinal));
        foreach (var attribute in new[] { "path=/account", "max-age=300", "samesite=strict", "httponly" }) ticket.ShouldContain(attribute);
        var answer = passkey.Shown(await PasskeySteps.JsonAsync(asked), client.BaseAddress!);
        using var first = server.Anonymous();
        (await PasskeySteps.StepAsync(first, await PasskeySteps.TokenAsync(first, "/account/sign-in"), "/account/sign-in/passkey", answer, cookie: ticket.Split(';')[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PasskeySteps.IsInAsync(first)).ShouldBeTrue();

        await RefusedAsync(client, await PasskeySteps.StepAsync(client, token, "/account/sign-in/passkey", answer));
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("port")]
    [InlineData("plain")]
    [InlineData("domain")]
    [InlineData("unverified")]
    [InlineData("key")]
    [InlineData("counter")]
    [InlineData("challenge")]
    [InlineData("nonsense")]
    public async Task An_answer_that_is_not_right_gets_the_one_answer_of_signing_in(string fault)
    {
        var (_, passkey) = await OwnerAsync($"{fault}@example.org", counter: 5);
        using var client = server.Anonymous();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        passkey.Counter = fault == "counter" ? 5u : 6u;
        passkey.IsVerified = fault != "unverified";
        passkey.Origin = fault switch { "origin" => "https://evil.example", "port" => "http://127.0.0.1:1", "plain" => "ftp://127.0.0.1", _ => null };
        passkey.Domain = fault == "domain" ? "evil.example" : null;
        var answer = await PasskeySteps.EnterAsync(client, options =>
        {
            if (fault == "challenge") options["challenge"] = "AAAA";
            return fault == "nonsense" ? new JsonObject { ["id"] = 5 } : passkey.Shown(options, client.BaseAddress!, fault == "key" ? other : null);
        });
        await RefusedAsync(client, answer);
    }

    [Fact]
    public async Task A_disabled_account_and_one_whose_passkey_was_taken_away_get_the_same_answer()
    {
        var (_, disabled) = await OwnerAsync("disabled-key@example.org");
        (await Keeping.DisableAsync(null, await IdAsync("disabled-key@example.org"), disabled: true, Stop)).ShouldBeTrue();
        using var first = server.Anonymous();
        await RefusedAsync(first, await PasskeySteps.EnterAsync(first, o => disabled.Shown(o, first.BaseAddress!)));

        var (owner, taken) = await OwnerAsync("taken-key@example.org");
        var page = await owner.GetStringAsync("/account", Stop);
        var form = page[page.IndexOf("value=\"passkey-", StringComparison.Ordinal)..][7..];
        (await (await DeskServer.PostAsync(owner, "/account", form[..form.IndexOf('"')])).Content.ReadAsStringAsync(Stop)).ShouldContain("opens nothing here any more");
        using var second = server.Anonymous();
        await RefusedAsync(second, await PasskeySteps.EnterAsync(second, o => taken.Shown(o, second.BaseAddress!)));
        await AuditedAsync("taken-key@example.org", AuditAction.PasskeyAdded, AuditAction.PasskeyTaken);
    }

    [Fact]
    public async Task Adding_asks_for_the_password_and_a_ticket_of_this_session()
    {
        await server.AddAsync("adder@example.org", Role.Editor);
        using var client = server.Anonymous();
        await DeskServer.SignInAsync(client, "adder@example.org", DeskServer.Password);
        var token = await PasskeySteps.TokenAsync(client, "/account");
        async Task<HttpResponseMessage> AskAsync(string name, string password) => await PasskeySteps.StepAsync(client, token, "/account/passkeys/options", new JsonObject { ["name"] = name, ["password"] = password });
        (await FaultAsync(await AskAsync("Laptop", "not the password"))).ShouldContain("password is not right");
        (await FaultAsync(await AskAsync(" ", DeskServer.Password))).ShouldContain("name");
        (await FaultAsync(await AskAsync(new string('n', Passkeys.MaxName + 1), DeskServer.Password))).ShouldContain("name");

        var asked = await AskAsync("Laptop", DeskServer.Password);
        var ticket = asked.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(PasskeyTicket.Cookie, StringComparison.Ordinal)).Split(';')[0];
        using var device = new DevicePasskey();
        var made = device.Made(await PasskeySteps.JsonAsync(asked), client.BaseAddress!);
        using var elsewhere = server.Anonymous();
        await DeskServer.SignInAsync(elsewhere, "adder@example.org", DeskServer.Password);
        (await FaultAsync(await PasskeySteps.StepAsync(elsewhere, await PasskeySteps.TokenAsync(elsewhere, "/account"), "/account/passkeys", made, ticket))).ShouldContain("begin again");
        (await PasskeySteps.StepAsync(client, token, "/account/passkeys", made)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FaultAsync(await PasskeySteps.StepAsync(client, token, "/account/passkeys", made, ticket))).ShouldNotBeEmpty();
        (await client.GetStringAsync("/account?passkey=added", Stop)).ShouldContain("The passkey is added");

        // A ticket of signing in is none for adding.
        var entry = await PasskeySteps.JsonAsync(await PasskeySteps.StepAsync(client, token, "/account/sign-in/passkey/options"));
        entry["user"] = new JsonObject { ["id"] = "AAAA" };
        using var another = new DevicePasskey();
        (await FaultAsync(await PasskeySteps.StepAsync(client, token, "/account/passkeys", another.Made(entry, client.BaseAddress!)))).ShouldContain("begin again");
    }

    [Fact]
    public async Task A_step_without_the_token_of_its_form_is_refused()
    {
        using var client = await server.AsAsync(Role.Editor);
        foreach (var path in new[] { "/account/passkeys/options", "/account/passkeys", "/account/sign-in/passkey/options", "/account/sign-in/passkey" })
        {
            (await FaultAsync(await PasskeySteps.StepAsync(client, token: null, path))).ShouldContain("load it again");
        }
    }

    [Fact]
    public async Task An_account_has_at_most_twenty()
    {
        var (owner, _) = await OwnerAsync("many@example.org");
        await using (var scope = server.App.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByEmailAsync("many@example.org"))!;
            for (var i = 1; i < Passkeys.Most; i++)
                await accounts.AddOrUpdatePasskeyAsync(account, new UserPasskeyInfo(RandomNumberGenerator.GetBytes(16), [1], DateTimeOffset.UtcNow, 0, [], true, false, false, [1], [1]) { Name = $"Key {i}" });
        }
        var token = await PasskeySteps.TokenAsync(owner, "/account");
        (await FaultAsync(await PasskeySteps.StepAsync(owner, token, "/account/passkeys/options", new JsonObject { ["name"] = "One more", ["password"] = DeskServer.Password }))).ShouldContain("at most 20");
        (await owner.GetStringAsync("/account", Stop)).ShouldNotContain("data-passkey-adding");
    }

    [Fact]
    public async Task An_admin_takes_factors_and_passkeys_away_and_a_link_lets_their_owner_in_again()
    {
        var (owner, passkey) = await OwnerAsync("lost@example.org");
        var id = await IdAsync("lost@example.org");
        await using (var scope = server.App.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByIdAsync(id.ToString()))!;
            await accounts.ResetAuthenticatorKeyAsync(account);
            await accounts.SetTwoFactorEnabledAsync(account, true);
            await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        }
        (await Keeping.TakeFactorsAsync(await IdAsync(DeskServer.EmailOf(Role.Editor)), id, Stop)).ShouldBeNull("only admins may");
        using var admin = await server.AsAsync(Role.Admin);
        var page = await (await DeskServer.PostAsync(admin, "/admin/users", $"factors-{id}")).Content.ReadAsStringAsync(Stop);
        var link = page[(page.IndexOf("/account/reset?token=", StringComparison.Ordinal) is var at and > 0 ? at : throw new InvalidOperationException(page))..].Split('<')[0];

        (await PasskeySteps.IsInAsync(owner)).ShouldBeFalse("the sessions are ended");
        using var client = server.Anonymous();
        await RefusedAsync(client, await PasskeySteps.EnterAsync(client, o => passkey.Shown(o, client.BaseAddress!)));
        await DeskServer.SignInAsync(client, "lost@example.org", DeskServer.Password);
        (await PasskeySteps.IsInAsync(client)).ShouldBeFalse("a password that a second factor allowed to be short opens nothing alone");
        (await DeskServer.PostAsync(client, link, "link", ("Form.Password", "another harbour lantern eighteen"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DeskServer.SignInAsync(client, "lost@example.org", "another harbour lantern eighteen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PasskeySteps.IsInAsync(client)).ShouldBeTrue();
        await AuditedAsync("lost@example.org", AuditAction.PasskeyAdded, AuditAction.SecondFactorTaken, AuditAction.PasskeyTaken, AuditAction.PasswordReset);
        (await Keeping.TakeFactorsAsync(null, id, Stop)).ShouldBeNull("there is nothing left to take");
    }

    private async Task<(HttpClient Owner, DevicePasskey Passkey)> OwnerAsync(string email, uint counter = 0)
    {
        await server.AddAsync(email, Role.Editor);
        var client = server.Anonymous();
        await DeskServer.SignInAsync(client, email, DeskServer.Password);
        return (client, await PasskeySteps.AddAsync(client, counter: counter));
    }

    private async Task<Guid> IdAsync(string email)
    {
        await using var desk = new DeskContext(server.Database.DeskOptions);
        return await desk.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync(Stop);
    }

    private async Task AuditedAsync(string email, params AuditAction[] actions)
    {
        var subject = $"account {await IdAsync(email)}";
        await using var desk = new DeskContext(server.Database.DeskOptions);
        var lines = await desk.Audit.Where(a => a.Subject == subject).Select(a => a.Action).ToListAsync(Stop);
        actions.ShouldBeSubsetOf(lines);
    }

    private static async Task RefusedAsync(HttpClient client, HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FaultAsync(answer)).ShouldBe(SignIn.Wrong);
        (await PasskeySteps.IsInAsync(client)).ShouldBeFalse();
    }

    private static async Task<string> FaultAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await PasskeySteps.JsonAsync(answer))["fault"]!.GetValue<string>();
    }
}
