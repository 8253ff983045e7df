using System.Diagnostics;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>What the desk is for, from the first key to the reader's page: an editor, a reviewer, a reader who had a page open.</summary>
public sealed class StoryTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    private const string Report = "Fourth round in Istanbul ends after an hour";

    // As much of each name as tells it from the others.
    private static readonly string[] Twelve = ["umer", "kysl", "покл", "luho", "ostr", "skib", "diak", "kovb", "бевз", "sheri", "malov", "shynk"];

    [Fact]
    public async Task A_round_of_talks_is_entered_from_a_report_published_by_a_second_person_and_seen_by_a_reader_at_once()
    {
        var reader = await chromium.OpenAsync();
        await reader.GotoAsync($"{site.Address}/talks", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var page = await chromium.OpenAsync();
        var health = PageHealth.Of(page);
        await site.GoAsync(page, "anna", "/desk");
        var editor = new EditorHands(page);
        var watch = Stopwatch.StartNew();

        await TalksAsync(editor);
        await DelegationAsync(editor);
        await ProposalAsync(editor);
        await ExchangeAsync(editor);
        await SubmitTogetherAsync(page);
        TestContext.Current.SendDiagnosticMessage($"Talks, a delegation of twelve, a proposal and an exchange entered and submitted: {watch.Elapsed.TotalSeconds:F0} s");
        health.Complaints.ShouldBeEmpty();

        var reviewer = await chromium.OpenAsync();
        await site.GoAsync(reviewer, "rolf", "/desk/review");
        await reviewer.GetByRole(AriaRole.Link, new() { Name = "Exchange agreed in the fourth round" }).First.ClickAsync();
        await Assertions.Expect(reviewer.Locator("input[name=with]")).ToHaveCountAsync(4);
        await Assertions.Expect(reviewer.Locator("input[name=with]:checked")).ToHaveCountAsync(4);
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await reviewer.Locator("[role=status]", new() { HasText = "public" }).WaitForAsync();

        await reader.Locator(".live", new() { HasText = "1 new record." }).WaitForAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = "Show", Exact = true }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = "Fourth round, Istanbul" }).First.ClickAsync();
        await ReadAsync(reader);
        foreach (var one in new[] { reader, page, reviewer }) await one.Context.CloseAsync();
    }

    private static async Task TalksAsync(EditorHands editor)
    {
        var page = editor.Page;
        await editor.BeginAsync("Talks");
        await editor.NewSourceAsync("https://news.example.org/2026/11/03/istanbul-fourth-round?utm_source=feed", Report, "Example News");
        await editor.TitleAsync("Fourth round, Istanbul");
        await page.SelectOptionAsync("#f-form", "Meeting");
        await page.SelectOptionAsync("#f-status", "Held");
        await editor.DateAsync("#f-actual-date", "3 November 2026, 13:00", "2026-11-03T13:00");
        await editor.CiteAsync("held");
        await page.FillAsync("#f-actual-zone", "Europe/Istanbul");
        await editor.PickAsync("#f-parties", "ukr");
        await editor.PickAsync("#f-parties", "russia");
        await editor.AddAsync("Add an outcome", "#f-outcomes-0--text");
        await page.Keyboard.TypeAsync("An exchange of 1,000 for 1,000 was agreed.");
        await page.FillAsync("#f-meetingRecord", "## Course\n\nThe sides met for **an hour**.\n\n- memoranda handed over\n- exchange agreed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show as readers will see it" }).ClickAsync();
        await page.Locator("strong", new() { HasText = "an hour" }).WaitForAsync();

        // Another source has another hour: both stand, with what kind of difference it is and a note.
        await page.GetByRole(AriaRole.Button, new() { Name = "Another source says otherwise about Held" }).ClickAsync();
        await Assertions.Expect(page.Locator("#f-claims-1--value")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("2026-11-03T14:00");
        await page.SelectOptionAsync("#f-differences-0--kind", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#f-differences-0--note", "The sources name two hours.");
        await FaultlessAsync(page);
    }

    // With the keyboard alone, from the palette on.
    private static async Task DelegationAsync(EditorHands editor)
    {
        var page = editor.Page;
        var before = page.Url;
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-words")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("new delegation");
        await Assertions.Expect(page.Locator("#palette-found [role=option][aria-selected=true]")).ToContainTextAsync("New delegation");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != before);
        await DeskSite.ReadyAsync(page);
        await editor.TabToAsync("f-title");
        await editor.TitleAsync("Delegation of Ukraine, fourth round");
        await editor.TabToAsync("f-talks");
        await editor.PickAsync("#f-talks", "Fourth round");
        await editor.TabToAsync("f-party");
        await editor.PickAsync("#f-party", "ukr");
        await editor.TabToAsync("f-instrument-form");
        await page.Keyboard.TypeAsync("decree of the President of Ukraine");
        await editor.TabToAsync("f-instrument-number");
        await page.Keyboard.TypeAsync("901/2026");
        await editor.TabToAsync("f-members");
        var (keys, watch) = (0, Stopwatch.StartNew());
        foreach (var (name, i) in Twelve.Select((n, i) => (n, i)))
        {
            await page.Keyboard.TypeAsync(name, new KeyboardTypeOptions { Delay = 60 });
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"#f-members-{i}--role")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#f-members")).ToBeFocusedAsync();
            keys += name.Length + 2;
        }
        TestContext.Current.SendDiagnosticMessage($"The roster of twelve: {keys} keys, {watch.Elapsed.TotalSeconds:F1} s");
        await FaultlessAsync(page);
    }

    private async Task ProposalAsync(EditorHands editor)
    {
        var page = editor.Page;
        await page.GotoAsync($"{site.Address}/desk");
        await editor.BeginAsync("Proposal");
        await editor.TitleAsync("Memorandum of the fourth round");
        await page.SelectOptionAsync("#f-form", new SelectOptionValue { Index = 1 });
        await editor.PickAsync("#f-authors", "ukr");
        await editor.AddAsync("Add a step", "#f-statuses-0--status");
        await page.SelectOptionAsync("#f-statuses-0--status", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#f-statuses-0--when-date", "2026-11-03");
        await editor.AddAsync("Add a version", "#f-versions-0--label");
        await page.Keyboard.TypeAsync("as handed over");
        await page.Locator(".paste-box summary").ClickAsync();
        await page.FillAsync("#f-versions-0--provisions-paste", "1. A full ceasefire for 30 days\n2. Monitoring by the United States\n3. An exchange of all prisoners for all");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 3 provisions" }).ClickAsync();
        await FaultlessAsync(page);
    }

    private async Task ExchangeAsync(EditorHands editor)
    {
        var page = editor.Page;
        await page.GotoAsync($"{site.Address}/desk");
        await editor.BeginAsync("Exchange");
        await editor.TitleAsync("Exchange agreed in the fourth round");
        await page.SelectOptionAsync("#f-form", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#f-status", "Agreed");
        await editor.PickAsync("#f-agreedIn", "Fourth round");
        await editor.AddAsync("Add a batch", "#f-batches-0--when-date");
        await page.Keyboard.TypeAsync("2026-11-05");
        await Assertions.Expect(page.Locator("#f-batches-0--key")).ToHaveValueAsync("2026-11-05");
        var line = page.Locator(".figure-line").Nth(1);
        foreach (var (printed, claimant, i) in new[] { ("1,000", "Volodymyr Zelenskyy", 0), ("at least 950", "the Russian Ministry of Defence", 1) })
        {
            await line.GetByLabel("How many, as printed").FillAsync(printed);
            await line.Locator("select").Nth(1).SelectOptionAsync("ukraine");
            await line.GetByLabel("Who says so").FillAsync(claimant);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#f-batches-0--figures-list details.list-item")).ToHaveCountAsync(i + 1);
        }
        await FaultlessAsync(page);
    }

    private static async Task FaultlessAsync(IPage page)
    {
        await DeskSite.ReadyAsync(page);
        await Assertions.Expect(page.Locator(".fault-list")).ToHaveCountAsync(0);
    }

    private async Task SubmitTogetherAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+Enter");
        await page.FillAsync("#submit-comment", "From the evening report.");
        await Assertions.Expect(page.Locator("dialog[open] input[type=checkbox]")).ToHaveCountAsync(4);
        foreach (var box in await page.Locator("dialog[open] input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"{site.Address}/desk");
        await Assertions.Expect(page.Locator("#review")).ToContainTextAsync("Exchange agreed in the fourth round");
    }

    private static async Task ReadAsync(IPage reader)
    {
        await reader.GetByRole(AriaRole.Heading, new() { Name = "Fourth round, Istanbul", Level = 1 }).WaitForAsync();
        var talks = await reader.Locator("main").InnerTextAsync();
        talks.ShouldContain("an hour");
        talks.ShouldContain("The sources name two hours.");
        talks.ShouldContain(Report);
        await reader.GetByRole(AriaRole.Link, new() { Name = "Delegation of Ukraine, fourth round" }).First.ClickAsync();
        await reader.GetByRole(AriaRole.Heading, new() { Name = "Delegation of Ukraine, fourth round", Level = 1 }).WaitForAsync();
        var roster = await reader.Locator("main").InnerTextAsync();
        foreach (var name in new[] { "Rustem Umerov", "Oleksandr Bevz", "Yevhen Shynkarov", "901/2026" }) roster.ShouldContain(name);
        await reader.GotoAsync(new Uri(new Uri(reader.Url), "/exchanges/exchange-agreed-in-the-fourth-round").AbsoluteUri);
        var exchange = await reader.Locator("main").InnerTextAsync();
        foreach (var said in new[] { "1,000", "at least 950", "Volodymyr Zelenskyy", "the Russian Ministry of Defence" }) exchange.ShouldContain(said);
        await reader.GotoAsync(new Uri(new Uri(reader.Url), "/proposals/memorandum-of-the-fourth-round").AbsoluteUri);
        (await reader.Locator("main").InnerTextAsync()).ShouldContain("A full ceasefire for 30 days");
        await reader.Locator(".notes li", new() { HasText = Report }).First.GetByRole(AriaRole.Link, new() { Name = "in this record" }).ClickAsync();
        await reader.GetByRole(AriaRole.Heading, new() { Name = Report, Level = 1 }).WaitForAsync();
    }
}
