using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Desk;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Every address of the API by every verb and role: it is read by everybody alike and written by nobody.</summary>
public sealed class ApiVerbsTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private static readonly string[] Writing = ["POST", "PUT", "PATCH", "DELETE"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Admin)]
    public async Task It_is_read_by_everybody_alike_and_written_by_nobody(Role? role)
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBeGreaterThan(8);
        foreach (var route in routes)
        {
            var verbs = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;
            verbs.ShouldAllBe(v => v == "GET" || v == "HEAD", $"{route.RoutePattern.RawText}: a verb that writes needs a table of who may use it");
            var path = "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{number:long:min(1)}", "1", StringComparison.Ordinal).Replace("{key}", "kinds", StringComparison.Ordinal);
            using var read = await server.As(role).GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
            using var anybody = await server.Anybody.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
            read.StatusCode.ShouldBe(anybody.StatusCode, path);
            read.StatusCode.ShouldNotBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.InternalServerError);
            foreach (var verb in Writing)
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = new StringContent("{}") };
                using var answer = await server.As(role).SendAsync(request, Stop);
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
            }
        }
    }
}
