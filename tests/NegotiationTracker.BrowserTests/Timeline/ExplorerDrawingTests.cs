using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Timeline;

/// <summary>What the drawing shows, and what it shows while it knows nothing yet or finds nothing.</summary>
public sealed partial class ExplorerDrawingTests(Chromium chromium, RecordSite site)
{
    private const string Labels = "() => { const { scene, painter } = document.querySelector('.explorer').explorer; return scene.labels.map(l => [l.left, l.left + l.width, scene.width, painter.measure(l.entry) - l.width]); }";

    // As many in every slot as a record of a million entries has, and more: in a view of three years the counts lay on each other. Paper at either end of a count, five pixels of it, may.
    [Fact]
    public async Task Counts_do_not_lie_on_each_other_however_many_there_are()
    {
        var page = await chromium.ExploreAsync(site);
        var over = await page.EvaluateAsync<string[]>(
            """
            () => {
              const { explorer } = document.querySelector('.explorer'), day = 86_400_000, over = [];
              const width = n => 2 * Math.round(5 + 3.2 * (n < 1000 ? String(n) : n < 9950 ? `${(n / 1000).toFixed(1)}k` : `${Math.round(n / 1000)}k`).length);
              for (const rate of [.2, 3, 12, 90, 400]) {
                for (let days = 120; days < 6000; days *= 1.13) {
                  const length = days * day, from = Date.UTC(2025, 4, 1) - length / 2, view = { from, to: from + length }, slot = 2 ** Math.round(Math.log2(length / 1024));
                  const at = [], entries = [];
                  for (let t = Math.floor(from / slot) * slot; t < view.to; t += slot) { at.push(t); entries.push(Math.max(2, Math.round(rate * slot / day))); }
                  const none = at.map(() => 0), tile = { slot, spans: [], entries: [], lanes: new Map(explorer.lanes.map(l => [l.key, { slots: { at, entries, disputed: none, top: none } }])) };
                  explorer.view = view;
                  explorer.rate = rate / day;
                  explorer.tiles.pieces = () => [{ tile, ...view }];
                  const scene = explorer.sceneOf(1200), marks = scene.marks.filter(m => m.lane === scene.lanes[0] && m.entries > 1).sort((a, b) => a.x - b.x);
                  if (marks.length < 5) over.push(`${marks.length} marks in ${days} days`);
                  for (let i = 1; i < marks.length; i++) {
                    const room = marks[i].x - marks[i - 1].x - (width(marks[i].entries) + width(marks[i - 1].entries)) / 2;
                    if (room < -5) over.push(`${rate} a day, ${Math.round(days)} days: ${marks[i - 1].entries} and ${marks[i].entries} by ${Math.round(-room)}`);
                  }
                }
              }
              return over;
            }
            """);
        over.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_known_yet_is_paper_in_its_place_and_nothing_black()
    {
        var page = await chromium.OpenAsync(ColorScheme.Light, 1440);
        var hold = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/timeline/window**", async route =>
        {
            await hold.Task;
            await route.AbortAsync();
        });
        await page.GotoAsync(site.Address + "/timeline", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => { const e = document.querySelector('.explorer')?.explorer; return e && !e.root.hidden && !e.frame; }");
        var seen = await page.EvaluateAsync<double[]>("""
            () => {
              const dark = part => Math.min(...document.querySelector(`[data-part=${part}]`).getContext('2d').getImageData(20, 20, 1, 1).data.slice(0, 3));
              return [dark('canvas'), dark('overview'), document.querySelector('[data-part=overview]').clientHeight];
            }
            """);
        seen[0].ShouldBeGreaterThan(200);
        seen[1].ShouldBeGreaterThan(200);
        seen[2].ShouldBe(54, "it is as high as it will be, so that nothing below it jumps");
        hold.SetResult();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_axis_says_its_zone_and_every_day_of_a_month_and_the_words_end_with_the_last_day_seen()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-15&to=2025-06-15");
        (await page.EvaluateAsync<string[]>("() => document.querySelector('.explorer').explorer.scene.axis.fine.map(t => t.text)")).ShouldContain("31");
        (await page.EvaluateAsync<string[]>("() => document.querySelector('.explorer').explorer.scene.axis.above.map(t => t.text)")).ShouldBe(["May 2025", "June 2025"]);
        (await page.Part("count").InnerTextAsync()).ShouldStartWith("15 May 2025 to 15 June 2025:");
        var svg = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "SVG" }).ClickAsync());
        XDocument.Load(await svg.PathAsync()).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ShouldContain("UTC");
        await page.GetByRole(AriaRole.List, new() { Name = "What the marks mean" }).GetByText("sources disagree").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("process")]
    [InlineData("party")]
    [InlineData("person")]
    [InlineData("topic")]
    public async Task Lanes_are_told_apart_by_their_names(string lanes)
    {
        var page = await chromium.ExploreAsync(site, $"/timeline?from=2025-05-15&to=2025-06-15&lanes={lanes}");
        var names = await page.EvaluateAsync<string[]>("() => document.querySelector('.explorer').explorer.scene.lanes.map(l => l.lines.join(' ') === l.label ? l.lines.slice(0, 3).join(' ') : '')");
        names.ShouldAllBe(name => name.Length > 0);
        names.ShouldBeUnique();
        (await page.EvaluateAsync<int>("() => Math.max(...document.querySelector('.explorer').explorer.scene.lanes.map(l => l.lines.length * 16 - l.height))")).ShouldBeLessThan(0, "no name leaves its lane");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/timeline?from=2025-06-02T00:00Z&to=2025-06-03T00:00Z", true)]
    [InlineData("/timeline?from=2025-05-15&to=2025-06-15", false)]
    public async Task Labels_take_the_room_there_is_and_none_leaves_the_drawing(string path, bool isWhole)
    {
        var page = await chromium.ExploreAsync(site, path);
        var labels = await page.EvaluateAsync<double[][]>(Labels);
        labels.Length.ShouldBeGreaterThan(5);
        labels.ShouldAllBe(l => l[0] > 140 && l[1] <= l[2]);
        if (isWhole) labels.ShouldAllBe(l => l[3] <= 0, "a bar as long as the view has room for every title");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Entries_of_one_day_are_drawn_once_and_not_darker_than_one()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-15&to=2025-06-15&lanes=process");
        var spans = await page.EvaluateAsync<string[]>("() => document.querySelector('.explorer').explorer.scene.spans.map(s => [s.y, Math.round(s.left), Math.round(s.right), s.form.kind, s.isDisputed].join(' '))");
        spans.Length.ShouldBeGreaterThan(20);
        spans.ShouldBeUnique();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_pointer_is_over_is_told_beside_it_until_escape()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-15&to=2025-06-15");
        await page.Part("canvas").ScrollIntoViewIfNeededAsync();
        var box = (await page.Part("canvas").BoundingBoxAsync())!;
        var tip = page.Locator(".explorer-tip");
        var count = await page.EvaluateAsync<double[]>("() => { const m = document.querySelector('.explorer').explorer.scene.marks.filter(m => m.entries > 3 && m.x > 200).sort((a, b) => b.entries - a.entries)[0]; return [m.x, m.y, m.entries]; }");
        await page.Mouse.MoveAsync((float)(box.X + count[0]), (float)(box.Y + count[1]));
        await tip.GetByText($"{count[2]} entries").WaitForAsync();

        var one = await page.EvaluateAsync<double[]>("() => { const l = document.querySelector('.explorer').explorer.scene.labels[0]; return [l.left + 20, l.y - 4, l.entry.number]; }");
        await page.Mouse.MoveAsync((float)(box.X + one[0]), (float)(box.Y + one[1]));
        var title = await page.EvaluateAsync<string>("n => document.querySelector('.explorer').explorer.entries.byNumber.get(n).title", (int)one[2]);
        await tip.GetByText(title).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        (await tip.IsVisibleAsync()).ShouldBeFalse();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_chosen_entry_of_several_parties_is_marked_in_each_of_their_lanes()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?from=2025-05-10&to=2025-06-10&lanes=party");
        await page.Part("canvas").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.RestAsync();
        var parties = await page.EvaluateAsync<int[]>("""
            () => {
              const { scene, state, entries } = document.querySelector('.explorer').explorer, lanes = new Set(scene.lanes.map(l => l.key));
              return [entries.byNumber.get(state.at).parties.filter(p => lanes.has(p)).length, scene.selected.places.length];
            }
            """);
        parties[0].ShouldBeGreaterThan(1);
        parties[1].ShouldBe(parties[0]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_nothing_is_found_a_sentence_leads_back_to_the_whole()
    {
        var page = await chromium.ExploreAsync(site, "/timeline?q=zzzzqqq");
        var health = PageHealth.Of(page);
        (await page.Part("empty").InnerTextAsync()).ShouldStartWith("Nothing matches these filters.");
        (await page.Part("canvas").IsVisibleAsync()).ShouldBeFalse();
        (await page.ViolationsAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the whole timeline." }).ClickAsync();
        await page.WaitForURLAsync(Whole());
        await page.RestAsync();
        (await page.Part("canvas").IsVisibleAsync()).ShouldBeTrue();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("/timeline$", RegexOptions.None, 500)]
    private static partial Regex Whole();
}
