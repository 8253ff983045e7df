using System.Net;
using AngleSharp.Html.Parser;
using NegotiationTracker.Data;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Pages;

public sealed class RecordPagesTests(RecordServer server) : IClassFixture<RecordServer>
{
    private const int MostTransferred = 60 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_of_every_kind_has_a_page_and_a_history()
    {
        await using var command = server.Database.Reader.CreateCommand("select kind || '/' || slug from record.records where document is not null and (kind <> 'sources' or hashtext(slug) % 10 = 0)");
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var paths = new List<string>();
        while (await rows.ReadAsync(Stop)) paths.Add(rows.GetString(0));
        paths.Count.ShouldBeGreaterThan(300);
        foreach (var path in paths)
        {
            using var page = await server.Client.GetAsync($"/{path}", Stop);
            page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
        using var history = await server.Client.GetAsync($"/{paths[0]}/history", Stop);
        (await history.Content.ReadAsStringAsync(Stop)).ShouldContain("Published revisions");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/timeline")]
    [InlineData("/talks")]
    [InlineData("/talks/istanbul-2025-06-02")]
    [InlineData("/delegations/ukraine-istanbul-2025-06-02")]
    [InlineData("/proposals")]
    [InlineData("/exchanges/bodies-2025-06-11")]
    [InlineData("/people/volodymyr-zelenskyy")]
    [InlineData("/parties/russia")]
    [InlineData("/sources")]
    public async Task A_public_page_weighs_little_on_the_wire(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var raw = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.Client.BaseAddress };
        using var page = await raw.SendAsync(request, Stop);
        var css = await raw.GetByteArrayAsync("/css/site.css", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.Contains("Set-Cookie").ShouldBeFalse();
        ((await page.Content.ReadAsByteArrayAsync(Stop)).Length + css.Length).ShouldBeLessThan(MostTransferred);
    }

    [Theory]
    [InlineData("/talks/rubio-lavrov-call-2025-05-17", "Asked for by", "United States", "Russian Foreign Ministry")]
    [InlineData("/talks/rubio-lavrov-call-2025-06-01", "Asked for by", "Russia", "Tammy Bruce")]
    [InlineData("/talks/istanbul-2025-06-02", "2 June 2025, 13:00 Istanbul time", "Çırağan Palace", "Format")]
    [InlineData("/delegations/ukraine-istanbul-2025-06-02", "359/2025", "Rustem Umerov", "Ministry of Defence of Ukraine")]
    [InlineData("/delegations/russia-istanbul-2025-06-02", "1 June 2025, 20:25 Kyiv time", "Russian media in Telegram", "Vladimir Medinsky")]
    [InlineData("/exchanges/prisoners-2025-05-23", "390 + 307 + 303 = 1,000", "meets the 1,000 agreed", "running total")]
    public async Task The_facts_of_the_two_reports_are_on_their_pages(string path, params string[] facts)
    {
        var html = WebUtility.HtmlDecode(await server.Client.GetStringAsync(path, Stop));
        foreach (var fact in facts) html.ShouldContain(fact);
    }

    [Fact]
    public async Task The_promised_memorandum_and_its_lateness_are_there()
    {
        var list = WebUtility.HtmlDecode(await server.Client.GetStringAsync("/commitments?q=memorandum", Stop));
        list.ShouldContain("Kept late");
    }

    [Theory]
    [InlineData("Зеленський")]
    [InlineData("Zelensky")]
    [InlineData("Zelenskyi")]
    [InlineData("zelenskj")]
    [InlineData("Зеленский")]
    public async Task A_name_is_found_in_any_spelling_and_script_and_with_a_typing_error(string name) =>
        (await server.Client.GetStringAsync($"/search?q={Uri.EscapeDataString(name)}", Stop)).ShouldContain("/people/volodymyr-zelenskyy");

    [Theory]
    [InlineData("/talks/no-such-talks", HttpStatusCode.NotFound, "There is no talks at this address")]
    [InlineData("/people/rustem-umerow", HttpStatusCode.NotFound, "Rustem Umerov")]
    [InlineData("/talks/istanbul-2025-06-02?asof=2025-13-01", HttpStatusCode.BadRequest, "is not a day")]
    [InlineData("/talks/istanbul-2025-06-02?asof=2025-06-02", HttpStatusCode.NotFound, "was not public yet")]
    [InlineData("/timeline?from=31.12.2025", HttpStatusCode.OK, "is not a date")]
    [InlineData("/timeline?page=1000000000&size=-3", HttpStatusCode.OK, "is no value for size")]
    [InlineData("/talks?page=-1", HttpStatusCode.OK, "is no value for page")]
    [InlineData("/talks?page=9999", HttpStatusCode.OK, "there is no page 9999")]
    [InlineData("/timeline?kind=nonsense", HttpStatusCode.OK, "There is no kind")]
    [InlineData("/timeline?topic=%27%3B--", HttpStatusCode.OK, "The filter was left out")]
    [InlineData("/timeline?after=2025-06-02_zz", HttpStatusCode.OK, "could not be read")]
    [InlineData("/search?q=%D9%85%D8%AD%D8%A7%D8%AF%D8%AB%D8%A7%D8%AA", HttpStatusCode.OK, "Nothing was found")]
    [InlineData("/search?q=z%CC%A1%CD%93a%CC%95%CD%8E%CC%8C%CC%8C%CC%8Cl%CC%81%CC%81%CC%81g%CC%B5o", HttpStatusCode.OK, "Nothing was found")]
    [InlineData("/search?q=%ED%A0%80", HttpStatusCode.BadRequest, "UTF-8")]
    [InlineData("/search?q=a%00b", HttpStatusCode.BadRequest, "NUL")]
    public async Task Bad_input_gets_a_clear_answer(string path, HttpStatusCode status, string words)
    {
        using var page = await server.Client.GetAsync(path, Stop);
        page.StatusCode.ShouldBe(status);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop)).ShouldContain(words);
    }

