using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>What the parties said of a proposal, entered in a table with the keyboard alone.</summary>
public sealed class PositionsGridTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Stances_and_dates_are_entered_cell_by_cell_with_the_keyboard_alone()
    {
        var draft = await DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        var cells = page.Locator(".positions-grid td");
        await Assertions.Expect(cells).ToHaveCountAsync(6);
        await cells.Nth(2).Locator("select").FocusAsync();
        await page.Keyboard.TypeAsync("Rej");
        await Assertions.Expect(page.Locator("#f-positions-0--stance")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("2 June 2025");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Enter writes 2025-06-02" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+ArrowDown");
        await page.Keyboard.TypeAsync("Acc");
        await Assertions.Expect(page.Locator("#f-positions-1--stance")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await page.Keyboard.TypeAsync("Pro");
        var positions = await SavedAsync(draft, p => p.Count == 3 && p[0]!["when"] is not null);
        positions.Select(p => $"{p!["party"]} {p["provision"]} {p["stance"]} {p["when"]?["date"]}").ShouldBe(["russia 1 Rejects 2025-06-02", "russia 2 Accepts ", "ukraine 2 Proposes "]);

        // Taken away with the same key that chose it, and had back with its date.
        await page.Locator("#f-positions-0--stance").SelectOptionAsync("");
        await SavedAsync(draft, p => p.Count == 2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put “Russia rejects: 1. A full ceasefire, 2025-06-02” back" }).ClickAsync();
        (await SavedAsync(draft, p => p.Count == 3))[0]!["when"]!["date"]!.GetValue<string>().ShouldBe("2025-06-02");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_stance_that_changed_stands_below_the_first_and_its_words_are_kept_apart()
    {
        var draft = await DraftAsync(new JsonObject { ["party"] = "russia", ["provision"] = "1", ["stance"] = "Rejects", ["words"] = "Not now.", ["when"] = new JsonObject { ["date"] = "2025-06-02", ["note"] = "evening" } });
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.GetByRole(AriaRole.Button, new() { Name = "+ later stance of Russia on 1. A full ceasefire" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Stance of Russia on 1. A full ceasefire, 2" }).SelectOptionAsync("Accepts");
        (await SavedAsync(draft, p => p.Count == 2))[1]!["stance"]!.GetValue<string>().ShouldBe("Accepts");
        await page.GetByText("Words, time zones and sources, position by position").ClickAsync();
        await page.GetByText("Russia rejects: 1. A full ceasefire, 2025-06-02").ClickAsync();
        await Assertions.Expect(page.Locator("[data-path='positions[0].words']")).ToHaveValueAsync("Not now.");
        await Assertions.Expect(page.Locator("[data-path='positions[0].when.note']")).ToHaveValueAsync("evening");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task It_is_healthy_accessible_and_fits(ColorScheme scheme, int width)
    {
        var draft = await DraftAsync(new JsonObject { ["party"] = "russia", ["provision"] = "1", ["stance"] = "Rejects" }, new JsonObject { ["stance"] = "Accepts" });
        var page = await chromium.OpenAsync(scheme, width);
        var health = PageHealth.Of(page);
        await site.OpenAsync(page, "anna", draft);
        await page.Locator("[data-path='positions[0].when.date']").FillAsync("2 June");
        await page.GetByText("Words, time zones and sources, position by position").ClickAsync();
        await page.GetByText("Russia rejects: 1. A full ceasefire").ClickAsync();
        await page.Locator("[data-path='positions[0].words']").WaitForAsync();
        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private Task<string> DraftAsync(params JsonObject[] positions) => site.DraftAsync(new JsonObject
    {
        ["title"] = "Memorandum", ["authors"] = new JsonArray("russia", "ukraine"), ["positions"] = new JsonArray([.. positions]),
        ["versions"] = new JsonArray(new JsonObject { ["label"] = "as handed over", ["provisions"] = new JsonArray(new JsonObject { ["key"] = "1", ["number"] = "1", ["text"] = "A full ceasefire" }, new JsonObject { ["key"] = "2", ["number"] = "2", ["text"] = "Monitoring" }) }),
    }, "proposals");

    private async Task<JsonArray> SavedAsync(string draft, Func<JsonArray, bool> until)
    {
        for (var i = 0; ; i++)
        {
            var now = (await site.SavedAsync(draft))["positions"] as JsonArray ?? [];
            if (until(now)) return now;
            if (i == 100) throw new ShouldAssertException($"Not saved: {now.ToJsonString()}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
