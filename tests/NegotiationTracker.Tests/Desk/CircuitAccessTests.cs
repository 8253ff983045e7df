using System.Net;
using NegotiationTracker.Data.Accounts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk;

/// <summary>Who may open a live channel to the desk at all.</summary>
public sealed class CircuitAccessTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/disconnect")]
    public async Task Nobody_who_is_not_signed_in(string path)
    {
        using var answer = await server.Anybody.PostAsync(path, null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("connectionToken");
    }

    [Fact]
    public async Task An_editor_from_our_own_pages_and_not_from_elsewhere()
    {
        using var ours = await server.As(Role.Editor).PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        (await ours.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("connectionToken");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } };
        using var foreign = await server.As(Role.Editor).SendAsync(request, TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
