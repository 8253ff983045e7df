using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>An editor whose tab is closed goes at once, not when its circuit has waited for the browser in vain.</summary>
public sealed class ClosedEditorTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_tab_gives_its_place_back_and_nobody_sees_its_editor_any_more()
    {
        var draft = await site.DraftAsync();
        var page = await chromium.OpenAsync();
        await site.OpenAsync(page, "anna", draft);
        (await FreePlacesAsync()).ShouldBe(EditorCircuits.MaxPerAccount - 1);
        await UntilAsync(async () => await PresencesAsync() == 1);

        await page.CloseAsync(new() { RunBeforeUnload = true });
        await UntilAsync(async () => await FreePlacesAsync() == EditorCircuits.MaxPerAccount && await PresencesAsync() == 0);
        await page.Context.CloseAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Soon);
        while (!await isSo()) await Task.Delay(100, patience.Token);
    }

    private async Task<int> FreePlacesAsync()
    {
        var (circuits, account) = (site.Services.GetRequiredService<EditorCircuits>(), await site.AccountAsync("anna"));
        var places = Enumerable.Range(0, EditorCircuits.MaxPerAccount).Select(_ => circuits.Enter(account)).OfType<IDisposable>().ToList();
        foreach (var place in places) place.Dispose();
        return places.Count;
    }

    private async Task<int> PresencesAsync()
    {
        await using var desk = await site.Services.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContextAsync(Stop);
        return await desk.Presences.CountAsync(Stop);
    }
}
