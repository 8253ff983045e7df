using NegotiationTracker.Web.Shared.Shell;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed class SecurityHeadersTests(ShellServer server)
{
    [Theory]
    [InlineData("/about")]
    [InlineData("/no-such-page")]
    [InlineData("/tests/throws")]
    [InlineData("/api/tests/throws")]
    [InlineData("/css/site.css")]
    [InlineData("/robots.txt")]
    [InlineData("/about?q=%00")]
    public async Task Every_answer_has_one_policy_and_says_nothing_of_the_server(string path)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").ShouldBe([SecurityHeaders.ContentSecurityPolicy]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Permissions-Policy").ShouldHaveSingleItem();
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }
}
