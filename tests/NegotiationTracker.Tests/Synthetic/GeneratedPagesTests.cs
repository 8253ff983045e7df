using System.Net;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Synthetic;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Synthetic;

public sealed class GeneratedPagesTests(TestDatabases databases)
{
    [Fact]
    public async Task Every_page_of_a_generated_record_answers()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await databases.CreateAsync();
        await new Generation(database.OwnerConnectionString, TimeProvider.System).RunAsync(300, 5, isSure: false, stop);
        await using var app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", database.OwnerConnectionString, "--Logging:LogLevel:Default", "Warning"], ct: stop);
        await app.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var paths = new List<string> { "/", "/timeline", "/timeline?kind=exchanges", "/search?q=ceasefire" };
        foreach (var kind in Kinds.All)
        {
            // The longest is the one that shows most.
            var slug = (string?)await TestDatabase.AskAsync(database.Reader, $"select slug from record.records where kind = '{kind.Key}' order by length(document::text) desc limit 1");
            slug.ShouldNotBeNull(kind.Key);
            paths.AddRange([$"/{kind.Key}/{slug}", $"/{kind.Key}/{slug}/history"]);
        }
        foreach (var path in paths)
        {
            using var page = await client.GetAsync(path, stop);
            page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
        (await client.GetStringAsync("/search?q=ceasefire", stop)).ShouldContain("-g5-");
    }
}
