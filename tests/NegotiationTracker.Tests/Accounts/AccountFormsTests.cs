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
        var (now, next, recovery) = await SecondFactorAsync(client);

        (await LetsInAsync(Email, now)).ShouldBeFalse("the code that switched it on is used up");
        (await LetsInAsync(Email, next)).ShouldBeTrue();
        (await LetsInAsync(Email, next)).ShouldBeFalse("a code was used again");
        (await LetsInAsync(Email, recovery)).ShouldBeTrue();
        (await LetsInAsync(Email, recovery)).ShouldBeFalse("a recovery code was used again");
    }

    [Fact]
    public async Task Of_many_who_use_one_recovery_code_at_once_one_is_let_in_and_a_line_says_so()
    {
        const string Email = "recovered@example.org";
        using var client = await EnteredAsync(Email);
        var (_, _, recovery) = await SecondFactorAsync(client);
        var entered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LetsInAsync(Email, recovery)));
        entered.Count(e => e).ShouldBe(1);
        await using var desk = new DeskContext(server.Database.DeskOptions);
        var id = await desk.Accounts.Where(a => a.Email == Email).Select(a => a.Id).SingleAsync(Stop);
        (await desk.Audit.CountAsync(l => l.Action == Data.Editorial.AuditAction.RecoveryCodeUsed && l.Subject == $"account {id}", Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task The_step_after_an_old_password_ends_with_it()
    {
        const string Email = "stepped@example.org";
        using var client = await EnteredAsync(Email);
        var (_, next, _) = await SecondFactorAsync(client);
        using var other = server.Anonymous();
        var ticket = Between(await TextAsync(await DeskServer.SignInAsync(other, Email, DeskServer.Password)), "Second.Ticket\" value=\"", "\"");
        (await TextAsync(await DeskServer.PostAsync(client, "/account", "password", ("Change.Old", DeskServer.Password), ("Change.New", NewPassword)))).ShouldContain("The password is changed");
        using var answer = await DeskServer.PostAsync(other, "/account/sign-in", "second-factor", ("Second.Ticket", ticket), ("Second.Code", next));
        (await TextAsync(answer)).ShouldContain("please sign in again");
        (await other.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_key_of_the_second_factor_is_a_picture_to_scan_and_stands_beside_it_in_letters()
    {
        using var client = await EnteredAsync("scanner@example.org");
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await client.GetStringAsync("/account", Stop), Stop);
        var picture = page.QuerySelector("svg.qr[role=img]")!;
        picture.QuerySelector("title")!.TextContent.ShouldContain("scanner@example.org");
        picture.GetAttribute("aria-labelledby").ShouldBe(picture.QuerySelector("title")!.Id);
        // White below, with four modules free on every side; nothing that the policy would have to allow.
        picture.QuerySelector("rect")!.GetAttribute("fill").ShouldBe("#fff");
        var size = int.Parse(picture.GetAttribute("viewBox")!.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        var drawn = picture.QuerySelector("path")!.GetAttribute("d")!.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ', 'h', 'v')).Select(r => (X: int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture), Y: int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), Width: int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        (drawn.Min(r => r.X), drawn.Min(r => r.Y), drawn.Max(r => r.X + r.Width), drawn.Max(r => r.Y + 1)).ShouldBe((4, 4, size - 4, size - 4));
        picture.OuterHtml.ShouldNotContain("style=");
        var key = page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        page.QuerySelector("a[href^='otpauth://']")!.GetAttribute("href")!.ShouldContain($"secret={key}&issuer=");
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

    // Switches it on: the code that did, the one after it, and a recovery code.
    private static async Task<(string Now, string Next, string Recovery)> SecondFactorAsync(HttpClient client)
    {
        var key = Between(await client.GetStringAsync("/account", Stop), "<code class=\"key\">", "</code>").Replace(" ", "", StringComparison.Ordinal);
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        var now = OneTimeCode.At(OneTimeCode.Base32(key), step);
        var set = await TextAsync(await DeskServer.PostAsync(client, "/account", "second-factor-on", ("On.Code", now)));
        set.ShouldContain("The second factor is switched on.");
        return (now, OneTimeCode.At(OneTimeCode.Base32(key), step + 1), Between(set, "<li><code>", "</code>"));
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
