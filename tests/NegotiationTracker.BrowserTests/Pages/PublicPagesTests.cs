using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Pages;

/// <summary>Every public page in a real browser. A new page is a line here.</summary>
public sealed class PublicPagesTests(Chromium chromium, RecordSite site)
{
    public static TheoryData<string> Pages =>
        [
            "/", "/timeline", "/timeline?party=ukraine&topic=ceasefire", "/timeline?lanes=party&disputed=yes", "/timeline/charts", "/timeline?view=list&asof=2025-06-01", "/timeline?q=memorandum", "/talks", "/talks/istanbul-2025-06-02", "/talks/rubio-lavrov-call-2025-05-17",
            "/delegations", "/delegations/ukraine-istanbul-2025-06-02", "/delegations/russia-istanbul-2025-05-16", "/proposals", "/proposals/russia-memorandum-2025-06",
            "/commitments", "/exchanges", "/exchanges/bodies-2025-06-11", "/exchanges/prisoners-2025-06-09", "/ceasefires", "/statements", "/incidents",
            "/people", "/people/volodymyr-zelenskyy", "/organizations", "/parties", "/parties/ukraine", "/processes", "/processes/ukraine-2025", "/sources",
            "/search?q=umerov", "/search?q=nothing-like-this-at-all", "/talks/istanbul-2025-06-02/history", "/talks/no-such-talks", "/about",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_is_healthy_accessible_and_fits_wide_and_narrow_light_and_dark_with_and_without_script(string path)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 320) })
        {
            var page = await chromium.OpenAsync(scheme, width);
            var health = PageHealth.Of(page);
            await page.GotoAsync(site.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

            (await page.ViolationsAsync()).ShouldBeEmpty($"{path} {scheme} {width}");
            (await page.OverflowsAsync()).ShouldBeFalse($"{path} {width}");
            (await page.TitleAsync()).ShouldEndWith("NegotiationTracker");
            (await page.Locator("h1").CountAsync()).ShouldBe(1);
            health.Complaints.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
        var plain = await chromium.OpenAsync(script: false);
        await plain.GotoAsync(site.Address + path);
        (await plain.Locator("main").InnerTextAsync()).Length.ShouldBeGreaterThan(80);
        await plain.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reader_finds_a_roster_from_the_start_page_and_opens_a_source_in_place_without_script()
    {
        var page = await chromium.OpenAsync(script: false);
        await page.GotoAsync(site.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Look up a delegation" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Delegation of Ukraine to the Istanbul talks of 2 June 2025" }).ClickAsync();
        (await page.Locator(".roster, main table").First.InnerTextAsync()).ShouldContain("Rustem Umerov");
        await page.GetByRole(AriaRole.Button, new() { Name = "Source 1", Exact = true }).First.ClickAsync();
        (await page.Locator("#n1:popover-open").CountAsync()).ShouldBe(1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/talks", 1440)]
    [InlineData("/talks", 800)]
    [InlineData("/timeline?view=list", 1440)]
    public async Task Counts_of_six_digits_stay_within_the_column_of_filters(string path, int width)
    {
        var page = await chromium.OpenAsync(width: width);
        await page.GotoAsync(site.Address + path);
        var wider = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.filter a:has(.count)')].filter(choice => {
              choice.querySelector('.count').textContent = '109,847';
              return choice.scrollWidth > choice.clientWidth;
            }).map(choice => choice.textContent)
            """);
        (await page.Locator(".filter .count").First.InnerTextAsync()).ShouldBe("109,847");
        wider.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }
}
