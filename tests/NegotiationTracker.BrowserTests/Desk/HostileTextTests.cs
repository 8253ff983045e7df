using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Forms;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Text that tries to act, written into every text field of every kind, and followed from the editor to the reader.</summary>
public sealed class HostileTextTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    public static TheoryData<string> AllKinds => [.. Kinds.All.Select(k => k.Key)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(AllKinds))]
    public async Task Nothing_that_is_written_acts_on_any_page(string kind)
    {
        var (draft, slug) = await PlantAsync(kind);
        var editor = await OpenAsync(c => site.OpenAsync(c.Page, "anna", $"/desk/drafts/{draft}"));
        await CheckAsync(editor, "the editor");
        await editor.Page.Context.CloseAsync();
        (await site.Services.GetRequiredService<Reviews>().SubmitAsync(await site.AccountAsync("anna"), [draft], HostileTexts.Long, Stop)).ShouldBeOfType<DeskOutcome.Done>();

        var reviewer = await OpenAsync(c => site.GoAsync(c.Page, "dana", $"/desk/review/{draft}"));
        await CheckAsync(reviewer, "the review");
        foreach (var path in new[] { "/desk", "/desk/review", "/desk/drafts", $"/desk/drafts/{draft}/kept?a=r1&b=draft" }) await CheckAsync(reviewer, path, go: true);
        await reviewer.Page.GotoAsync($"{site.Address}/desk/review/{draft}");
        await reviewer.Page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await reviewer.Page.Locator("[role=status]", new() { HasText = "is public" }).WaitForAsync();
        foreach (var path in new[] { $"/desk/records/{kind}/{slug}?a=r1&b=r2", "/admin/audit" }) await CheckAsync(reviewer, path, go: true);
        await reviewer.Page.Context.CloseAsync();

        var reader = await OpenAsync(_ => Task.CompletedTask);
        string[] pages = [$"/{kind}/{slug}", $"/{kind}/{slug}/history", $"/{kind}/{slug}/history?a=1&b=3", $"/{kind}?q={HostileTexts.Word}", $"/{kind}", $"/timeline?q={HostileTexts.Word}", $"/search?q={HostileTexts.Word}", "/"];
        foreach (var path in pages) await CheckAsync(reader, path, go: true);
        await reader.Page.GotoAsync($"{site.Address}/{kind}/{slug}");
        (await reader.Page.InnerTextAsync("main")).ShouldContain(HostileTexts.Word);
        await reader.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_that_is_typed_acts_in_the_editor_or_its_preview()
    {
        var draft = await site.DraftAsync();
        var editor = await OpenAsync(c => site.OpenAsync(c.Page, "anna", draft));
        var page = editor.Page;
        await page.EvaluateAsync("() => { for (const details of document.querySelectorAll('details')) details.open = true; }");
        foreach (var text in HostileTexts.Short)
        {
            var line = text.ReplaceLineEndings(" ");
            await page.FillAsync("[data-path=title]", line);
            await page.FillAsync("[data-path=summary]", text);
            await page.FillAsync("[data-path=note]", text);
        }
        await page.FillAsync("[data-path='planned.date']", HostileTexts.Short[0]);
        await page.FillAsync("[data-path='planned.zone']", HostileTexts.Short[1]);
        await page.FillAsync("#source-at-hand", HostileTexts.Short[2]);
        await page.FillAsync("[data-path=meetingRecord]", HostileTexts.Record);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show as readers will see it" }).ClickAsync();
        await page.Locator("#f-meetingRecord-preview p").First.WaitForAsync();
        await CheckAsync(editor, "the preview");
        (await page.Locator("#f-meetingRecord-preview").Locator("img, script, svg, style, table, iframe").CountAsync()).ShouldBe(0);

        // As many brackets, and as deep quotations, as the field takes: shown, and the editor goes on.
        foreach (var bomb in new[] { string.Concat(Enumerable.Repeat("[a](", 10_000)), new string('>', 40_000) })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Hide the preview" }).ClickAsync();
            await page.FillAsync("[data-path=meetingRecord]", bomb);
            await page.GetByRole(AriaRole.Button, new() { Name = "Show as readers will see it" }).ClickAsync();
            await page.Locator("#f-meetingRecord-preview pre").WaitForAsync();
        }
        await page.FillAsync("[data-path=meetingRecord]", string.Concat(Enumerable.Repeat("[a](", 20_000)));
        await Assertions.Expect(page.Locator("#f-meetingRecord-long")).ToHaveTextAsync("40,000 characters too many: 40,000 fit. Nothing is cut; it is saved once it is short enough.");
        await page.FillAsync("[data-path=meetingRecord]", "short again");
        await DeskSite.ReadyAsync(page);
        var saved = await site.SavedAsync(draft);
        saved["summary"]!.GetValue<string>().ShouldBe(HostileTexts.Short[^1]);
        saved["meetingRecord"]!.GetValue<string>().ShouldBe("short again");
        await CheckAsync(editor, "the editor");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_character_that_cannot_be_kept_is_told_and_one_of_two_halves_is_never_cut()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        await TypeAsync(page, "title", "nul \0 here");
        await Assertions.Expect(page.Locator("#save-state[data-state=unsaved]")).ToContainTextAsync("NUL");
        await TypeAsync(page, "title", "the letters \\u0000 and half \ud83d a character");
        // The two halves stand where one message to the server ends and the next begins.
        var whole = new string('a', 15_999) + "😀" + new string('b', 15_998) + "😀😀";
        await TypeAsync(page, "meetingRecord", whole);
        await DeskSite.ReadyAsync(page);
        var saved = await site.SavedAsync(draft);
        saved["title"]!.GetValue<string>().ShouldBe("the letters \\u0000 and half \ufffd a character");
        saved["meetingRecord"]!.GetValue<string>().ShouldBe(whole);
        await page.Context.CloseAsync();
    }

    // By script: the driver's own protocol has no halves of characters.
    private static async Task TypeAsync(IPage page, string path, string text) =>
        await page.EvaluateAsync("([path, codes]) => { const box = document.querySelector(`[data-path=\"${path}\"]`); box.value = codes.map(c => String.fromCharCode(c)).join(''); box.dispatchEvent(new InputEvent('input', { bubbles: true })); }", new object[] { path, text.Select(c => (int)c).ToArray() });

    private async Task<(Guid Draft, string Slug)> PlantAsync(string kind)
    {
        var (drafts, reviews, anna) = (site.Services.GetRequiredService<Drafts>(), site.Services.GetRequiredService<Reviews>(), await site.AccountAsync("anna"));
        string slug;
        await using (var records = await site.Services.GetRequiredService<IDbContextFactory<RecordContext>>().CreateDbContextAsync(Stop))
            slug = await records.Records.Where(r => r.Kind == kind && r.Document != null).OrderByDescending(r => r.SourceCount).ThenBy(r => r.Slug).Select(r => r.Slug).FirstAsync(Stop);
        var draft = (await drafts.OpenAsync(anna, kind, slug, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        var original = JsonNode.Parse(draft.Document)!.AsObject();
        var hostile = (JsonObject)original.DeepClone();
        foreach (var field in RecordForms.Get(kind).Sections.SelectMany(s => s.Fields).Where(f => f.Control is Control.Line or Control.Text or Control.Markdown && !f.Path.Contains('.')))
            hostile[field.Path] ??= $"was empty: {field.Path}";
        HostileTexts.Plant(hostile, path => path is "slug" || path.EndsWith(".zone", StringComparison.Ordinal) || TypedPlaces.TypeAt(Kinds.Get(kind), path) is not { } type || (type != typeof(string) && !type.IsAssignableFrom(typeof(List<string>))) ? null : path is "summary" or "note" or "meetingRecord").ShouldBeGreaterThan(3);
        if (hostile.ContainsKey("meetingRecord")) hostile["meetingRecord"] = HostileTexts.Record;
        // What a field of its own form (an address, a language, a bounded quotation) does not take stays as it was.
        for (var attempt = 0; ; attempt++)
        {
            draft = (await drafts.SaveAsync(anna, draft.Id, draft.Version, hostile, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
            var faults = await reviews.CheckAsync(draft, Stop);
            if (faults.Count == 0) return (draft.Id, slug);
            attempt.ShouldBeLessThan(5, string.Join("; ", faults.Select(f => $"{f.Field}: {f.Reason}")));
            foreach (var fault in faults) DocumentPath.Set(hostile, fault.Field, DocumentPath.Get(original, fault.Field)?.DeepClone());
        }
    }

    private async Task<Reading> OpenAsync(Func<Reading, Task> go)
    {
        var page = await chromium.OpenAsync();
        var reading = new Reading(page, PageHealth.Of(page), new ConcurrentQueue<string>());
        page.Dialog += (_, dialog) =>
        {
            reading.Seen.Enqueue($"dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:image/", StringComparison.Ordinal)) reading.Seen.Enqueue($"request {request.Url}");
        };
        await go(reading);
        return reading;
    }

    private async Task CheckAsync(Reading reading, string where, bool go = false)
    {
        if (go) (await reading.Page.GotoAsync(site.Address + where, new() { WaitUntil = WaitUntilState.Load }))!.Status.ShouldBe(200, where);
        (await reading.Page.EvaluateAsync<string[]>(HostileTexts.Acting)).ShouldBeEmpty(where);
        reading.Seen.ShouldBeEmpty(where);
        reading.Health.Complaints.ShouldBeEmpty(where);
    }

    private sealed record Reading(IPage Page, PageHealth Health, ConcurrentQueue<string> Seen);
}
