using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NegotiationTracker.BrowserTests.Infrastructure;

namespace NegotiationTracker.Benchmarks;

/// <summary>
/// 50 editors open at once, each with a delegation of twelve: what the server holds for them, and what is left when they are closed. Three
/// times, because what a program keeps for good after its first work is no leak, and what grows every time is one.
/// </summary>
internal static class CircuitMemory
{
    private const int Open = 50;
    private const int Members = 12;
    private const int Rounds = 3;

    // One account may have 20 open on a node.
    private static readonly string[] Names = ["anna", "boris", "chiara"];

    // A browser that leaves says so, and its circuit goes at once. One that is cut off is kept two minutes (DeskModule).
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    public static async Task<int> RunAsync()
    {
        await using var desk = await MeasuredDesk.StartAsync();
        await using var program = await MeasuredProgram.StartAsync(desk.Owner);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await MachineBrowser.StartAsync(playwright);
        var drafts = await DraftsAsync(desk, program, browser);

        var editors = new OpenEditors();
        await editors.OpenAsync(drafts.Take(Names.Length));
        await editors.CloseAsync();
        await GoneAsync(program);
        var first = await SettledAsync(program);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"before, after {Names.Length} editors were opened and closed: managed {Megabytes(first.Managed)}, resident {Megabytes(first.Resident)}"));
        Console.WriteLine($"{"",-8} {"managed KB",12} {"resident KB",12}   per editor");
        var before = first;
        for (var round = 1; round <= Rounds; round++)
        {
            await editors.OpenAsync(drafts);
            if (await CircuitsAsync(program) != Open) throw new InvalidOperationException($"{await CircuitsAsync(program)} circuits are open, not {Open}.");
            Print($"open {round}", await ReadAsync(program), before);
            await editors.TypeAsync($"Delegation, round {round.ToString(CultureInfo.InvariantCulture)}");
            Print($"typed {round}", await ReadAsync(program), before);
            var watch = Stopwatch.StartNew();
            await editors.CloseAsync();
            await GoneAsync(program);
            var gone = watch.Elapsed;
            var after = await SettledAsync(program);
            Print($"closed {round}", after, before);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"         all circuits gone {gone.TotalSeconds:0.0} s after the pages were closed; managed {Megabytes(after.Managed)}, resident {Megabytes(after.Resident)}"));
            before = after;
        }
        return 0;
    }

    private static async Task<List<(IBrowserContext Browser, string Address)>> DraftsAsync(MeasuredDesk desk, MeasuredProgram program, IBrowser browser)
    {
        var text = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025", "delegations", "ukraine-istanbul-2025-06-02.json")))!.AsObject();
        var members = text["members"]!.AsArray();
        while (members.Count > Members) members.RemoveAt(members.Count - 1);
        var editors = new List<(Guid Account, IBrowserContext Browser)>();
        foreach (var name in Names) editors.Add((await desk.AccountAsync(name, "editor"), await OpenEditors.SignInAsync(browser, program.Address, name)));
        var drafts = new List<(IBrowserContext Browser, string Address)>();
        for (var i = 0; i < Open; i++)
        {
            text["slug"] = string.Create(CultureInfo.InvariantCulture, $"bench-delegation-{i}");
            var (account, context) = editors[i % editors.Count];
            drafts.Add((context, $"{program.Address}/desk/drafts/{await desk.DraftAsync(account, "delegations", text)}"));
        }
        return drafts;
    }

    private static async Task GoneAsync(MeasuredProgram program)
    {
        var watch = Stopwatch.StartNew();
        while (await CircuitsAsync(program) is > 0 and var left)
        {
            if (watch.Elapsed > Patience) throw new InvalidOperationException($"{left} circuits are still open.");
            await Task.Delay(100);
        }
    }

    private static Task<long> CircuitsAsync(MeasuredProgram program) => program.Client.GetFromJsonAsync<long>("/measured/circuits");

    // Work that a circuit began (its end in the database, a last render) is let go first.
    private static async Task<MemoryReading> ReadAsync(MeasuredProgram program)
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        return (await program.Client.GetFromJsonAsync<MemoryReading>("/measured/memory"))!;
    }

    // The framework's pools of arrays give back what nobody rents only after some collections and half a minute.
    private static async Task<MemoryReading> SettledAsync(MeasuredProgram program)
    {
        var now = await ReadAsync(program);
        for (var tries = 0; tries < 5; tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            var next = await ReadAsync(program);
            var isSettled = tries >= 2 && now.Managed - next.Managed < 256 * 1024;
            now = next;
            if (isSettled) break;
        }
        return now;
    }

    private static void Print(string what, MemoryReading now, MemoryReading before) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-8} {(now.Managed - before.Managed) / 1024.0 / Open,12:0.0} {(now.Resident - before.Resident) / 1024.0 / Open,12:0.0}"));

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");
}
