using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Incidents;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Live;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Shared.Live;

/// <summary>What a reader sees of a publication without doing anything. A site of its own, because it publishes.</summary>
public sealed class LiveLineTests(Chromium chromium, RecordSite site) : IClassFixture<RecordSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_tells_of_what_is_published_and_its_link_shows_it()
    {
        var page = await chromium.OpenAsync(ColorScheme.Dark, 320);
        var health = PageHealth.Of(page);
        await page.GotoAsync(site.Address + "/timeline?view=list", new() { WaitUntil = WaitUntilState.NetworkIdle });
        (await page.Locator(".live").InnerTextAsync()).ShouldBeEmpty();
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");

        await PublishAsync(Incident("one", "An incident of one day"));
        await ExpectAsync(page, "1 new record. Show");
        await PublishAsync(Incident("two", "Another of the same day"));
        await ExpectAsync(page, "2 new records. Show");

        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")).ShouldBe(height, "nothing on the page moves");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator(".live").IsVisibleAsync()).ShouldBeFalse("not on paper");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GetByRole(AriaRole.Link, new() { Name = "Show", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Another of the same day" }).First.WaitForAsync();
        (await page.Locator(".live").InnerTextAsync()).ShouldBeEmpty();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_record_page_tells_of_this_record_alone()
    {
        await PublishAsync(Incident("changing", "As first reported"));
        var page = await OpenConnectedAsync("/incidents/changing");

        await PublishAsync(Incident("other", "Of no concern here"), Incident("changing", "As known later"));
        await ExpectAsync(page, "This record was amended meanwhile. Show the new revision");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the new revision" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "As known later", Level = 1 }).WaitForAsync();
        await ConnectedAsync();

        await site.Services.GetRequiredService<Publisher>().RetractAsync("incidents", "changing", "It did not happen.", "test", Stop);
        await ExpectAsync(page, "This record was retracted meanwhile. Show why");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show why" }).ClickAsync();
        await page.GetByText("It did not happen.").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_published_before_the_page_began_to_listen_is_told_too()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site.Address + "/incidents");
        await PublishAsync(Incident("early", "Published in between"));
        await ExpectAsync(page, "1 new record. Show");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_nobody_sees_does_not_listen_and_catches_up_when_it_is_seen_again()
    {
        var page = await OpenConnectedAsync("/");
        await SeenAsync(page, isSeen: false);
        await SeatsAsync(0);
        await PublishAsync(Incident("unseen", "While nobody looked"));
        await SeenAsync(page, isSeen: true);
        await ExpectAsync(page, "1 new record. Show");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_published_elsewhere_arrives_in_the_timeline_with_a_mark()
    {
        var page = await OpenConnectedAsync("/timeline?kind=incidents&from=2025-01-01&to=2026-02-01");
        var health = PageHealth.Of(page);
        await page.Locator(".explorer-list > li").First.WaitForAsync();
        await PublishAsync(Incident("arrives", "It arrives while the timeline is open"));
        await page.Locator(".explorer-list [data-fresh]").Filter(new() { HasText = "It arrives while the timeline is open" }).WaitForAsync(new() { Timeout = 8_000 });
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task ExpectAsync(IPage page, string text) => await page.WaitForFunctionAsync(
        "text => document.querySelector('.live').innerText.replace(/\\s+/g, ' ').trim() === text", text, new() { Timeout = 8_000 });

    // A headless browser shows every page; what the module is told is what a browser with tabs tells it.
    private static async Task SeenAsync(IPage page, bool isSeen) => await page.EvaluateAsync(
        "seen => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => !seen }); document.dispatchEvent(new Event('visibilitychange')); }", isSeen);

    private static IncidentDocument Incident(string slug, string title) => new()
    {
        Slug = slug, Title = title, Form = IncidentKind.Explosion, Processes = ["ukraine-2025"], When = new When { Date = Edtf.Parse("2026-01-05") },
        Citations = [new Citation { Source = "test-source", Quote = "as printed" }],
    };

    private async Task PublishAsync(params IEnumerable<RecordDocument> documents)
    {
        var source = new NegotiationTracker.Data.Sources.SourceDocument
        {
            Slug = "test-source", Title = "An agency's text", Publisher = "Agency", Form = NegotiationTracker.Data.Sources.SourceKind.NewsAgency, Url = "https://example.org/1",
        };
        (await site.Services.GetRequiredService<Publisher>().PublishAsync([source, .. documents], "test", null, ct: Stop)).ShouldBeOfType<PublishOutcome.Published>();
    }

    private async Task<IPage> OpenConnectedAsync(string path)
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(site.Address + path);
        await ConnectedAsync();
        return page;
    }

    private Task ConnectedAsync() => SeatsAsync(1);

    private async Task SeatsAsync(int taken)
    {
        var seats = site.Services.GetRequiredService<LiveSeats>();
        for (var tries = 0; seats.Taken != taken && tries < 200; tries++) await Task.Delay(50, Stop);
        seats.Taken.ShouldBe(taken);
    }
}
