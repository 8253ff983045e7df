using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Who was on a delegation, entered in the editor as a tired editor does it.</summary>
public sealed class RosterTests(Chromium chromium, DeskSite site) : IClassFixture<DeskSite>
{
    // As much of each name as tells it from the others.
    private static readonly (string Typed, string Slug)[] Twelve =
    [
        ("umer", "rustem-umerov"), ("kysl", "sergiy-kyslytsya"), ("покл", "oleksandr-poklad"), ("luho", "oleh-luhovskyi"), ("ostr", "yevhenii-ostrianskyi"), ("skib", "vadym-skibitskyi"),
        ("diak", "oleksandr-diakov"), ("kovb", "yuriy-kovbasa"), ("бевз", "oleksandr-bevz"), ("sheri", "oleksandr-sherikhov"), ("malov", "oleksii-malovatskyi"), ("shynk", "yevhen-shynkarov"),
    ];

    private const string Decree = """
        Затвердити такий склад делегації України:
        1. Умєров Рустем Енверович — Секретар Ради національної безпеки і оборони України (голова делегації);
        2. Бевз Олександр — радник Керівника Офісу Президента України;
        3. Дьяков Олександр — заступник начальника штабу Командування Військово-Морських Сил;
        4. Кислиця Сергій Олегович — перший заступник Міністра закордонних справ України;
        5. Ковбаса Юрій Васильович — представник Уповноваженого Верховної Ради України з прав людини (за згодою);
        6. Луговський Олег Васильович — перший заступник Голови Служби зовнішньої розвідки України;
        7. Острянський Євгеній — заступник начальника Генерального штабу Збройних Сил України;
        8. Поклад Олександр Валентинович — заступник Голови Служби безпеки України;
        9. Скібіцький Вадим — заступник начальника Головного управління розвідки;
        10. Шевченко Олексій — заступник начальника Генерального штабу Збройних Сил України;
        11. Шерихов Олександр — старший офіцер Генерального штабу;
        12. Маловацький Олексій — начальник управління.
        """;

