using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>The review and the pages around it in a real browser: an author, a reviewer, a reader.</summary>
public sealed class ReviewTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private const string Password = "patient heron over the estuary";
    private const string Exchange = "prisoners-2025-05-23";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reviewer_returns_a_change_with_a_comment_at_its_field_and_publishes_it_when_it_is_mended()
    {
        var draft = await SubmittedAsync("exchanges", Exchange, d => d["batches"]![0]!["figures"]![0]!["best"] = 275);
        var reviewer = await OpenAsync("clara", $"/desk/review/{draft}");
        var page = await reviewer.Locator("main").InnerTextAsync();
        page.ShouldContain("1,005 delivered is 5 more than the 1,000 agreed");
        (await reviewer.Locator(".change del").InnerTextAsync()).ShouldBe("270");
        (await reviewer.Locator(".change ins").InnerTextAsync()).ShouldBe("275");
        await reviewer.Locator(".change summary").First.ClickAsync();
        await reviewer.Locator(".change textarea").First.FillAsync("LIGA has 270.");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Return with comments" }).ClickAsync();
        await reviewer.Locator("[role=status]", new() { HasText = "went back to its authors" }).WaitForAsync();

        var author = await OpenAsync("anna", "/desk", DeskSite.SignInAsync);
        (await author.Locator("#returned").InnerTextAsync()).ShouldContain("1,000 for 1,000");
        await author.GotoAsync($"{site.Address}/desk/review/{draft}");
        (await author.Locator(".said").InnerTextAsync()).ShouldContain("LIGA has 270.");
        await SaveAsync(draft, d =>
        {
            d["batches"]![0]!["figures"]![0]!["best"] = 270;
            d["summary"] = "Carried out over three days in May.";
        });
        await SubmitAsync(draft);
        await author.ReloadAsync();
        (await author.Locator("button[value=approve]").CountAsync()).ShouldBe(0);

        await reviewer.GotoAsync($"{site.Address}/desk/review/{draft}");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await reviewer.Locator("[role=status]", new() { HasText = "is public" }).WaitForAsync();
        var reader = await chromium.OpenAsync(script: false);
        await reader.GotoAsync($"{site.Address}/exchanges/{Exchange}/history");
        await reader.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        (await reader.Locator("#c-summary ins").First.InnerTextAsync()).ShouldContain("three days");
        foreach (var one in new[] { reviewer, author, reader }) await one.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task The_pages_of_the_desk_are_healthy_accessible_and_fit(ColorScheme scheme, int width)
    {
        var draft = await SubmittedAsync("delegations", width == 320 ? "russia-istanbul-2025-06-02" : "ukraine-istanbul-2025-05-16", d =>
        {
            d["members"]!.AsArray().RemoveAt(d["members"]!.AsArray().Count - 1);
            d["note"] = "The list was published in the evening.";
        });
        var page = await OpenAsync("clara", "/desk", scheme: scheme, width: width);
        var health = PageHealth.Of(page);
        foreach (var path in new[] { "/desk", "/desk?show=overdue", "/desk/drafts", "/desk/review", $"/desk/review/{draft}", $"/desk/drafts/{draft}/kept?a=r1&b=draft", "/admin/publishers", "/talks/istanbul-2025-06-02/history" })
        {
            await page.GotoAsync(site.Address + path, new() { WaitUntil = WaitUntilState.Load });
            (await page.ViolationsAsync()).ShouldBeEmpty($"{path} {scheme} {width}");
            (await page.OverflowsAsync()).ShouldBeFalse($"{path} {width}");
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            (await page.TitleAsync()).ShouldEndWith("NegotiationTracker");
            health.Complaints.ShouldBeEmpty(path);
        }
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string name, string path, Func<IPage, string, Task>? signIn = null, ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        if (name == "clara")
            await UserCommands.AddAsync(site.Services.GetRequiredService<TrackerDatabase>(), "clara@example.org", Role.Reviewer, "Clara", passwordFromInput: true, new StringReader(Password), TextWriter.Null, Stop);
        var page = await chromium.OpenAsync(scheme, width);
        await page.GotoAsync($"{site.Address}/account/sign-in?returnUrl={path}");
        await (signIn ?? SignInAsync)(page, name);
        await page.Locator(".desk h1").WaitForAsync();
        return page;
    }

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.FillAsync("#email", $"{name}@example.org");
        await page.FillAsync("#password", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private async Task<Guid> SubmittedAsync(string kind, string slug, Action<JsonObject> change)
    {
        var draft = (await site.Services.GetRequiredService<Drafts>().OpenAsync(await site.AccountAsync("anna"), kind, slug, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Id;
        await SaveAsync(draft, change);
        await SubmitAsync(draft);
        return draft;
    }

    private async Task SaveAsync(Guid id, Action<JsonObject> change)
    {
        var drafts = site.Services.GetRequiredService<Drafts>();
        var anna = await site.AccountAsync("anna");
        var draft = (await drafts.FindAsync(anna, id, Stop))!;
        var document = JsonNode.Parse(draft.Document)!.AsObject();
        change(document);
        (await drafts.SaveAsync(anna, id, draft.Version, document, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    private async Task SubmitAsync(Guid draft) =>
        Done(await site.Services.GetRequiredService<Reviews>().SubmitAsync(await site.AccountAsync("anna"), [draft], "From the evening report.", Stop));

    private static void Done(DeskOutcome outcome) =>
        outcome.ShouldBeOfType<DeskOutcome.Done>(outcome is DeskOutcome.Refused refused ? string.Join("; ", refused.Faults) : null);
}
