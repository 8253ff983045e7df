using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Desk.Forms;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>The editor's form with the keyboard alone: from an empty record to talks with places and outcomes.</summary>
public sealed class FormTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private const string Day = "[data-path='actual.date']";
    private const string Meant = "#f-actual-date-words";

    [Fact]
    public async Task Talks_are_entered_from_an_empty_form_with_the_keyboard_alone()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);

        await TabToAsync(page, "f-title");
        await page.Keyboard.TypeAsync("Second round, Çırağan Palace");
        await TabToAsync(page, "f-form");
        await page.Keyboard.TypeAsync("Meet");
        await TabToAsync(page, "f-status");
        await page.Keyboard.TypeAsync("Held");
        await TabToAsync(page, "f-actual-date");
        await page.Keyboard.TypeAsync("2 June 2025, 13:00");
        await page.Locator(Meant).GetByText("Enter writes 2025-06-02T13:00").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await TextAsync(page, Meant, "2 June 2025, 13:00 local time");
        (await FocusAsync(page)).ShouldBe("f-actual-date");
        (await page.InputValueAsync(Day)).ShouldBe("2025-06-02T13:00");
        await TabToAsync(page, "f-actual-zone");
        await page.Keyboard.TypeAsync("Europe/Istanbul");
        await TextAsync(page, Meant, "2 June 2025, 13:00 Istanbul time");

        await AddAsync(page, "f-places", "f-places-0--venue");
        await page.Keyboard.TypeAsync("Çırağan Palace");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Istanbul");
        await AddAsync(page, "f-outcomes", "f-outcomes-0--text");
        await page.Keyboard.TypeAsync("The next round was not set.");
        await AddAsync(page, "f-outcomes", "f-outcomes-1--text");
        await page.Keyboard.TypeAsync("Both sides handed over their memoranda.");
        await TabToAsync(page, "f-outcomes-1--text", back: true);
        while (await page.EvaluateAsync<bool>("() => document.activeElement.dataset.move !== '-1'")) await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Now number 1 of 2.").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await page.EvaluateAsync<bool>("() => document.activeElement.matches('[data-move]')")).ShouldBeTrue();

        var saved = await SavedAsync(draft, d => (d["outcomes"] as JsonArray)?[0]?["text"]?.GetValue<string>() == "Both sides handed over their memoranda.");
        saved["title"]!.GetValue<string>().ShouldBe("Second round, Çırağan Palace");
        saved["slug"]!.GetValue<string>().ShouldBe("second-round-ciragan-palace");
        saved["form"]!.GetValue<string>().ShouldBe("Meeting");
        saved["status"]!.GetValue<string>().ShouldBe("Held");
        saved["actual"]!.ToJsonString().ShouldBe("""{"date":"2025-06-02T13:00","zone":"Europe/Istanbul"}""");
        saved["places"]![0]!["city"]!.GetValue<string>().ShouldBe("Istanbul");
        saved["outcomes"]!.AsArray().Count.ShouldBe(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_date_of_two_meanings_is_offered_as_both_and_enter_takes_neither()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.FocusAsync(Day);
        await page.Keyboard.TypeAsync("01.06.2025");
        await page.Locator(Meant).GetByRole(AriaRole.Button).Nth(1).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.InputValueAsync(Day)).ShouldBe("01.06.2025");
        await DeskSite.ReadyAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write 2025-06-01: 1 June 2025" }).ClickAsync();
        await SavedAsync(draft, d => d["actual"]?["date"]?.GetValue<string>() == "2025-06-01");
        (await page.InputValueAsync(Day)).ShouldBe("2025-06-01");
        (await FocusAsync(page)).ShouldBe("f-actual-date");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_slug_that_somebody_wrote_stays_when_the_title_changes()
    {
        var draft = await site.DraftAsync(new JsonObject { ["title"] = "Second round", ["slug"] = "istanbul-2" });
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.FillAsync("[data-path=title]", "Second round of direct talks");
        var saved = await SavedAsync(draft, d => d["title"]!.GetValue<string>() == "Second round of direct talks");
        await DeskSite.ReadyAsync(page);
        (await site.SavedAsync(draft))["slug"]!.GetValue<string>().ShouldBe("istanbul-2");
        saved["slug"]!.GetValue<string>().ShouldBe("istanbul-2");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_item_that_was_taken_away_can_be_had_back()
    {
        var draft = await site.DraftAsync(new JsonObject { ["agenda"] = new JsonArray(new JsonObject { ["text"] = "Ceasefire" }, new JsonObject { ["text"] = "Prisoners" }) });
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Point 1" }).ClickAsync();
        await SavedAsync(draft, d => d["agenda"]!.AsArray().Count == 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put the removed point back" }).ClickAsync();
        var saved = await SavedAsync(draft, d => d["agenda"]!.AsArray().Count == 2);
        saved["agenda"]!.AsArray().Select(p => p!["text"]!.GetValue<string>()).ShouldBe(["Ceasefire", "Prisoners"]);
        (await page.InputValueAsync("[data-path='agenda[0].text']")).ShouldBe("Ceasefire");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_forms_of_all_kinds_are_accessible_and_fit_wide_and_narrow_light_and_dark()
    {
        var pages = new List<(string Kind, string Path)>();
        foreach (var form in RecordForms.All) pages.Add((form.Kind, await DraftAsync(form)));
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 320) })
        {
            var page = await chromium.OpenAsync(scheme, width);
            await site.OpenAsync(page, "anna", pages[0].Path);
            foreach (var (kind, path) in pages)
            {
                await page.GotoAsync(site.Address + path);
                await DeskSite.ReadyAsync(page);
                await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
                if (Environment.GetEnvironmentVariable("TRACKER_SHOTS") is { Length: > 0 } shots)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"form-{kind}-{width}.png"), FullPage = true });
                (await page.ViolationsAsync()).ShouldBeEmpty($"{kind} {scheme} {width}");
                (await page.OverflowsAsync()).ShouldBeFalse($"{kind} {width}");
            }
            await page.Context.CloseAsync();
        }
    }

    // One item in every list, so that its fields are on the page too.
    private async Task<string> DraftAsync(RecordForm form)
    {
        var document = new JsonObject { ["title"] = $"A draft of {form.Kind}" };
        foreach (var field in form.Sections.SelectMany(s => s.Fields).Where(f => f.Control is Control.List or Control.Figures or Control.Positions or Control.Citations))
            document[field.Path] = new JsonArray(new JsonObject());
        var made = await site.Services.GetRequiredService<Drafts>().CreateAsync(await site.AccountAsync("anna"), form.Kind, document, TestContext.Current.CancellationToken);
        return $"/desk/drafts/{((DeskOutcome.Done)made).Draft.Id}";
    }

    // With Tab only, as somebody without a mouse comes there: a trap on the way would end it.
    private static async Task TabToAsync(IPage page, string id, bool back = false)
    {
        for (var i = 0; i < 250 && await FocusAsync(page) != id; i++) await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        (await FocusAsync(page)).ShouldBe(id);
    }

    private static async Task AddAsync(IPage page, string button, string first)
    {
        await TabToAsync(page, button);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("id => document.activeElement?.id === id", first, new() { Timeout = 5_000 });
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");

    private static async Task TextAsync(IPage page, string selector, string text) =>
        await page.WaitForFunctionAsync("([s, t]) => document.querySelector(s)?.textContent.trim() === t", new[] { selector, text }, new() { Timeout = 5_000 });

    private async Task<JsonObject> SavedAsync(string draft, Func<JsonObject, bool> until)
    {
        for (var i = 0; ; i++)
        {
            var now = await site.SavedAsync(draft);
            if (until(now)) return now;
            if (i == 50) throw new ShouldAssertException($"Not saved: {now.ToJsonString()}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
