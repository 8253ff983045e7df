using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>What an admin does with a topic, as an editor sees it in the form.</summary>
public sealed class TopicsBoxTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_topic_can_be_chosen_and_a_retired_one_is_shown_only_where_the_record_has_it()
    {
        (await UserCommands.AddAsync(site.Services.GetRequiredService<TrackerDatabase>(), "topics-admin@example.org", Role.Admin, null, true, new StringReader("patient heron over the estuary"), TextWriter.Null, Stop)).ShouldBe(0);
        var admin = await site.AccountAsync("topics-admin");
        var topics = site.Services.GetRequiredService<TopicKeeping>();
        (await topics.AddAsync(admin, "corridors", "Corridors", Stop))!.Fault.ShouldBeNull();
        await UntilAsync(() => Topic.Find("corridors") is not null);

        var draft = await site.DraftAsync(new JsonObject { ["title"] = "Talks" });
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        var box = page.Locator(".topics-box");
        await box.Locator("summary").ClickAsync();
        await box.GetByLabel("Corridors").CheckAsync();
        await box.Locator("summary", new() { HasText = "Topics: Corridors" }).WaitForAsync();
        await UntilAsync(async () => (await site.SavedAsync(draft))["topics"]?[0]?.GetValue<string>() == "corridors");

        (await topics.OfferAsync(admin, "corridors", offered: false, Stop))!.Fault.ShouldBeNull();
        await UntilAsync(() => Topic.Find("corridors")!.RetiredAt is not null);
        await page.ReloadAsync();
        await DeskSite.ReadyAsync(page);
        await box.Locator("summary").ClickAsync();
        (await box.GetByLabel("Corridors (retired)").IsCheckedAsync()).ShouldBeTrue();
        await page.GotoAsync(site.Address + await site.DraftAsync(new JsonObject { ["title"] = "Other talks" }));
        await DeskSite.ReadyAsync(page);
        (await box.Locator("label").AllTextContentsAsync()).Select(t => t.Trim()).ShouldBe(Topic.Codebook.Select(t => t.Label));
        await page.Context.CloseAsync();
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100 && !await isSo(); i++) await Task.Delay(100, Stop);
        (await isSo()).ShouldBeTrue();
    }
}
