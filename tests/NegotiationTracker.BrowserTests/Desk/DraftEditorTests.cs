using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Accounts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>What an editor types is never lost: the promise, tried in a real browser.</summary>
public sealed class DraftEditorTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private const string State = "#save-state";
    private const string Title = "[data-path=title]";
    private const string Unsaved = "#save-state[data-state=unsaved]";

    [Fact]
    public async Task What_is_typed_is_saved_and_shown_after_a_reload()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.FillAsync(Title, "Third round");
        await page.FillAsync("[data-path=summary]", "Переговоры в Стамбуле");
        await SavedAsync(draft, "summary", "Переговоры в Стамбуле");
        await DeskSite.ReadyAsync(page);

        await page.ReloadAsync();
        await DeskSite.ReadyAsync(page);
        (await page.InputValueAsync(Title)).ShouldBe("Third round");
        (await page.Locator(".offers").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_the_server_answers_overwrites_what_is_being_typed()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        var text = string.Concat(Enumerable.Repeat("A long sentence, typed without a pause. ", 6));
        await page.Locator("[data-path=summary]").PressSequentiallyAsync(text, new() { Delay = 25 });
        (await page.InputValueAsync("[data-path=summary]")).ShouldBe(text);
        await SavedAsync(draft, "summary", text);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_server_that_died_is_told_within_five_seconds_and_the_text_is_back_when_it_is()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        var stopping = site.StopAsync();
        var watch = Stopwatch.StartNew();
        await page.Locator(Unsaved).WaitForAsync(new() { Timeout = 15_000 });
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await page.InnerTextAsync(State)).ShouldBe("Not saved: no connection to the server. Your text is kept in this browser.");
        await stopping;
        await page.FillAsync(Title, "Typed while the server was away");

        await site.StartAsync();
        await SavedAsync(draft, "title", "Typed while the server was away");
        await DeskSite.ReadyAsync(page);
        (await page.InputValueAsync(Title)).ShouldBe("Typed while the server was away");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_network_cut_for_thirty_seconds_is_told_within_five_and_mends_by_itself()
    {
        await using var line = new CutLine(site.Address);
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft, line.Address);
        line.Cut();
        var watch = Stopwatch.StartNew();
        await page.Locator(Unsaved).WaitForAsync(new() { Timeout = 15_000 });
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        await page.FillAsync(Title, "Typed without a network");
        await Task.Delay(TimeSpan.FromSeconds(30) - watch.Elapsed, TestContext.Current.CancellationToken);

        line.Mend();
        await SavedAsync(draft, "title", "Typed without a network");
        await DeskSite.ReadyAsync(page);
        (await page.InputValueAsync(Title)).ShouldBe("Typed without a network");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_ended_sign_in_is_told_and_the_text_is_offered_after_the_next()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await site.Services.GetRequiredService<AccountKeeping>().EndSessionsAsync(null, await site.AccountAsync("anna"), TestContext.Current.CancellationToken);
        await page.FillAsync(Title, "Typed after the sign-in ended");
        await page.Locator(Unsaved).WaitForAsync(new() { Timeout = 5_000 });
        (await page.InnerTextAsync(State)).ShouldContain("your sign-in has ended");
        (await page.IsVisibleAsync("#sign-in-again")).ShouldBeTrue();

        await page.ReloadAsync();
        await DeskSite.SignInAsync(page, "anna");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await SavedAsync(draft, "title", "Typed after the sign-in ended");
        await Assertions.Expect(page.Locator(Title)).ToHaveValueAsync("Typed after the sign-in ended");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Long_text_is_stored_whole_or_refused_in_sight()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        const string place = "[data-path=meetingRecord]";
        var whole = new string('ж', 40_000);
        await page.FillAsync(place, whole);
        await SavedAsync(draft, "meetingRecord", whole);

        // Put in by script, as a paste does it in one go: the driver's own typing of a million characters takes minutes.
        await page.Locator(place).EvaluateAsync("box => { box.value = 'слова '.repeat(166667).slice(0, 1000000); box.dispatchEvent(new InputEvent('input', { bubbles: true })); }");
        await page.Locator(Unsaved).WaitForAsync(new() { Timeout = 10_000 });
        (await page.InnerTextAsync(State)).ShouldContain("longer than 40,000 characters");
        (await page.InnerTextAsync("#f-meetingRecord-long")).ShouldContain("960,000 characters too many");
        (await page.InputValueAsync(place)).Length.ShouldBe(1_000_000);
        // The rest of the record is saved all the same.
        await page.FillAsync(Title, "Beside a text that is too long");
        await SavedAsync(draft, "title", "Beside a text that is too long");
        (await site.SavedAsync(draft))["meetingRecord"]!.GetValue<string>().ShouldBe(whole);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_editors_of_one_field_see_both_texts_and_each_other()
    {
        var draft = await site.DraftAsync(new JsonObject { ["title"] = "First", ["summary"] = "Sum" });
        var (anna, boris) = (await chromium.OpenAsync(), await chromium.OpenAsync());
        await site.OpenAsync(anna, "anna", draft);
        await site.OpenAsync(boris, "boris", draft);
        (await boris.Locator(".presence").InnerTextAsync()).ShouldContain("anna");
        await anna.FillAsync(Title, "Anna's title");
        await SavedAsync(draft, "title", "Anna's title");

        await boris.FillAsync("[data-path=summary]", "Boris's summary");
        await SavedAsync(draft, "summary", "Boris's summary");
        (await boris.InputValueAsync(Title)).ShouldBe("Anna's title");

        await anna.FillAsync(Title, "Anna again");
        await SavedAsync(draft, "title", "Anna again");
        await boris.FillAsync(Title, "Boris's own");
        var dialog = boris.Locator("#merge-title");
        await dialog.WaitForAsync(new() { Timeout = 10_000 });
        (await dialog.InnerTextAsync()).ShouldStartWith("anna saved this draft");
        (await boris.GetByRole(AriaRole.Group, new() { Name = "Title", Exact = true }).InnerTextAsync()).ShouldContain("Anna again");
        await boris.GetByRole(AriaRole.Button, new() { Name = "Save it so" }).ClickAsync();
        await SavedAsync(draft, "title", "Boris's own");
        await DeskSite.ReadyAsync(boris);
        (await boris.InputValueAsync(Title)).ShouldBe("Boris's own");
        await anna.Context.CloseAsync();
        await boris.Context.CloseAsync();
    }

    [Fact]
    public async Task It_is_healthy_accessible_and_fits_wide_and_narrow_light_and_dark()
    {
        var draft = await site.DraftAsync(new JsonObject { ["title"] = "The third round of direct talks between Russia and Ukraine in Istanbul" });
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 320) })
        {
            var page = await chromium.OpenAsync(scheme, width);
            var health = PageHealth.Of(page);
            await site.OpenAsync(page, "anna", draft);
            foreach (var key in new[] { null, "Control+k", "Control+Enter" })
            {
                if (key is not null)
                {
                    await page.Keyboard.PressAsync(key);
                    await page.Locator("dialog[open]").WaitForAsync(new() { Timeout = 5_000 });
                }
                (await page.ViolationsAsync()).ShouldBeEmpty($"{scheme} {width} {key}");
                (await page.OverflowsAsync()).ShouldBeFalse($"{width} {key}");
                if (Environment.GetEnvironmentVariable("TRACKER_SHOTS") is { Length: > 0 } shots)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"editor-{scheme}-{key ?? "page"}.png") });
                if (key is null) continue;
                await page.Keyboard.PressAsync("Escape");
                await page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 5_000 });
            }
            health.Complaints.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
    }

    private async Task SavedAsync(string draft, string member, string text)
    {
        for (var i = 0; ; i++)
        {
            var now = (await site.SavedAsync(draft))[member]?.GetValue<string>();
            if (now == text) return;
            if (i == 300) now.ShouldBe(text);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
