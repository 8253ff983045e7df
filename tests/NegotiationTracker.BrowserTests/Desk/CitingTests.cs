using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Citing with one key, and what lies folded until somebody looks.</summary>
public sealed class CitingTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task The_key_cites_a_choice_leads_to_its_quotation_and_back()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await page.FillAsync("#source-at-hand", "Istanbul");
        await page.Locator("#source-at-hand-list [role=option]").First.ClickAsync();
        await page.Locator("button#source-at-hand").WaitForAsync();

        await page.FocusAsync("#f-status");
        await page.Keyboard.PressAsync("Alt+s");
        await Assertions.Expect(page.Locator(".shelf-said")).ToHaveTextAsync("Cited for what became of it.");
        await Assertions.Expect(page.Locator("[data-path='citations[0].quote']")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Alt+s");
        await Assertions.Expect(page.Locator("[data-path='citations[0].quote']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("The meeting was held.");
        await page.Keyboard.PressAsync("Alt+s");
        await Assertions.Expect(page.Locator("#f-status")).ToBeFocusedAsync();
        await DeskSite.ReadyAsync(page);
        var citation = (await site.SavedAsync(draft))["citations"]!.AsArray().ShouldHaveSingleItem()!;
        citation["field"]!.GetValue<string>().ShouldBe("status");
        citation["quote"]!.GetValue<string>().ShouldBe("The meeting was held.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_fault_in_a_folded_citation_is_told_on_it_and_led_to()
    {
        var draft = await site.DraftAsync(new JsonObject { ["citations"] = new JsonArray(new JsonObject { ["source"] = "24tv-0609" }, new JsonObject { ["source"] = "24tv-0609", ["credibility"] = 9 }) });
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await Assertions.Expect(page.Locator("[data-path='citations[0].quote']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".citation-list .fold-faults").Last).ToContainTextAsync("to do in it");
        await page.Locator(".fault-list summary").ClickAsync();
        await page.Locator(".fault-list button", new() { HasText = "credibility" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-path='citations[1].credibility']")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_citation_stays_open_when_its_source_is_chosen()
    {
        var page = await chromium.OpenAsync();
        // Somebody who has no source at hand yet.
        await site.OpenAsync(page, "boris", await site.DraftAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite a source", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-citations-0--source")).ToBeFocusedAsync();
        await page.FillAsync("#f-citations-0--source", "Istanbul");
        await page.Locator("#f-citations-0--source-list [role=option]").First.ClickAsync();
        await page.Locator("button#f-citations-0--source").WaitForAsync();
        await DeskSite.ReadyAsync(page);
        await Assertions.Expect(page.Locator("[data-path='citations[0].quote']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_an_exchange_adds_up_to_is_said_while_it_is_typed()
    {
        var draft = await site.DraftAsync(new JsonObject
        {
            ["agreed"] = new JsonArray(new JsonObject { ["category"] = "Everyone", ["best"] = 1000 }),
            ["batches"] = new JsonArray(new JsonObject { ["when"] = new JsonObject { ["date"] = "2025-05-23" }, ["figures"] = new JsonArray(new JsonObject { ["category"] = "Everyone", ["to"] = "ukraine", ["best"] = 390 }) }),
        }, "exchanges");
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        var line = page.Locator(".ledger-line");
        await Assertions.Expect(line.Locator("summary")).ToContainTextAsync("To Ukraine 390 of 1,000 agreed");
        await page.GetByText("Everyone: 390, to Ukraine").ClickAsync();
        await page.FillAsync("[data-path='batches[0].figures[0].best']", "1000");
        await page.GetByText("Everyone: 1,000, to Ukraine").WaitForAsync();
        await Assertions.Expect(line.Locator("summary")).ToContainTextAsync("To Ukraine 1,000 of 1,000 agreed");
        await page.FillAsync("[data-path='batches[0].figures[0].best']", "1005");
        await Assertions.Expect(line.Locator("summary")).ToContainTextAsync("1 sum does not stand");
        await line.Locator("summary").ClickAsync();
        await Assertions.Expect(line).ToContainTextAsync("more than the 1,000 agreed");
        await page.Context.CloseAsync();
    }
}
