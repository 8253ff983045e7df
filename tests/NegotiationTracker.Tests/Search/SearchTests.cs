using System.Net;
using System.Text.Json.Nodes;
using NegotiationTracker.Tests.Pages;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

public sealed class SearchTests(RecordServer server) : IClassFixture<RecordServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_bears_a_name_comes_before_what_has_it_in_its_title_and_that_before_what_has_it_in_its_text()
    {
        var hits = (await FindAsync("umerov", "&limit=200"))["hits"]!.AsArray();
        hits[0]!["slug"]!.GetValue<string>().ShouldBe("rustem-umerov");
        var inTitle = hits.Skip(1).Select(h => h!["title"]!.GetValue<string>().Contains("Umerov", StringComparison.Ordinal) || h["named"] is not null).ToList();
        inTitle.ShouldContain(true);
        inTitle.ShouldContain(false);
        inTitle.ShouldBe(inTitle.OrderDescending());
    }

    [Fact]
    public async Task The_page_and_the_api_give_the_same_hits_in_the_same_order_page_by_page()
    {
        foreach (var query in new[] { "prisoners", "zelensky", "\"prisoner exchange\"", "istanbul -memorandum", "Vatican OR Riyadh", "umreov" })
        {
            var whole = new List<string>();
            for (var next = $"/api/v1/search?limit=25&q={Uri.EscapeDataString(query)}"; next is not null;)
            {
                var number = (whole.Count / 25) + 1;
                var answer = JsonNode.Parse(await server.Client.GetStringAsync(next, Ct))!;
                var hits = answer["hits"]!.AsArray().Select(h => h!["url"]!.GetValue<string>()).ToList();
                var page = WebUtility.HtmlDecode(await server.Client.GetStringAsync($"/search?q={Uri.EscapeDataString(query)}&page={number}", Ct));
                page.Split("class=\"row-title\"><a href=\"").Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)]).ShouldBe(hits, $"{query} {number}");
                whole.AddRange(hits);
                next = answer["next"]?.GetValue<string>();
            }
            whole.ShouldBeUnique();
            var all = await FindAsync(query, "&limit=200");
            all["total"]!.GetValue<int>().ShouldBe(whole.Count);
            all["kinds"]!.AsObject().Sum(k => k.Value!.GetValue<int>()).ShouldBe(whole.Count);
            all["hits"]!.AsArray().Select(h => h!["url"]!.GetValue<string>()).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task A_phrase_finds_fewer_than_its_words_and_a_word_taken_away_finds_the_rest()
    {
        var words = await TotalAsync("prisoner exchange");
        (await TotalAsync("\"prisoner exchange\"")).ShouldBeInRange(1, words - 1);
        var with = await TotalAsync("memorandum istanbul");
        (await TotalAsync("memorandum -istanbul")).ShouldBe(await TotalAsync("memorandum") - with);
        (await TotalAsync("vatican OR riyadh")).ShouldBe(await TotalAsync("vatican") + await TotalAsync("riyadh") - await TotalAsync("vatican riyadh"));
    }

    [Fact]
    public async Task A_passage_says_nothing_twice()
    {
        foreach (var hit in (await FindAsync("zelensky", "&limit=200"))["hits"]!.AsArray())
        {
            var parts = string.Concat(hit!["passage"]!.AsArray().Select(p => p!["text"]!.GetValue<string>())).Split(" … ", StringSplitOptions.RemoveEmptyEntries);
            parts.Select(p => p.Trim('.', ' ')).ShouldBeUnique(hit["url"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task What_was_found_is_marked_in_the_words_of_the_record()
    {
        var hit = (await FindAsync("drones", ""))["hits"]!.AsArray()[0]!;
        var passage = hit["passage"]!.AsArray();
        passage.Where(p => p!["isMatch"]!.GetValue<bool>()).Select(p => p!["text"]!.GetValue<string>()).ShouldContain(t => t.StartsWith("drone", StringComparison.OrdinalIgnoreCase));
        (await server.Client.GetStringAsync("/search?q=Зеленського", Ct)).ShouldContain("<mark>Zelenskyy</mark>");
    }

    [Theory]
    [InlineData("umreov", "umerov")]
    [InlineData("istambul", "istanbul")]
    [InlineData("memorandun", "memorandum")]
    public async Task A_typing_error_is_answered_for_the_word_that_is_most_like_it_and_that_is_said(string typed, string meant)
    {
        var answer = await FindAsync(typed, "");
        answer["searchedInstead"]!.GetValue<string>().ShouldBe(meant);
        answer["total"]!.GetValue<int>().ShouldBe(await TotalAsync(meant));
        WebUtility.HtmlDecode(await server.Client.GetStringAsync($"/search?q={typed}", Ct)).ShouldContain($"Nothing has “<bdi>{typed}</bdi>”");
    }

    [Theory]
    [InlineData("16 May 2025", "Istanbul talks of 16 May 2025")]
    [InlineData("2025-05-16", "Istanbul talks of 16 May 2025")]
    [InlineData("2 June 2025", "Istanbul talks of 2 June 2025")]
    [InlineData("May 2025", "Istanbul talks of 16 May 2025")]
    public async Task A_date_finds_what_happened_then(string typed, string title)
    {
        var period = (await FindAsync(typed, ""))["period"]!;
        period["happened"]!.AsArray().Select(e => e!["title"]!.GetValue<string>()).ShouldContain(title);
        var timeline = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/timeline/counts{period["url"]!.GetValue<string>()["/timeline".Length..]}", Ct))!;
        timeline["total"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(period["entries"]!.GetValue<int>());
        WebUtility.HtmlDecode(await server.Client.GetStringAsync($"/search?q={Uri.EscapeDataString(typed)}", Ct)).ShouldContain("What happened:");
    }

    [Fact]
    public async Task A_date_beside_words_leads_to_them_on_the_timeline_of_that_time() =>
        WebUtility.HtmlDecode(await server.Client.GetStringAsync("/search?q=prisoners%20June%202025", Ct)).ShouldContain("/timeline?q=prisoners&from=2025-06-01&to=2025-06-30");

    [Theory]
    [InlineData("-istanbul", "can't be made of words to leave out alone")]
    [InlineData("the and of", "too common")]
    [InlineData("\"\" () :*", "Type a word")]
    public async Task A_query_that_can_find_nothing_says_why(string typed, string why)
    {
        using var page = await server.Client.GetAsync($"/search?q={Uri.EscapeDataString(typed)}", Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Ct)).ShouldContain(why);
        (await FindAsync(typed, ""))["notes"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain(why);
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("'~i5' & ~ktalks")]
    [InlineData("a:*&b|!c<->d")]
    [InlineData("\\'\"; drop table record.records; --")]
    [InlineData("{0} {1} %s ${x}")]
    [InlineData("((((((((((")]
    [InlineData("\ue000\ue001<script>alert(1)</script>")]
    [InlineData("🕊️ 和平 محادثات สันติภาพ")]
    public async Task Strange_operators_are_words_like_any_other(string typed)
    {
        foreach (var path in new[] { "/search?q=", "/api/v1/search?q=", "/api/v1/search/suggest?q=", "/talks?q=", "/timeline?q=" })
        {
            using var answer = await server.Client.GetAsync(path + Uri.EscapeDataString(typed), Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("<script>alert");
        }
    }

    [Theory]
    [InlineData("/api/v1/search", "q")]
    [InlineData("/api/v1/search?q=", "q")]
    [InlineData("/api/v1/search?q=istanbul&kind=wars", "kind")]
    [InlineData("/api/v1/search?q=istanbul&limit=201", "limit")]
    [InlineData("/api/v1/search?q=istanbul&after=-1", "after")]
    [InlineData("/api/v1/search/suggest", "q")]
    public async Task The_api_names_the_parameter_that_it_cannot_use(string path, string parameter)
    {
        using var answer = await server.Client.GetAsync(path, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["errors"]![parameter].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("zel", "volodymyr-zelenskyy")]
    [InlineData("Зелен", "volodymyr-zelenskyy")]
    [InlineData("rustem um", "rustem-umerov")]
    [InlineData("tr", "donald-trump")]
    [InlineData("istanbul talks", "istanbul-2025-06-02")]
    public async Task What_may_be_meant_is_offered_while_it_is_typed_those_who_act_first(string typed, string slug)
    {
        var offers = JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/search/suggest?q={Uri.EscapeDataString(typed)}", Ct))!["suggestions"]!.AsArray();
        offers.Count.ShouldBeLessThanOrEqualTo(8);
        offers.ShouldContain(o => o!["url"]!.GetValue<string>().EndsWith($"/{slug}", StringComparison.Ordinal));
        var acting = offers.Select(o => o!["kind"]!.GetValue<string>() is "people" or "organizations" or "parties" or "processes").ToList();
        acting.ShouldBe(acting.OrderDescending());
    }

    [Fact]
    public async Task Nothing_is_offered_for_a_single_letter() =>
        JsonNode.Parse(await server.Client.GetStringAsync("/api/v1/search/suggest?q=u", Ct))!["suggestions"]!.AsArray().ShouldBeEmpty();

    [Fact]
    public async Task A_retracted_record_is_not_found_any_more()
    {
        var words = RecordServer.RetractedSlug.Replace('-', ' ');
        (await FindAsync(words, "&limit=200"))["hits"]!.AsArray().ShouldNotContain(h => h!["slug"]!.GetValue<string>() == RecordServer.RetractedSlug);
    }

    private async Task<JsonNode> FindAsync(string query, string more) => JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/search?q={Uri.EscapeDataString(query)}{more}", Ct))!;

    private async Task<int> TotalAsync(string query) => (await FindAsync(query, ""))["total"]!.GetValue<int>();
}
