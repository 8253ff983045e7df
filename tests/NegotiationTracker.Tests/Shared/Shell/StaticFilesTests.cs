using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Shell;

public sealed partial class StaticFilesTests(ShellServer server)
{
    [Fact]
    public async Task The_Blazor_script_is_served_as_JavaScript()
    {
        using var response = await server.Client.GetAsync("/_framework/blazor.web.js", TestContext.Current.CancellationToken);
        var script = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/javascript");
        script.Length.ShouldBeGreaterThan(100_000);
        script.ShouldContain("_blazor");
    }

    [Fact]
    public async Task The_style_sheet_has_an_address_of_its_content_and_is_kept_for_a_year()
    {
        var html = await server.Client.GetStringAsync("/about", TestContext.Current.CancellationToken);
        var address = StyleSheet().Match(html).Groups["address"].Value;
        using var response = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var css = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/css");
        response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        css.Length.ShouldBeInRange(10_000, 36_000);
        css.ShouldStartWith("/* Paper, ink");
    }

    [Fact]
    public async Task Robots_may_read_the_record_and_not_the_desk()
    {
        var text = await server.Client.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);

        text.ShouldStartWith("User-agent: *\n");
        text.ShouldContain("Disallow: /desk\n");
        text.ShouldNotContain("Disallow: /\n");
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<address>/css/site\.[a-z0-9]+\.css)" />""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StyleSheet();
}
