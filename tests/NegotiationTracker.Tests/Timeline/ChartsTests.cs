using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Html.Parser;
using NegotiationTracker.Tests.Pages;
using NegotiationTracker.Web.Timeline.Charts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class ChartsTests(RecordServer server) : IClassFixture<RecordServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_are_counted_once_each_by_kind_and_once_for_each_party()
    {
        var held = JsonNode.Parse(await server.Client.GetStringAsync("/api/v1/timeline/charts", Ct))!.AsArray().ToDictionary(t => t!["key"]!.GetValue<string>(), t => t!["rows"]!.AsArray());
        var html = new HtmlParser().ParseDocument(await server.Client.GetStringAsync("/talks?status=Held&size=200", Ct));
        var underWay = new HtmlParser().ParseDocument(await server.Client.GetStringAsync("/talks?status=UnderWay&size=200", Ct));
        Sum(held["contacts-by-kind"]).ShouldBe(html.QuerySelectorAll("main h2 a, main h3 a, main tbody th a").Length + underWay.QuerySelectorAll("main h2 a, main h3 a, main tbody th a").Length);
        // Who meets whom is met by them as often.
        var matrix = held["who-met-whom"];
        for (var a = 0; a < matrix.Count; a++)
            for (var b = 0; b < matrix.Count; b++)
                matrix[a]![b + 1]!.GetValue<string>().ShouldBe(matrix[b]![a + 1]!.GetValue<string>());
    }

    [Fact]
    public async Task The_exchange_of_a_thousand_each_is_delivered_in_three_days()
    {
        var tables = JsonNode.Parse(await server.Client.GetStringAsync("/api/v1/timeline/charts?from=2025-05-23&to=2025-05-25&kind=exchanges", Ct))!.AsArray();
        var prisoners = tables.Single(t => t!["key"]!.GetValue<string>() == "prisoners")!;
        var columns = prisoners["columns"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        var to = columns.IndexOf("delivered to Ukraine");
        prisoners["rows"]!.AsArray().Select(r => (r![0]!.GetValue<string>(), r[to]!.GetValue<string>())).Where(r => r.Item1.StartsWith("2025-05-2", StringComparison.Ordinal))
            .ShouldBe([("2025-05-23", "390"), ("2025-05-24", "697"), ("2025-05-25", "1000")]);
    }

    [Theory]
    [InlineData("2025-01-01", "2025-12-31", "week", 53)]
    [InlineData("2014-01-01", "2025-12-31", "month", 144)]
    [InlineData("1990-01-01", "2025-12-31", "year", 36)]
    public void A_period_is_cut_so_that_its_parts_can_be_told_apart(string first, string last, string unit, int count)
    {
        var periods = Periods.Over(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        (periods.Unit, periods.Starts.Count).ShouldBe((unit, count));
    }

    [Fact]
    public async Task Each_chart_on_the_page_has_its_table_and_a_download_of_the_same()
    {
        var page = new HtmlParser().ParseDocument(await server.Client.GetStringAsync("/timeline/charts?party=ukraine", Ct));
        var downloads = page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).ToList();
        downloads.Count.ShouldBe(6);
        page.QuerySelectorAll(".charts table").Length.ShouldBe(6);
        foreach (var (address, table) in downloads.Zip(page.QuerySelectorAll(".charts table")))
        {
            address.ShouldContain("party=ukraine");
            var lines = (await server.Client.GetStringAsync(address, Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(table.QuerySelectorAll("tr").Length, address);
        }
    }

    private static int Sum(JsonArray rows) => rows.Sum(r => r!.AsArray().Skip(1).Sum(c => int.Parse(c!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)));
}
