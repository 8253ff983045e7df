using System.Net;
using System.Text.Json.Nodes;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Tests.Pages;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class TimelineApiTests(RecordServer server) : IClassFixture<RecordServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_is_read_page_by_page_once_newest_first_with_names_and_sources()
    {
        var seen = new List<(DateTimeOffset At, long Number)>();
        for (var next = "/api/v1/timeline?limit=40&party=ukraine"; next is not null;)
        {
            using var response = await server.Client.GetAsync(next, Ct);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!;
            foreach (var entry in page["entries"]!.AsArray())
            {
                seen.Add((entry!["at"]!.GetValue<DateTimeOffset>(), entry["number"]!.GetValue<long>()));
                foreach (var party in entry["parties"]!.AsArray()) page["names"]!["parties"]![party!.GetValue<string>()].ShouldNotBeNull();
                foreach (var source in entry["citedSources"]!.AsArray()) page["sources"]!.AsArray().ShouldContain(s => s!["slug"]!.GetValue<string>() == source!.GetValue<string>());
            }
            next = page["next"]?.GetValue<string>();
            if (next is not null) response.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldBe($"<{next}>; rel=\"next\"");
        }
        var counts = await JsonAsync("/api/v1/timeline/counts?party=ukraine");
        seen.Count.ShouldBeGreaterThan(40);
        seen.Count.ShouldBe(counts["total"]!.GetValue<int>());
        seen.Select(s => s.Number).ShouldBeUnique();
        seen.Select(s => s.At).ShouldBe(seen.Select(s => s.At).OrderDescending());
    }

    [Fact]
    public async Task An_entry_leads_to_its_sources_its_conflict_and_its_threads()
    {
        var exchange = (await JsonAsync("/api/v1/timeline?kind=exchanges&from=2025-05-23&to=2025-05-23"))["entries"]!.AsArray()[0]!;
        var detail = await JsonAsync($"/api/v1/timeline/entries/{exchange["number"]}");

        detail["entry"]!["title"]!.GetValue<string>().ShouldBe(exchange["title"]!.GetValue<string>());
        detail["sources"]!.AsArray().ShouldNotBeEmpty();
        var threads = detail["threads"]!.AsArray().Select(t => (Record: t!["record"]!.GetValue<string>(), Thread: t["thread"]!.GetValue<string>())).ToList();
        threads.ShouldContain(("exchanges", "same-record"));
        threads.ShouldContain(t => t.Record == "talks");

        var disputed = (await JsonAsync("/api/v1/timeline?disputed=true&limit=1"))["entries"]!.AsArray()[0]!;
        (await JsonAsync($"/api/v1/timeline/entries/{disputed["number"]}"))["conflict"]!.AsArray().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/timeline?limit=201", "limit")]
    [InlineData("/api/v1/timeline?after=here", "after")]
    [InlineData("/api/v1/timeline?from=soon", "from")]
    [InlineData("/api/v1/timeline?from=2025-06-02&to=2025-06-01", "to")]
    [InlineData("/api/v1/timeline/counts?kind=wars", "kind")]
    [InlineData("/api/v1/timeline/window?from=2025-06-02", "to")]
    [InlineData("/api/v1/timeline.csv?asof=then", "asof")]
    public async Task A_question_that_can_not_be_read_is_refused_by_the_name_of_the_parameter(string address, string parameter)
    {
        using var response = await server.Client.GetAsync(address, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["errors"]!.AsObject().Select(e => e.Key).ShouldBe([parameter]);
    }

    [Fact]
    public async Task What_is_not_there_is_told_in_problem_json()
    {
        using var response = await server.Client.GetAsync("/api/v1/timeline/entries/999999999", Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("There is no timeline entry 999999999.");
    }

    [Theory]
    [InlineData("/timeline?q=tag")]
    [InlineData("/api/v1/timeline?limit=3")]
    [InlineData("/api/v1/timeline/window?from=2025-05-01&to=2025-07-01")]
    public async Task Who_has_an_answer_already_is_told_so(string address)
    {
        using var first = await server.Client.GetAsync(address, Ct);
        first.Headers.ETag.ShouldNotBeNull();
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Ct);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_kept_once_for_each_encoding_and_not_mixed_up()
    {
        const string Address = "/api/v1/timeline?limit=30";
        var sizes = new Dictionary<string, long>();
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        foreach (var encoding in (string[])["br", "gzip", "identity", "br", "gzip", "identity"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var response = await client.SendAsync(request, Ct);
            (response.Content.Headers.ContentEncoding.FirstOrDefault() ?? "identity").ShouldBe(encoding);
            var isSecond = !sizes.TryAdd(encoding, (await response.Content.ReadAsByteArrayAsync(Ct)).Length);
            (response.Headers.Age is not null).ShouldBe(isSecond, encoding);
        }
        sizes["br"].ShouldBeLessThan(sizes["identity"] / 3);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_the_api_but_not_the_pages()
    {
        foreach (var (address, isOpen) in new[] { ("/api/v1/timeline?limit=1", true), ("/api/v1/timeline.csv?limit=1", true), ("/timeline", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Origin", "https://example.org");
            using var response = await server.Client.SendAsync(request, Ct);
            response.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isOpen, address);
            response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Who_asks_for_the_same_gets_the_answer_although_the_first_who_asked_has_left()
    {
        const string Address = "/api/v1/timeline/window?from=2025-05-01&to=2025-05-17&width=777";
        await using var connection = await server.Database.Owner.OpenConnectionAsync(Ct);
        await using var held = await connection.BeginTransactionAsync(Ct);
        await using (var command = new NpgsqlCommand("lock table record.timeline_entries", connection, held)) await command.ExecuteNonQueryAsync(Ct);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = server.Client.GetAsync(Address, leaving.Token);
        while ((long)(await TestDatabase.AskAsync(server.Database.Owner, "select count(*) from pg_locks where not granted and relation = 'record.timeline_entries'::regclass"))! == 0) await Task.Delay(20, Ct);
        var second = server.Client.GetAsync(Address, Ct);
        await Task.Delay(300, Ct);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await Task.Delay(300, Ct);
        await held.CommitAsync(Ct);

        using var response = await second;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["total"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    private async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await server.Client.GetStringAsync(address, Ct))!;
}
