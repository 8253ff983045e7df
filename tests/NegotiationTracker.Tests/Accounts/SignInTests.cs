using System.Net;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Accounts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

public sealed class SignInTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AccountKeeping Keeping => new(server.Database.Desk, TimeProvider.System);

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        using var client = server.Anonymous();
        var wrong = await Said(await DeskServer.SignInAsync(client, DeskServer.EmailOf(Role.Editor), "not the password at all"));
        var unknown = await Said(await DeskServer.SignInAsync(client, "nobody@example.org", "not the password at all"));
        wrong.ShouldBe(unknown);
        wrong.ShouldContain("That is not right");
    }

    [Fact]
    public async Task Ten_failures_lock_an_account_and_the_right_password_then_gets_the_same_answer()
    {
        await server.AddAsync("locked@example.org", Role.Editor);
        using var client = server.Anonymous();
        for (var i = 0; i < 10; i++) await DeskServer.SignInAsync(client, "locked@example.org", $"wrong password {i}");
        (await Said(await DeskServer.SignInAsync(client, "locked@example.org", DeskServer.Password))).ShouldContain("That is not right");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = server.Anonymous();
        (await DeskServer.PostWithAsync(client, "/account/sign-in", "sign-in", token: null, ("Form.Email", "a@example.org"), ("Form.Password", "x"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/", "/desk")]
    [InlineData("//evil.example", "/desk")]
    [InlineData("/\\evil.example", "/desk")]
    [InlineData("/desk/drafts?state=Open", "/desk/drafts?state=Open")]
    [InlineData(null, "/desk")]
    public void Signing_in_leads_on_within_this_site_alone(string? asked, string onward) => SignIn.Onward(asked).ShouldBe(onward);

    [Fact]
    public async Task A_disabled_account_is_signed_out_at_its_next_request()
    {
        await server.AddAsync("leaving@example.org", Role.Editor);
        using var client = server.Anonymous();
        await DeskServer.SignInAsync(client, "leaving@example.org", DeskServer.Password);
        (await client.GetAsync("/desk", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Keeping.DisableAsync(null, await IdAsync("leaving@example.org"), disabled: true, Stop)).ShouldBeTrue();
        (await client.GetAsync("/desk", Stop)).Headers.Location!.PathAndQuery.ShouldStartWith("/account/sign-in");
        (await Said(await DeskServer.SignInAsync(client, "leaving@example.org", DeskServer.Password))).ShouldContain("That is not right");
    }

    [Fact]
    public async Task Another_role_counts_at_the_next_request()
    {
        await server.AddAsync("changing@example.org", Role.Reader);
        using var client = server.Anonymous();
        await DeskServer.SignInAsync(client, "changing@example.org", DeskServer.Password);
        (await client.GetAsync("/desk", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Keeping.ChangeRoleAsync(null, await IdAsync("changing@example.org"), Role.Editor, Stop)).ShouldBeTrue();
        (await client.GetAsync("/desk", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        using var client = await server.AsAsync(Role.Analyst);
        (await client.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var desk = new DeskContext(server.Database.DeskOptions);
        var before = await desk.Sessions.CountAsync(s => s.EndedAt == null, Stop);
        var page = await client.GetStringAsync("/account", Stop);
        var token = page[(page.IndexOf("__RequestVerificationToken\" value=\"", StringComparison.Ordinal) + 35)..];
        await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token[..token.IndexOf('"')])]), Stop);
        (await desk.Sessions.CountAsync(s => s.EndedAt == null, Stop)).ShouldBe(before - 1);
        (await client.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Another_page_can_sign_nobody_out()
    {
        using var client = await server.AsAsync(Role.Reader);
        (await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([KeyValuePair.Create("next", "/")]), Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_is_not_for_scripts_nor_for_other_sites_and_is_another_at_each_signing_in()
    {
        await server.AddAsync("cookie@example.org", Role.Editor);
        using var client = server.Anonymous();
        var first = Cookie(await DeskServer.SignInAsync(client, "cookie@example.org", DeskServer.Password));
        foreach (var mark in new[] { "httponly", "samesite=lax", "path=/" }) first.ShouldContain(mark, Case.Insensitive);
        await using var desk = new DeskContext(server.Database.DeskOptions);
        var owner = await IdAsync("cookie@example.org");
        var old = (await desk.Sessions.AsNoTracking().SingleAsync(s => s.AccountId == owner, Stop)).Id;
        Cookie(await DeskServer.SignInAsync(client, "cookie@example.org", DeskServer.Password)).ShouldNotBe(first);
        (await desk.Sessions.AsNoTracking().SingleAsync(s => s.Id == old, Stop)).EndedAt.ShouldNotBeNull("who had been signed in in this browser is not any more");
    }

    [Fact]
    public async Task A_second_node_knows_the_cookie_and_the_tokens_of_the_first_because_their_keys_are_in_the_database()
    {
        using var client = await server.AsAsync(Role.Editor);
        (await TestDatabase.AskAsync(server.Database.Owner, "select count(*) > 0 from desk.protection_keys")).ShouldBe(true);
        await using var node = await Web.TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", server.Database.OwnerConnectionString, "--Logging:LogLevel:Default", "Warning"], ct: Stop);
        await node.StartAsync(Stop);
        var there = new Uri(node.Urls.Single());
        (await client.GetAsync(new Uri(there, "/desk"), Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await client.GetStringAsync("/account", Stop);
        var at = page.IndexOf("__RequestVerificationToken\" value=\"", StringComparison.Ordinal) + 35;
        (await client.PostAsync(new Uri(there, "/account/sign-out"), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page[at..page.IndexOf('"', at)])]), Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/desk", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out on one node is signed out on all");
    }

    [Fact]
    public async Task An_invitation_makes_one_account_with_its_role_and_works_once()
    {
        var token = await Keeping.InviteAsync(null, Role.Reviewer, "invited@example.org", Stop);
        using var client = server.Anonymous();
        var done = await DeskServer.PostAsync(client, $"/account/invitation?token={token}", "link", ("Form.Name", "Invited"), ("Form.Email", "other@example.org"), ("Form.Password", DeskServer.Password));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var desk = new DeskContext(server.Database.DeskOptions);
        (await desk.Accounts.SingleAsync(a => a.Email == "invited@example.org", Stop)).Role.ShouldBe(Role.Reviewer);
        (await server.Anonymous().GetStringAsync($"/account/invitation?token={token}", Stop)).ShouldContain("does not work any more");
    }

    [Fact]
    public async Task No_link_makes_a_first_admin_where_there_are_accounts() => (await Keeping.FirstAdminAsync(Stop)).ShouldBeNull();

    [Fact]
    public async Task The_last_admin_can_be_neither_disabled_nor_demoted()
    {
        var admin = await IdAsync(DeskServer.EmailOf(Role.Admin));
        (await Keeping.DisableAsync(null, admin, disabled: true, Stop)).ShouldBeFalse();
        (await Keeping.ChangeRoleAsync(null, admin, Role.Editor, Stop)).ShouldBeFalse();
    }

    private static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Last(c => c.StartsWith("tracker=", StringComparison.Ordinal));

    private async Task<Guid> IdAsync(string email)
    {
        await using var desk = new DeskContext(server.Database.DeskOptions);
        return await desk.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync(Stop);
    }

    private static async Task<string> Said(HttpResponseMessage response)
    {
        var page = await response.Content.ReadAsStringAsync(Stop);
        var at = page.IndexOf("class=\"fault\"", StringComparison.Ordinal);
        return at < 0 ? "" : page[at..page.IndexOf("</p>", at, StringComparison.Ordinal)];
    }
}
