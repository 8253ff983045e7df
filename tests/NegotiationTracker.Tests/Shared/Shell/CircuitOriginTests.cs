using System.Net;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed class CircuitOriginTests(ShellServer server)
{
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    public async Task A_foreign_page_may_not_open_a_circuit(string origin)
    {
        foreach (var path in (string[])["/_blazor", "/_blazor/negotiate?negotiateVersion=1", "/_Blazor/initializers"])
            (await StatusOfAsync(path, origin)).ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Fact]
    public async Task Our_own_page_may_and_so_may_one_behind_a_proxy_that_ends_TLS()
    {
        (await StatusOfAsync("/_blazor/negotiate?negotiateVersion=1", $"http://{server.Authority}")).ShouldBe(HttpStatusCode.OK);
        (await StatusOfAsync("/_blazor/negotiate?negotiateVersion=1", $"https://{server.Authority}")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> StatusOfAsync(string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
