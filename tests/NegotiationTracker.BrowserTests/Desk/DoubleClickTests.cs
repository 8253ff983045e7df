using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>A button that is clicked twice, as half of all people click buttons, does its deed once and says so.</summary>
public sealed class DoubleClickTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_publish_and_retract_act_once()
    {
        var drafts = site.Services.GetRequiredService<Drafts>();
        var anna = await site.AccountAsync("anna");
        var draft = (await drafts.OpenAsync(anna, "talks", "istanbul-2025-06-02", Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        var document = JsonNode.Parse(draft.Document)!.AsObject();
        document["summary"] = "Clicked twice.";
        (await drafts.SaveAsync(anna, draft.Id, draft.Version, document, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        var before = await RevisionsAsync(draft.RecordId);

        var author = await chromium.OpenAsync();
        await site.OpenAsync(author, "anna", $"/desk/drafts/{draft.Id}");
        await author.Keyboard.PressAsync("Control+Enter");
        await author.FillAsync("#submit-comment", "Once.");
        await author.GetByRole(AriaRole.Button, new() { Name = "Submit", Exact = true }).DblClickAsync();
        await author.WaitForURLAsync($"{site.Address}/desk");
        (await LinesAsync(draft.RecordId, AuditAction.Submitted)).ShouldBe(1);
        (await RevisionsAsync(draft.RecordId)).ShouldBe(before + 1);

        var reviewer = await chromium.OpenAsync();
        await site.GoAsync(reviewer, "dana", $"/desk/review/{draft.Id}");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).DblClickAsync();
        await reviewer.Locator("[role=status]", new() { HasText = "is public" }).WaitForAsync();
        (await LinesAsync(draft.RecordId, AuditAction.Approved)).ShouldBe(1);
        (await RevisionsAsync(draft.RecordId)).ShouldBe(before + 2);

        await reviewer.GotoAsync($"{site.Address}/desk/records/talks/istanbul-2025-06-02");
        await reviewer.FillAsync("#reason", "Clicked twice.");
        await reviewer.CheckAsync("form:has(#reason) [name=sure]");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Retract", Exact = true }).DblClickAsync();
        await Assertions.Expect(reviewer.Locator("main")).ToContainTextAsync("Retracted on");
        (await LinesAsync(draft.RecordId, AuditAction.Retracted)).ShouldBe(1);
        (await RevisionsAsync(draft.RecordId)).ShouldBe(before + 3);
        await author.Context.CloseAsync();
        await reviewer.Context.CloseAsync();
    }

    [Fact]
    public async Task A_deed_that_a_slow_network_sends_twice_is_done_once()
    {
        var drafts = site.Services.GetRequiredService<Drafts>();
        var (anna, dana) = (await site.AccountAsync("anna"), await site.AccountAsync("dana"));
        var reviews = site.Services.GetRequiredService<Reviews>();
        var draft = (await drafts.OpenAsync(anna, "talks", "istanbul-2025-05-16", Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        var submitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reviews.SubmitAsync(anna, [draft.Id], "At once.", Stop)));
        submitted.Count(o => o is DeskOutcome.Done).ShouldBe(1);
        var seen = new SeenDraft(draft.Id, (await drafts.FindAsync(dana, draft.Id, Stop))!.Stamp);
        var approved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reviews.ApproveAsync(dana, [seen], ct: Stop)));
        approved.Count(o => o is DeskOutcome.Done).ShouldBe(1);
        var retracted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reviews.RetractAsync(dana, "talks", "istanbul-2025-05-16", "At once.", Stop)));
        retracted.Count(o => o is DeskOutcome.Done).ShouldBe(1);
        foreach (var action in new[] { AuditAction.Submitted, AuditAction.Approved, AuditAction.Retracted }) (await LinesAsync(draft.RecordId, action)).ShouldBe(1, action.ToString());
    }

    private async Task<int> LinesAsync(Guid record, AuditAction action)
    {
        await using var desk = await site.Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Stop);
        return await desk.Audit.CountAsync(a => a.RecordId == record && a.Action == action, Stop);
    }

    private async Task<int> RevisionsAsync(Guid record)
    {
        await using var desk = await site.Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Stop);
        return await desk.Revisions.CountAsync(r => r.RecordId == record, Stop);
    }
}
