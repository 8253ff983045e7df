using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Shell;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Every route of the program by every role. A route that is not in the table, and is no public page, fails the test.</summary>
public sealed partial class RoutesByRoleTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Anyone = "anyone";
    private const string SignedIn = "signed in";

    // What everybody else is told: to sign in, or 403; of drafts and records at the desk, what somebody is told who made the address up.
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["/account"] = SignedIn,
        ["/account/views"] = nameof(Role.Analyst),
        ["/account/sign-in"] = Anyone,
        ["/account/setup"] = Anyone,
        ["/account/invitation"] = Anyone,
        ["/account/reset"] = Anyone,
        ["/admin/users"] = nameof(Role.Admin),
        ["/admin/invitations"] = nameof(Role.Admin),
        ["/admin/audit"] = nameof(Role.Admin),
        ["/admin/topics"] = nameof(Role.Admin),
        ["/admin/publishers"] = nameof(Role.Editor),
        ["/desk"] = nameof(Role.Editor),
        ["/desk/drafts"] = nameof(Role.Editor),
        ["/desk/drafts/{Id:guid}"] = SignedIn,
        ["/desk/drafts/{Id:guid}/kept"] = SignedIn,
        ["/desk/records/{Kind}/{Slug}"] = SignedIn,
        ["/desk/review"] = nameof(Role.Editor),
        ["/desk/review/{Id:guid}"] = SignedIn,
        ["/health/live"] = Anyone,
        ["/health/ready"] = Anyone,
        ["/robots.txt"] = Anyone,
        ["/sitemap.xml"] = Anyone,
        ["/live"] = Anyone,
        // Downloads go out as they are read and are kept nowhere, so they are no pages of the cache; what they give is public.
        ["/api/v1/timeline.csv"] = Anyone,
        ["/api/v1/timeline.json"] = Anyone,
        ["/api/v1/timeline.ics"] = Anyone,
    };

    // Only posted to, with the token of a form, without which nobody gets further than to be told so.
    private static readonly Dictionary<string, string> Posts = new(StringComparer.Ordinal)
    {
        ["/account/passkeys/options"] = SignedIn,
        ["/account/passkeys"] = SignedIn,
        ["/account/sign-in/passkey/options"] = Anyone,
        ["/account/sign-in/passkey"] = Anyone,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_is_a_public_page_or_stands_in_the_table()
    {
        var unknown = Routes().Where(r => !r.IsPublic).Select(r => r.Pattern).Where(p => !Table.ContainsKey(p) && !Posts.ContainsKey(p)).Distinct();
        unknown.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Admin)]
    public async Task A_route_is_shown_to_those_who_may_and_to_nobody_else(Role? role)
    {
        using var client = await server.AsAsync(role);
        foreach (var (pattern, least) in Table.Where(t => t.Key != "/live"))
        {
            var answer = await client.GetAsync(Value().Replace(pattern, m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : m.Value.Contains("Kind", StringComparison.Ordinal) ? "talks" : "nowhere"), HttpCompletionOption.ResponseHeadersRead, Stop);
            var may = least == Anyone || (role is not null && (least == SignedIn || role >= Enum.Parse<Role>(least)));
            var turned = answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.PathAndQuery.StartsWith("/account/sign-in", StringComparison.Ordinal) is true;
            turned.ShouldBe(!may, $"GET {pattern} by {role?.ToString() ?? "anonymous"}: {(int)answer.StatusCode}");
            if (least != Anyone && role is null) answer.Headers.Location.ShouldNotBeNull($"{pattern} asks to sign in");
        }
    }

    [Fact]
    public async Task Who_may_not_is_told_why_and_where_to_go()
    {
        using var reader = await server.AsAsync(Role.Reader);
        using var answer = await reader.GetAsync("/desk", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("the role of your account does not open this page");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Admin)]
    public async Task A_route_that_is_posted_to_asks_to_sign_in_where_it_has_to(Role? role)
    {
        using var client = await server.AsAsync(role);
        foreach (var (pattern, least) in Posts)
        {
            var answer = await client.PostAsync(pattern, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Stop);
            if (role is null && least == SignedIn) answer.Headers.Location!.PathAndQuery.ShouldStartWith("/account/sign-in");
            else answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, pattern);
        }
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    public async Task A_draft_is_for_who_may_not_write_like_one_that_does_not_exist(Role role)
    {
        var draft = await DraftAsync();
        using var client = await server.AsAsync(role);
        foreach (var path in new[] { "/desk/drafts/{0}", "/desk/review/{0}", "/desk/drafts/{0}/kept" })
        {
            var there = await client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, draft), Stop);
            var nowhere = await client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Guid.CreateVersion7()), Stop);
            (there.StatusCode, nowhere.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound), path);
            Plain(await there.Content.ReadAsStringAsync(Stop)).ShouldBe(Plain(await nowhere.Content.ReadAsStringAsync(Stop)), path);
        }
    }

    private async Task<Guid> DraftAsync()
    {
        var editor = await Colleagues.AddAsync(server.Database, Role.Editor);
        var drafts = server.App.Services.GetRequiredService<Data.Editorial.Drafts>();
        return ((Data.Editorial.DeskOutcome.Done)await drafts.CreateAsync(editor, "talks", new System.Text.Json.Nodes.JsonObject { ["title"] = "A secret title" }, Stop)).Draft.Id;
    }

    private IEnumerable<(string Pattern, bool IsPublic)> Routes() =>
        server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText is { } text && !text.TrimStart('/').StartsWith('_') && text != "/account/sign-out")
            .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<PublicPageAttribute>() is not null));

    // Ids of the request and tokens differ in any two answers.
    private static string Plain(string page) => Ids().Replace(page, "");

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 500)]
    private static partial Regex Value();

    [GeneratedRegex(@"value=""[^""]{60,}""|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 500)]
    private static partial Regex Ids();
}
