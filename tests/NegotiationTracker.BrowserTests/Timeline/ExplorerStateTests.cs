using System.Xml.Linq;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

/// <summary>The explorer's address, its list, its pictures, and what it tells when something fails.</summary>
public sealed class ExplorerStateTests(Chromium chromium, RecordSite site)
{
    [Fact]
    public async Task Back_and_forward_go_through_lanes_and_chosen_entries()
    {
        var page = await chromium.ExploreAsync(site);
        await page.Part("lanes").SelectOptionAsync("party");
        await page.UrlHasAsync("lanes=party");
        await page.RestAsync();
        await page.Locator(".explorer-list > li .when").First.ClickAsync();
        await page.UrlHasAsync("at=");
        await page.Part("facts").Locator("h2").WaitForAsync();

        await page.GoBackAsync();
        await page.Part("detail").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        page.Url.ShouldContain("lanes=party");
        page.Url.ShouldNotContain("at=");
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-part=lanes]').value === 'kind'");
        await page.GoForwardAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-part=lanes]').value === 'party'");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_copied_link_shows_somebody_else_the_same_and_citation_and_downloads_are_of_it()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-10&to=2025-06-10&lanes=topic&kind=talks");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Part("canvas").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.RestAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.UrlHasAsync("at=");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await page.GetByText("The link was copied.").WaitForAsync();
        var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        var (view, chosen) = (await page.ViewAsync(), await page.ChosenAsync());
        var cited = await page.Locator("[data-cite]").TextContentAsync() ?? "";
        cited.ShouldContain($"at={chosen}");
        cited.ShouldContain("asof=");
        (await page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).GetAttributeAsync("href"))!.ShouldStartWith("/api/v1/timeline.csv?kind=talks&from=2025-05-");
        await page.Context.CloseAsync();

        var other = await chromium.ExploreAsync(site, new Uri(link).PathAndQuery);
        var same = await other.ViewAsync();
        same.From.ShouldBe(view.From, 60_000);
        same.To.ShouldBe(view.To, 60_000);
        (await other.ChosenAsync()).ShouldBe(chosen);
        (await other.Part("lanes").InputValueAsync()).ShouldBe("topic");
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task A_filter_changes_the_drawing_in_place()
    {
        var page = await chromium.ExploreAsync(site);
        await page.EvaluateAsync("() => { document.body.dataset.stays = 'yes'; }");
        await page.Locator(".filters").Locator("a[href*='kind=talks']").First.ClickAsync();
        await page.UrlHasAsync("kind=talks");
        await page.RestAsync();
        (await page.EvaluateAsync<string?>("() => document.body.dataset.stays")).ShouldBe("yes");
        (await page.EvaluateAsync<string[]>("() => [...new Set(document.querySelector('.explorer').explorer.list.shown.map(e => e.record))]")).ShouldBe(["talks"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_and_the_form_of_a_past_day_keep_what_was_chosen_in_the_drawing()
    {
        var page = await chromium.ExploreAsync(site);
        await page.Part("lanes").SelectOptionAsync("party");
        await page.UrlHasAsync("lanes=party");
        await page.Locator(".filters").Locator("a[href*='kind=talks']").First.ClickAsync();
        await page.UrlHasAsync("kind=talks");
        await page.RestAsync();
        await page.Part("canvas").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.RestAsync();
        await page.UrlHasAsync("from=");
        var kept = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.as-known input[type=hidden]')].map(i => `${i.name}=${i.value}`)");
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query);
        kept.ShouldBe([.. query.AllKeys.Select(k => $"{k}={query[k]}")], ignoreOrder: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show as a list" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show as a timeline" }).WaitForAsync();
        page.Url.ShouldContain("kind=talks");
        page.Url.ShouldContain("from=2025-");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_has_the_entries_of_the_view_in_the_order_of_time_and_the_drawing_has_each_of_them()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-07-20&to=2025-07-26");
        var answer = await page.APIRequest.GetAsync(site.Address + "/api/v1/timeline?from=2025-07-20&to=2025-07-26&limit=200");
        var published = (await answer.JsonAsync())!.Value.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("number").GetInt32()).ToList();
        published.Count.ShouldBeGreaterThan(5);
        (await page.ListedAsync()).ShouldBe(published, ignoreOrder: true);
        (await page.EvaluateAsync<bool>("() => { const all = document.querySelector('.explorer').explorer.list.shown; return all.every((e, i) => !i || all[i - 1].at <= e.at); }")).ShouldBeTrue();
        var drawn = await page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.scene.marks.reduce((n, m) => n + m.entries, 0)");
        drawn.ShouldBeGreaterThanOrEqualTo(published.Count);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/timeline?from=2015-01-01&to=2034-12-31")]
    [InlineData("/timeline?from=2025-01-01&to=2025-12-31")]
    [InlineData("/timeline?from=2025-05-15&to=2025-06-15&lanes=party")]
    [InlineData("/timeline?from=2025-06-02T00:00Z&to=2025-06-03T00:00Z")]
    [InlineData("/timeline?from=2025-06-02T10:00Z&to=2025-06-02T12:00Z")]
    public async Task At_every_zoom_no_label_lies_on_another_and_svg_and_png_can_be_kept(string path)
    {
        var page = await chromium.ExploreAsync(site, path);
        var overlaps = await page.EvaluateAsync<string[]>("""
            () => {
              const { labels } = document.querySelector('.explorer').explorer.scene, over = [];
              for (const [i, a] of labels.entries()) for (const b of labels.slice(i + 1))
                if (Math.abs(a.y - b.y) < 14 && a.left < b.left + b.width && b.left < a.left + a.width) over.push(`${a.entry.title} / ${b.entry.title}`);
              return over;
            }
            """);
        overlaps.ShouldBeEmpty();
        var svg = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync());
        var drawing = XDocument.Load(await svg.PathAsync());
        var texts = drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        var shown = await page.EvaluateAsync<string[]>("() => document.querySelector('.explorer').explorer.scene.labels.map(l => l.entry.title.slice(0, 12))");
        shown.ShouldAllBe(title => texts.Any(t => t.Contains(title)));
        texts[^1].ShouldStartWith("NegotiationTracker, timeline,");
        var png = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        (await File.ReadAllBytesAsync(await png.PathAsync(), TestContext.Current.CancellationToken)).Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Narrow_and_dark_the_axis_runs_downward_with_the_density_in_sight()
    {
        var page = await chromium.ExploreAsync(site, scheme: ColorScheme.Dark, width: 320);
        var health = PageHealth.Of(page);
        (await page.Part("canvas").IsVisibleAsync()).ShouldBeFalse();
        (await page.ListedAsync()).Length.ShouldBeGreaterThan(10);
        await page.Locator(".explorer-list > li .when").Nth(8).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the record" }).WaitForAsync();
        (await page.Part("overview").EvaluateAsync<double>("e => e.getBoundingClientRect().top")).ShouldBeInRange(0, 900);
        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Wide_with_an_entry_and_charts_open_it_is_accessible_and_calm()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?lanes=party&kind=talks&from=2025-05-10&to=2025-06-10");
        var health = PageHealth.Of(page);
        await page.Part("canvas").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the record" }).WaitForAsync();
        await page.GetByText("Charts of what is in view").ClickAsync();
        await page.Part("figures").Locator("h2").First.WaitForAsync();
        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_call_that_fails_is_told_in_a_sentence_and_what_is_there_stays()
    {
        var page = await chromium.ExploreAsync(site);
        await page.RouteAsync("**/api/v1/timeline/**", route => route.AbortAsync());
        await page.Part("canvas").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.GetByText("More of this entry can’t be shown. The server can’t be reached just now.").WaitForAsync();
        // So near that nothing of it was loaded before: what was, is shown without asking.
        for (var i = 0; i < 4; i++) await page.Keyboard.PressAsync("+");
        await page.GetByText("The server can’t be reached just now: what was loaded before is shown.").WaitForAsync();
        (await page.EvaluateAsync<int>("() => document.querySelector('.explorer').explorer.scene.marks.length")).ShouldBeGreaterThan(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_waits_for_the_explorer_and_is_there_when_its_script_does_not_come()
    {
        var page = await chromium.OpenAsync();
        await page.RouteAsync("**/explorer*.js", route => route.AbortAsync());
        await page.GotoAsync(site.Address + "/timeline");
        var list = page.Locator(".timeline-list");
        (await list.EvaluateAsync<string>("e => getComputedStyle(e).animationName")).ShouldBe("awaits-explorer");
        await list.WaitForAsync();
        (await page.Locator(".explorer").IsVisibleAsync()).ShouldBeFalse();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_and_as_a_list_the_page_is_the_list()
    {
        var page = await chromium.ExploreAsync(site);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator(".explorer").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".timeline-list").IsVisibleAsync()).ShouldBeTrue();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByRole(AriaRole.Link, new() { Name = "Show as a list" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show as a timeline" }).WaitForAsync();
        (await page.Locator(".timeline-list").IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }
}
