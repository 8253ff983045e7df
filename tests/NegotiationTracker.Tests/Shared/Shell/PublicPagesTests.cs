using System.Net;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed class PublicPagesTests(ShellServer server)
{
    [Fact]
    public async Task A_public_page_sets_no_cookie_loads_no_script_but_the_search_box_s_and_may_be_cached()
    {
        using var response = await server.Client.GetAsync("/about", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.CacheControl?.NoStore.ShouldNotBe(true);
        html.Split("<script").Length.ShouldBe(2);
        html.ShouldContain("""<script type="module" src="/Shared/Searching/SearchBox""");
        html.ShouldContain("<title>How to read the record · NegotiationTracker</title>");
    }

    [Fact]
    public async Task A_public_page_comes_from_the_cache_the_second_time_but_not_for_another_query()
    {
        var query = $"?t={Guid.NewGuid():N}";
        using var first = await server.Client.GetAsync("/about" + query, TestContext.Current.CancellationToken);
        using var second = await server.Client.GetAsync("/about" + query, TestContext.Current.CancellationToken);
        using var other = await server.Client.GetAsync("/about" + query + "x", TestContext.Current.CancellationToken);

        first.Headers.Age.ShouldBeNull();
        second.Headers.Age.ShouldNotBeNull();
        other.Headers.Age.ShouldBeNull();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_files_are_sent_compressed(string encoding)
    {
        foreach (var path in (string[])["/about", "/no-such-page", "/_framework/blazor.web.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd($"{encoding}, gzip;q=0.1");
            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

            response.Content.Headers.ContentEncoding.ShouldHaveSingleItem(path);
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(60_000, path);
        }
    }

    [Fact]
    public async Task Head_is_answered_as_get_without_a_body()
    {
        foreach (var path in (string[])["/about", "/robots.txt", "/css/site.css", "/no-such-page"])
        {
            using var get = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
            using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);

            head.StatusCode.ShouldBe(get.StatusCode, path);
            head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType, path);
            (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty(path);
        }
    }
}
