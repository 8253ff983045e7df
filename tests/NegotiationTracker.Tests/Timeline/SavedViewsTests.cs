using System.Net;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class SavedViewsTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string View = "/timeline?party=ukraine&kind=talks";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_analyst_keeps_a_view_under_a_name_and_nobody_else_sees_it()
    {
        using var mine = await EnteredAsync("views-analyst@example.org");
        (await PageAsync(mine, $"/account/views?view={Uri.EscapeDataString(View)}")).ShouldContain("Save it");
        await SaveAsync(mine, "Ukraine <talks>", View);
        var kept = await PageAsync(mine, "/account/views");
        kept.ShouldContain("href=\"/timeline?party=ukraine&amp;kind=talks\"");
        kept.ShouldContain("Ukraine &lt;talks&gt;");
        (await SaveAsync(mine, "Ukraine <talks>", "/timeline")).ShouldContain("You keep a view of that name already.");

        using var other = await EnteredAsync("views-other@example.org");
        (await PageAsync(other, "/account/views")).ShouldNotContain("Ukraine &lt;talks&gt;");
        using var nobody = server.Anonymous();
        (await nobody.GetAsync("/account/views", Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_reader_keeps_none()
    {
        using var reader = await server.AsAsync(Role.Reader);
        (await reader.GetAsync("/account/views", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PageAsync(reader, "/account")).ShouldNotContain("/account/views");
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/timeline?")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/desk")]
    public async Task Only_selections_of_the_timeline_are_kept(string address)
    {
        using var mine = await EnteredAsync($"views-{address.Length}@example.org");
        (await PageAsync(mine, $"/account/views?view={Uri.EscapeDataString(address)}")).ShouldNotContain("Save it");
        (await SaveAsync(mine, "Elsewhere", address)).ShouldContain("Only selections of the timeline can be saved.");
    }

    private static async Task<string> PageAsync(HttpClient client, string address) => await client.GetStringAsync(address, Ct);

    private static async Task<string> SaveAsync(HttpClient client, string name, string address)
    {
        using var response = await DeskServer.PostAsync(client, $"/account/views?view={Uri.EscapeDataString(View)}", "save-view", ("View.Name", name), ("View.Address", address));
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private async Task<HttpClient> EnteredAsync(string email)
    {
        await server.AddAsync(email, Role.Analyst);
        var client = server.Anonymous();
        (await DeskServer.SignInAsync(client, email, DeskServer.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }
}
