using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed class ErrorAnswersTests(ShellServer server)
{
    [Theory]
    [InlineData("/no-such-page", 404, "Nothing stands at this address")]
    [InlineData("/tests/throws", 500, "Something went wrong on our side")]
    [InlineData("/tests/database-away", 503, "The record can")]
    public async Task People_get_a_page_with_the_way_on(string path, int status, string title)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        html.ShouldContain(title);
        html.ShouldContain("name=\"robots\" content=\"noindex\"");
        html.ShouldContain("""href="/timeline""");
        html.ShouldNotContain("secret detail");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/v1/no-such-thing", 404)]
    [InlineData("/api/tests/throws", 500)]
    [InlineData("/api/v1/talks?q=%00", 400)]
    public async Task Programs_get_a_problem(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        problem!["status"]!.GetValue<int>().ShouldBe(status);
        problem.ToJsonString().ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task A_missing_page_passes_on_what_may_have_been_meant()
    {
        using var response = await server.Client.GetAsync("/tests/suggests", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("""<a href="/talks/istanbul-r2">Second round in Istanbul</a>""");
    }

    [Fact]
    public async Task A_retracted_entry_is_gone_and_says_since_when_and_why()
    {
        using var response = await server.Client.GetAsync("/tests/retracted", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        html.ShouldContain("Retracted: A call");
        html.ShouldContain("3 June 2025");
        html.ShouldContain("Counted twice");
    }
}
