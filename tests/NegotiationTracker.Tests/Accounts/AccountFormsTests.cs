using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>What people do with their own account, by its forms.</summary>
public sealed class AccountFormsTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string NewPassword = "another harbour lantern eighteen";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountKeeping Keeping => new(server.Database.Desk, TimeProvider.System);

    [Fact]
    public async Task A_code_and_a_recovery_code_each_let_in_once()
    {
        const string Email = "factor@example.org";
        using var client = await EnteredAsync(Email);
        var key = Between(await client.GetStringAsync("/account", Stop), "<code class=\"key\">", "</code>").Replace(" ", "", StringComparison.Ordinal);
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        var (now, next) = (OneTimeCode.At(OneTimeCode.Base32(key), step), OneTimeCode.At(OneTimeCode.Base32(key), step + 1));
        var set = await TextAsync(await DeskServer.PostAsync(client, "/account", "second-factor-on", ("On.Code", now)));
        set.ShouldContain("The second factor is switched on.");
        var recovery = Between(set, "<li><code>", "</code>");

        (await LetsInAsync(Email, now)).ShouldBeFalse("the code that switched it on is used up");
        (await LetsInAsync(Email, next)).ShouldBeTrue();
        (await LetsInAsync(Email, next)).ShouldBeFalse("a code was used again");
        (await LetsInAsync(Email, recovery)).ShouldBeTrue();
        (await LetsInAsync(Email, recovery)).ShouldBeFalse("a recovery code was used again");
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_all_counted()
    {
        await server.AddAsync("guessed@example.org", Role.Editor);
        using var client = server.Anonymous();
        var token = Between(await client.GetStringAsync("/account/sign-in", Stop), "__RequestVerificationToken\" value=\"", "\"");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => DeskServer.PostWithAsync(client, "/account/sign-in", "sign-in", token, ("Form.Email", "guessed@example.org"), ("Form.Password", $"wrong password {i}"))));
        (await TextAsync(await DeskServer.SignInAsync(client, "guessed@example.org", DeskServer.Password))).ShouldContain("That is not right");
    }

    [Fact]
    public async Task Another_password_signs_out_everywhere_else()
    {
        using var here = await EnteredAsync("changer@example.org");
        using var elsewhere = server.Anonymous();
        await DeskServer.SignInAsync(elsewhere, "changer@example.org", DeskServer.Password);
        (await TextAsync(await DeskServer.PostAsync(here, "/account", "password", ("Change.Old", "not the password at all"), ("Change.New", NewPassword)))).ShouldContain("present password is not right");
        (await TextAsync(await DeskServer.PostAsync(here, "/account", "password", ("Change.Old", DeskServer.Password), ("Change.New", "too short")))).ShouldContain("at least 15");
        (await elsewhere.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(await DeskServer.PostAsync(here, "/account", "password", ("Change.Old", DeskServer.Password), ("Change.New", NewPassword)))).ShouldContain("The password is changed");
        (await here.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Using_the_link_of_a_reset_ends_what_the_old_password_opened_since()
    {
        using var client = await EnteredAsync("reset@example.org");
        await using var desk = new DeskContext(server.Database.DeskOptions);
        var id = await desk.Accounts.Where(a => a.Email == "reset@example.org").Select(a => a.Id).SingleAsync(Stop);
        var link = $"/account/reset?token={await Keeping.ResetAsync(null, id, Stop)}";
        (await client.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "making the link ends the sessions");
        await DeskServer.SignInAsync(client, "reset@example.org", DeskServer.Password);
        (await TextAsync(await DeskServer.PostAsync(client, link, "link"))).ShouldContain("The password has 0 characters");
        (await DeskServer.PostAsync(client, link, "link", ("Form.Password", NewPassword))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DeskServer.SignInAsync(client, "reset@example.org", NewPassword)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_an_admin_changes_meanwhile_is_not_undone_by_a_form_of_the_owner()
    {
        await server.AddAsync("raced@example.org", Role.Editor);
        await using var scope = server.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
        var read = (await accounts.FindByEmailAsync("raced@example.org"))!;
        (await Keeping.DisableAsync(null, read.Id, disabled: true, Stop)).ShouldBeTrue();
        await accounts.SetTwoFactorEnabledAsync(read, true);
        await using var desk = new DeskContext(server.Database.DeskOptions);
        (await desk.Accounts.SingleAsync(a => a.Id == read.Id, Stop)).DisabledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_public_page_is_the_same_for_who_is_signed_in_and_asks_nothing_of_the_desk()
    {
        using var client = await server.AsAsync(Role.Admin);
        using var reader = server.Anonymous();
        var page = await client.GetAsync("/about", Stop);
        page.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await TextAsync(page)).ShouldBe(await reader.GetStringAsync("/about", Stop));
    }

    [Fact]
    public async Task The_commands_add_list_reset_and_disable()
    {
        var database = server.App.Services.GetRequiredService<TrackerDatabase>();
        using var said = new StringWriter();
        (await UserCommands.AddAsync(database, "no address", Role.Editor, null, false, TextReader.Null, said, Stop)).ShouldBe(1);
        (await UserCommands.AddAsync(database, "c@example.org", Role.Editor, null, true, new StringReader("short"), said, Stop)).ShouldBe(1);
        (await UserCommands.AddAsync(database, "c@example.org", Role.Editor, new string('x', 101), true, new StringReader(NewPassword), said, Stop)).ShouldBe(1);
        (await UserCommands.AddAsync(database, "c@example.org", Role.Editor, "Cara", true, new StringReader(NewPassword), said, Stop)).ShouldBe(0);
        (await UserCommands.AddAsync(database, "C@example.org", Role.Editor, "Cara", true, new StringReader(NewPassword), said, Stop)).ShouldBe(1);
        (await UserCommands.AddAsync(database, "d@example.org", Role.Reader, null, false, TextReader.Null, said, Stop)).ShouldBe(0);
        (await UserCommands.ResetAsync(database, "c@example.org", said, Stop)).ShouldBe(0);
        (await UserCommands.DisableAsync(database, "c@example.org", said, Stop)).ShouldBe(0);
        (await UserCommands.DisableAsync(database, DeskServer.EmailOf(Role.Admin), said, Stop)).ShouldBe(1);
        (await UserCommands.DisableAsync(database, "nobody@example.org", said, Stop)).ShouldBe(1);
        (await UserCommands.ListAsync(database, said, Stop)).ShouldBe(0);
        foreach (var line in new[] { "/account/invitation?token=", "/account/reset?token=", "is the last admin", "c@example.org\teditor\tCara\tpassword alone\tdisabled" }) said.ToString().ShouldContain(line);
    }

    private async Task<HttpClient> EnteredAsync(string email)
    {
        await server.AddAsync(email, Role.Editor);
        var client = server.Anonymous();
        (await DeskServer.SignInAsync(client, email, DeskServer.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    private async Task<bool> LetsInAsync(string email, string code)
    {
        using var client = server.Anonymous();
        var ticket = Between(await TextAsync(await DeskServer.SignInAsync(client, email, DeskServer.Password)), "Second.Ticket\" value=\"", "\"");
        var answer = await DeskServer.PostAsync(client, "/account/sign-in", "second-factor", ("Second.Ticket", ticket), ("Second.Code", code));
        return answer.StatusCode == HttpStatusCode.Redirect && (await client.GetAsync("/account", Stop)).StatusCode == HttpStatusCode.OK;
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Stop);

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, before);
        return text[(from + before.Length)..text.IndexOf(after, from + before.Length, StringComparison.Ordinal)];
    }
}
