using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Browsers that send what no page of ours sends: nothing is stored that the form does not hold, and nobody's editor ends.</summary>
public sealed class ForgedMessagesTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    // Each is answered with a refusal, or fails; null is an answer that took it.
    private const string Forge = """
        async () => {
          const circuit = window.forged, text = (path, text = 'forged', more = false) => ({ path, text, more });
          const deep = 'a.b.c.'.repeat(10000), taken = [];
          const messages = [
            null, [], 'text', 5, {}, [null], [[]], [{}], [text(null)], [text('title', null)], [text('title', 5)], [text('title', { a: 1 })], [text('title', ['a'])], [text(5)], [text(['title'])],
            [text('__proto__')], [text('constructor.prototype')], [text('members[99999999].title')], [text('outcomes[99999999].text')], [text('outcomes[5].text')], [text('outcomes[-1].text')], [text('outcomes')], [text('outcomes[0]')], [text('claims[0].rank')],
            [text('kind')], [text('origin')], [text('formerSlugs')], [text('checks')], [text('topics')], [text('status')], [text('')], [text('.')], [text(deep)], [text('outcomes[0].'.repeat(10000) + 'text')], [text('title', 'a'.repeat(16001))],
            [text('title', 'forged'), text('origin')], Array(201).fill(text('title')), Array(4).fill(text('title', 'a'.repeat(15000))), [text('title', 'a'.repeat(70000))],
          ];
          const call = async (name, ...with_) => { try { return await circuit.invokeMethodAsync(name, ...with_); } catch { return 'failed'; } };
          for (const message of messages) {
            const answer = await call('Take', message);
            if (answer === null && message?.length !== 0) taken.push(JSON.stringify(message).slice(0, 80));
          }
          for (const name of ['Dispose', 'DisposeAsync', 'SetParametersAsync', 'ShowAsync', 'OnInitializedAsync', 'GetType', 'ToString', '', 'take', 'Take\0', '../Take'])
            if (await call(name, 'title') !== 'failed') taken.push(name);
          for (const act of [[null, null], ['attach', '__proto__'], ['attach', deep], ['attach', null], ['attach', 'outcomes[999].text'], ['nothing', 'title'], ['submit\0', 'title'], ['a'.repeat(100000), 'title'], [5, {}]])
            await call('Act', ...act);
          for (const extra of [[5], [null], ['title', 'x']]) await call('Save', ...extra);
          return { taken, alive: await call('Beat') };
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_page_writes_nothing_but_text_where_text_is_typed()
    {
        var seed = new JsonObject { ["title"] = "As it was", ["outcomes"] = new JsonArray(new JsonObject { ["text"] = "one" }) };
        var draft = await site.DraftAsync((JsonObject)seed.DeepClone());
        var page = await chromium.OpenAsync();
        await page.RouteAsync("**/Desk/Editing/DraftEditor.razor.js*", async route =>
        {
            var honest = await (await route.FetchAsync()).TextAsync();
            await route.FulfillAsync(new() { ContentType = "text/javascript", Body = honest.Replace("export function connect(root, circuit, key) {", "export function connect(root, circuit, key) { window.forged = circuit;", StringComparison.Ordinal) });
        });
        await site.OpenAsync(page, "anna", draft);
        var answer = await page.EvaluateAsync<System.Text.Json.JsonElement>(Forge);
        answer.GetProperty("taken").EnumerateArray().Select(t => t.GetString()).ShouldBeEmpty();
        answer.GetProperty("alive").GetBoolean().ShouldBeTrue();

        await page.FillAsync("[data-path=summary]", "The editor goes on");
        await SavedAsync(draft, "summary", "The editor goes on");
        (await site.SavedAsync(draft)).Select(m => m.Key).ShouldBe(["title", "outcomes", "summary"], ignoreOrder: true);
        (await site.SavedAsync(draft))["title"]!.ToString().ShouldBe("As it was");

        // A megabyte in one message is above the hub's bound: the line is cut, the page comes back, nothing was stored.
        await page.EvaluateAsync("() => { window.forged.invokeMethodAsync('Take', [{ path: 'title', text: 'a'.repeat(1000000), more: false }]).catch(() => {}); }");
        await Task.Delay(1_000, Stop);
        await page.ReloadAsync();
        await DeskSite.ReadyAsync(page);
        (await page.InputValueAsync("[data-path=title]")).ShouldBe("As it was");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_choice_that_the_list_does_not_have_is_not_taken()
    {
        var draft = await site.DraftAsync(new JsonObject { ["title"] = "Exchange", ["batches"] = new JsonArray(new JsonObject()) }, "exchanges");
        var page = await chromium.OpenAsync();
        var health = PageHealth.Of(page);
        await site.OpenAsync(page, "anna", draft);
        await page.FillAsync(".figure-line input >> nth=0", "390");
        await page.EvaluateAsync("""
            () => {
              for (const select of document.querySelectorAll('.editor select')) {
                const forged = select.appendChild(new Option('forged', 'forged'));
                select.value = 'forged';
                select.dispatchEvent(new Event('change', { bubbles: true }));
              }
            }
            """);
        await page.Locator(".figure-line button").First.ClickAsync();
        await page.FillAsync("[data-path=title]", "The editor goes on");
        await SavedAsync(draft, "title", "The editor goes on");
        (await site.SavedAsync(draft)).ToJsonString().ShouldNotContain("forged");
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("rita")]
    [InlineData("boris")]
    public async Task The_page_of_an_editor_gives_nobody_else_that_editor(string name)
    {
        var draft = await site.DraftAsync(new JsonObject { ["title"] = "Title", ["summary"] = "Not for everybody" });
        var anna = await chromium.OpenAsync();
        await site.OpenAsync(anna, "anna", draft);
        var stolen = await (await anna.Context.APIRequest.GetAsync(site.Address + draft)).TextAsync();
        stolen.ShouldContain("\"type\":\"server\"");

        var thief = await chromium.OpenAsync();
        await site.GoAsync(thief, name, "/account");
        await thief.RouteAsync($"**{draft}", route => route.FulfillAsync(new() { ContentType = "text/html", Body = stolen }));
        await thief.GotoAsync(site.Address + draft);
        await thief.Locator(".editor .notice", new() { HasText = "There is no such draft for you." }).WaitForAsync();
        (await thief.ContentAsync()).ShouldNotContain("Not for everybody");
        await anna.Context.CloseAsync();
        await thief.Context.CloseAsync();
    }

    private async Task SavedAsync(string draft, string member, string text)
    {
        for (var i = 0; (await site.SavedAsync(draft))[member]?.ToString() != text; i++)
        {
            i.ShouldBeLessThan(300, $"{member} was not saved");
            await Task.Delay(100, Stop);
        }
    }
}