    [Fact]
    public async Task A_query_of_ten_kilobytes_is_refused_clearly()
    {
        using var page = await server.Client.GetAsync($"/search?q={new string('a', 10_240)}", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task A_retracted_record_says_that_it_was_retracted()
    {
        using var page = await server.Client.GetAsync($"/statements/{RecordServer.RetractedSlug}", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await page.Content.ReadAsStringAsync(Stop)).ShouldContain("Counted twice.");
    }

    [Fact]
    public async Task The_site_map_names_every_public_record()
    {
        var map = await server.Client.GetStringAsync("/sitemap.xml", Stop);
        map.Split("<url>").Length.ShouldBe(1 + 726 + Kinds.All.Count + 2);
    }

    [Fact]
    public async Task Following_older_pages_shows_every_entry_of_the_timeline_once()
    {
        var seen = new List<string>();
        for (var path = "/timeline?size=40"; path is not null;)
        {
            var html = await server.Client.GetStringAsync(path, Stop);
            var document = await new HtmlParser().ParseDocumentAsync(html, Stop);
            seen.AddRange(document.QuerySelectorAll("li.entry").Select(e => e.TextContent));
            path = document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        ((long)seen.Count).ShouldBe((long)(await TestDatabase.AskAsync(server.Database.Reader, "select count(*) from record.timeline_entries where until is null"))!);
    }

    [Fact]
    public async Task The_readers_connections_cannot_read_the_desk() =>
        (await TestDatabase.RefusalAsync(server.Database.Reader, "select * from desk.revisions")).SqlState.ShouldBe("42501");

    [Fact]
    public async Task It_is_alive_and_ready()
    {
        (await server.Client.GetStringAsync("/health/live", Stop)).ShouldBe("Healthy");
        (await server.Client.GetStringAsync("/health/ready", Stop)).ShouldBe("Healthy");
    }
}