    [Fact]
    public async Task A_roster_of_twelve_is_entered_with_the_keyboard_alone()
    {
        var (page, draft) = await OpenAsync();
        await TakeSourceAsync(page);
        var keys = 0;
        var watch = Stopwatch.StartNew();
        await page.Locator(".roster-next input").FocusAsync();
        foreach (var ((typed, _), i) in Twelve.Select((t, i) => (t, i)))
        {
            await page.Keyboard.TypeAsync(typed, new KeyboardTypeOptions { Delay = 60 });
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"#f-members-{i}--role")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#f-members")).ToBeFocusedAsync();
            keys += typed.Length + 2;
        }
        TestContext.Current.SendDiagnosticMessage($"Twelve by keyboard: {keys} keys, {watch.Elapsed.TotalSeconds:F1} s at 60 ms a letter");
        var members = await MembersAsync(draft, 12);
        members.Select(m => (string)m["person"]!).ShouldBe(Twelve.Select(t => t.Slug));
        members.Select(m => (string)m["role"]!).ShouldBe(["Head", .. Enumerable.Repeat("Member", 11)]);
        members.ShouldAllBe(m => m["title"] != null && m["organization"] != null && (string)m["presence"]! == "Appointed" && m["citations"]!.AsArray().Count == 1);
        ((string)members[0]["title"]!).ShouldBe("Secretary of the National Security and Defense Council", "the posting of the day of the talks");
        keys.ShouldBeLessThan(80);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_roster_of_twelve_is_pasted_from_a_decree()
    {
        var (page, draft) = await OpenAsync();
        var watch = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a list" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#roster-text")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(Decree);
        await Assertions.Expect(page.GetByText("12 lines: 12 certain, 0 doubtful, 0 unknown.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(12);
        TestContext.Current.SendDiagnosticMessage($"Twelve pasted: 3 keys, {watch.Elapsed.TotalSeconds:F1} s");
        (await page.Locator("dialog[open]").CountAsync()).ShouldBe(0, "Ctrl+Enter is the panel's here and submits nothing");
        var members = await MembersAsync(draft, 12);
        ((string)members[0]["person"]!).ShouldBe("rustem-umerov");
        ((string)members[0]["role"]!).ShouldBe("Head");
        ((string)members[4]["note"]!).ShouldBe("by consent");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_doubtful_line_waits_for_a_choice_and_an_unknown_one_for_a_new_person()
    {
        var (page, draft) = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a list" }).ClickAsync();
        await page.Locator("#roster-text").FillAsync("Rustem Umerov, head of the delegation\nShevchenko, general\nІваненко Іван — радник");
        await Assertions.Expect(page.GetByText("3 lines: 1 certain, 1 doubtful, 1 unknown.")).ToBeVisibleAsync();
        await page.GetByLabel("Line 2, Shevchenko: who is meant").SelectOptionAsync("oleksii-shevchenko");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 2 members" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".paste-line")).ToHaveCountAsync(1);
        (await MembersAsync(draft, 2)).Select(m => (string)m["person"]!).ShouldBe(["rustem-umerov", "oleksii-shevchenko"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make all 1 unknown new" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 1 member" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row='2'] .pick-draft")).ToHaveTextAsync("draft");
        ((string)(await MembersAsync(draft, 3))[2]["person"]!).ShouldBe("ivan-ivanenko");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_roster_of_the_last_round_is_copied_and_amended_and_rows_are_moved_with_the_keys()
    {
        var (page, draft) = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the roster of the last round" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy 7 members" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(7);
        var copied = await MembersAsync(draft, 7);
        copied.ShouldAllBe(m => (string)m["presence"]! == "Appointed" && m["citations"] == null);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Yuriy Kovbasa" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Put Yuriy Kovbasa back" })).ToBeVisibleAsync();
        await page.Locator(".roster-next input").FillAsync("sybiha");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr[data-row='6'] .roster-mark")).ToHaveTextAsync("in");

        await page.Locator("#f-members-6--title").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(", as reported");
        await page.Keyboard.PressAsync("Control+ArrowUp");
        await Assertions.Expect(page.Locator("#f-members-5--title")).ToBeFocusedAsync();
        while ((string)(await MembersAsync(draft, 7, ", as reported"))[5]["person"]! != "andrii-sybiha") await Task.Delay(100, TestContext.Current.CancellationToken);
        var moved = (await MembersAsync(draft, 7, ", as reported"))[5];
        ((string)moved["person"]!).ShouldBe("andrii-sybiha");
        ((string)moved["title"]!).ShouldEndWith(", as reported");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Chips_are_picked_and_taken_away_with_the_keyboard()
    {
        var (page, _) = await OpenAsync();
        var input = page.Locator("#f-represented");
        await input.FocusAsync();
        await page.Keyboard.TypeAsync("СБУ", new KeyboardTypeOptions { Delay = 40 });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip", new() { Has = page.Locator("a[href^='/organizations/']") })).ToHaveCountAsync(1);
        await Assertions.Expect(input).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ministry of def", new KeyboardTypeOptions { Delay = 20 });
        await Assertions.Expect(page.Locator("#f-represented-list [role=option]").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip", new() { Has = page.Locator("a[href^='/organizations/']") })).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator(".chip", new() { Has = page.Locator("a[href^='/organizations/']") })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".chip", new() { Has = page.Locator("a[href^='/organizations/']") })).ToContainTextAsync("Security Service of Ukraine");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Rows_and_open_lists_are_healthy_accessible_and_no_wider_than_the_window(ColorScheme scheme, int width)
    {
        PageHealth health = null!;
        var (page, _) = await OpenAsync(scheme, width, p => health = PageHealth.Of(p));
        await page.Locator(".roster-next input").FillAsync("umerov");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        await page.Locator(".roster-next input").FillAsync("olek");
        await Assertions.Expect(page.Locator(".pick-list")).ToBeVisibleAsync();
        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a list" }).ClickAsync();
        await page.Locator("#roster-text").FillAsync("Shevchenko, general\nІваненко Іван — радник");
        await Assertions.Expect(page.Locator(".paste-line")).ToHaveCountAsync(2);
        (await page.ViolationsAsync()).ShouldBeEmpty();
        (await page.OverflowsAsync()).ShouldBeFalse();
        health.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, string Draft)> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1440, Action<IPage>? watch = null)
    {
        var draft = await site.DraftAsync(new JsonObject { ["slug"] = "ukraine-third", ["title"] = "Delegation", ["talks"] = "istanbul-2025-07-23", ["party"] = "ukraine", ["processes"] = new JsonArray("ukraine-2025") }, "delegations");
        var page = await chromium.OpenAsync(scheme, width);
        watch?.Invoke(page);
        await site.OpenAsync(page, "anna", draft);
        await Assertions.Expect(page.Locator("#f-talks")).ToHaveTextAsync("Istanbul talks of 23 July 2025");
        return (page, draft);
    }

    // What the database has, once it has as many.
    private async Task<IReadOnlyList<JsonNode>> MembersAsync(string draft, int count, string last = "")
    {
        for (var i = 0; ; i++)
        {
            var members = ((await site.SavedAsync(draft))["members"] as JsonArray ?? []).Select(m => m!).ToList();
            if (members.Count == count && (last.Length == 0 || members.Exists(m => m["title"]?.GetValue<string>().EndsWith(last, StringComparison.Ordinal) == true))) return members;
            if (i == 150) members.Count.ShouldBe(count);
            i.ShouldBeLessThan(151, $"no member has a title that ends with '{last}'");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task TakeSourceAsync(IPage page)
    {
        await page.Locator("#source-at-hand").FillAsync("Delegation");
        await page.Locator("#source-at-hand-list [role=option]").First.ClickAsync();
        await Assertions.Expect(page.Locator("button#source-at-hand")).ToBeVisibleAsync();
    }
}
