using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.BrowserTests.Desk;

public sealed class RosterTests(Chromium chromium, RecordSite site)
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
        var page = await OpenAsync();
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
        var members = await MembersAsync(page);
        members.Select(m => (string)m["person"]!).ShouldBe(Twelve.Select(t => t.Slug));
        members.Select(m => (string)m["role"]!).ShouldBe(["Head", .. Enumerable.Repeat("Member", 11)]);
        members.ShouldAllBe(m => m["title"] != null && m["organization"] != null && (string)m["presence"]! == "Appointed" && (string)m["citations"]![0]!["source"]! == "nv-0723");
        ((string)members[0]["title"]!).ShouldBe("Secretary of the National Security and Defense Council", "the posting of the day of the talks");
        keys.ShouldBeLessThan(80);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_roster_of_twelve_is_pasted_from_a_decree()
    {
        var page = await OpenAsync();
        var watch = Stopwatch.StartNew();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a list" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#roster-text")).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync(Decree);
        await Assertions.Expect(page.GetByText("12 lines: 12 certain, 0 doubtful, 0 unknown.")).ToBeVisibleAsync();
        (await MembersAsync(page)).ShouldBeEmpty("nothing is added before it is confirmed");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(12);
        TestContext.Current.SendDiagnosticMessage($"Twelve pasted: 3 keys, {watch.Elapsed.TotalSeconds:F1} s");
        var members = await MembersAsync(page);
        ((string)members[0]["person"]!).ShouldBe("rustem-umerov");
        ((string)members[0]["role"]!).ShouldBe("Head");
        ((string)members[4]["note"]!).ShouldBe("by consent");
        members.ShouldAllBe(m => (string)m["citations"]![0]!["source"]! == "nv-0723");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_doubtful_line_waits_for_a_choice_and_an_unknown_one_for_a_new_person()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a list" }).ClickAsync();
        await page.Locator("#roster-text").FillAsync("Rustem Umerov, head of the delegation\nShevchenko, general\nІваненко Іван — радник");
        await Assertions.Expect(page.GetByText("3 lines: 1 certain, 1 doubtful, 1 unknown.")).ToBeVisibleAsync();
        await page.GetByLabel("Line 2, Shevchenko: who is meant").SelectOptionAsync("oleksii-shevchenko");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 2 members" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".paste-line")).ToHaveCountAsync(1);
        (await MembersAsync(page)).Select(m => (string)m["person"]!).ShouldBe(["rustem-umerov", "oleksii-shevchenko"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_roster_of_the_last_round_is_copied_and_amended_and_rows_are_moved_with_the_keys()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the roster of the last round" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy 7 members" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(7);
        var copied = await MembersAsync(page);
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
        var moved = (await MembersAsync(page))[5];
        ((string)moved["person"]!).ShouldBe("andrii-sybiha");
        ((string)moved["title"]!).ShouldEndWith(", as reported");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Chips_are_picked_and_taken_away_with_the_keyboard()
    {
        var page = await OpenAsync();
        var input = page.Locator("#f-represented");
        await input.FocusAsync();
        await page.Keyboard.TypeAsync("СБУ", new KeyboardTypeOptions { Delay = 40 });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(input).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ministry of def", new KeyboardTypeOptions { Delay = 20 });
        await Assertions.Expect(page.Locator("#f-represented-list [role=option]").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        (await DocumentAsync(page))["represented"]!.AsArray().Select(s => (string)s!).ShouldBe(["security-service-of-ukraine"]);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Rows_and_open_lists_are_healthy_accessible_and_no_wider_than_the_window(ColorScheme scheme, int width)
    {
        var page = await chromium.OpenAsync(scheme, width);
        var health = PageHealth.Of(page);
        await ReadyAsync(page);
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

    private async Task<IPage> OpenAsync() => await ReadyAsync(await chromium.OpenAsync());

    private async Task<IPage> ReadyAsync(IPage page)
    {
        await page.GotoAsync(site.Address + RosterStage.Address);
        await page.Locator(".roster-next input").WaitForAsync();
        await Assertions.Expect(page.GetByText("Istanbul talks of 23 July 2025")).ToBeVisibleAsync();
        return page;
    }

    private static async Task<JsonObject> DocumentAsync(IPage page) => (JsonObject)JsonNode.Parse((await page.Locator("#document").TextContentAsync())!)!;

    private static async Task<IReadOnlyList<JsonNode>> MembersAsync(IPage page) => [.. ((await DocumentAsync(page))["members"] as JsonArray ?? []).Select(m => m!)];
}
