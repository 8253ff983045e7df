using NegotiationTracker.Tests.Pages;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class FetchedAheadTests(RecordServer server) : IClassFixture<RecordServer>
{
    // A browser complains of what was fetched ahead and not asked for, and rightly so.
    [Theory]
    [InlineData("/timeline", true)]
    [InlineData("/timeline?lanes=party", false)]
    [InlineData("/timeline?party=ukraine", false)]
    [InlineData("/timeline?disputed=yes", false)]
    [InlineData("/timeline?asof=2025-06-02", false)]
    public async Task The_whole_timeline_is_fetched_ahead_only_where_the_explorer_will_ask_for_it(string path, bool isFetched) =>
        (await server.Client.GetStringAsync(path, TestContext.Current.CancellationToken)).Contains("rel=\"preload\" as=\"fetch\"", StringComparison.Ordinal).ShouldBe(isFetched);
}
