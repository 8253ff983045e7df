using System.Net;
using NegotiationTracker.Web.Shared.Shell;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed class RequestTargetLimitsTests(ShellServer server)
{
    [Theory]
    [InlineData("/about?q=%00")]
    [InlineData("/about?q=%ED%A0%80")]
    [InlineData("/about?q=%zz")]
    [InlineData("/about?q=100%")]
    [InlineData("/talks/%C3%28")]
    [InlineData("/%ED%A0%80")]
    [InlineData("/%00")]
    public async Task An_address_that_spells_no_text_is_a_bad_request(string target) =>
        (await server.StatusLineOfAsync($"GET {target} HTTP/1.1")).ShouldStartWith("HTTP/1.1 400");

    [Fact]
    public async Task A_bad_request_says_what_is_wrong()
    {
        using var response = await server.Client.GetAsync("/about?q=%00", TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("NUL character");
    }

    [Fact]
    public async Task An_address_of_ten_kilobytes_gets_a_page_that_says_so()
    {
        using var response = await server.Client.GetAsync("/about?q=" + new string('a', 10_240), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This address is too long");
    }

    [Theory]
    [InlineData("/search?q=%D0%97%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D1%8C%D0%BA%D0%B8%D0%B9")]
    [InlineData("/search?q=%F0%9F%95%8A+%25")]
    [InlineData("/search?q=%D7%A9%D7%9C%D7%95%D7%9D")]
    [InlineData("/search?q=Z%CD%AA%CC%A8a%CD%91l%CD%9Dg%CC%81o")]
    [InlineData("/")]
    public void Text_in_any_script_has_no_fault(string target) => RequestTargetLimits.FaultIn(target).ShouldBeNull();
}
