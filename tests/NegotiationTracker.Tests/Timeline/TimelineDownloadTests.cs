using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using NegotiationTracker.Tests.Pages;
using NegotiationTracker.Web.Shared;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class TimelineDownloadTests(RecordServer server) : IClassFixture<RecordServer>
{
    private const string Selection = "party=ukraine&kind=exchanges";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_selection_goes_out_whole_as_csv_and_as_json()
    {
        var array = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/timeline.json?{Selection}", Ct))!.AsArray();
        using var csv = new CsvReader(new StringReader(await server.Client.GetStringAsync($"/api/v1/timeline.csv?{Selection}&flavour=raw", Ct)), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        var rows = new List<(string Number, string Title, string Date)>();
        while (await csv.ReadAsync()) rows.Add((csv.GetField("number")!, csv.GetField("title")!, csv.GetField("date_edtf")!));

        rows.ShouldNotBeEmpty();
        rows.ShouldBe(array.Select(e => (e!["number"]!.ToString(), e["title"]!.GetValue<string>(), e["date"]!.GetValue<string>())));
        var counts = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/timeline/counts?{Selection}", Ct))!;
        rows.Count.ShouldBe(counts["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_calendar_has_clock_times_as_instants_and_everything_else_as_days()
    {
        var calendar = Ical.Net.Calendar.Load(await server.Client.GetStringAsync("/api/v1/timeline.ics?from=2025-05-01&to=2025-06-30", Ct))!;
        var entries = JsonNode.Parse(await server.Client.GetStringAsync("/api/v1/timeline.json?from=2025-05-01&to=2025-06-30", Ct))!.AsArray();

        calendar.Events.Count.ShouldBe(entries.Count);
        calendar.Events.ShouldContain(e => e.Start!.HasTime && e.Start.IsUtc);
        foreach (var (happening, entry) in calendar.Events.OrderBy(e => e.Summary, StringComparer.Ordinal).Zip(entries.OrderBy(e => e!["title"]!.GetValue<string>(), StringComparer.Ordinal)))
        {
            happening.Summary.ShouldBe(entry!["title"]!.GetValue<string>());
            happening.Description!.ShouldContain("Time as known: ");
        }
        var days = calendar.Events.Where(e => !e.Start!.HasTime).ToList();
        days.ShouldNotBeEmpty();
        foreach (var day in days) day.End!.Value.ShouldBeGreaterThan(day.Start!.Value);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "'-5")]
    [InlineData("＝cmd", "'＝cmd")]
    [InlineData("an ordinary = cell", "an ordinary = cell")]
    [InlineData("", "")]
    public void No_cell_is_taken_for_a_formula(string text, string cell) => SpreadsheetText.Plain(text).ShouldBe(cell);
}
