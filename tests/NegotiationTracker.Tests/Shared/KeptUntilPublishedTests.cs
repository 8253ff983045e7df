using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared;

public sealed class KeptUntilPublishedTests
{
    private readonly Publications _publications = new(NullLogger<Publications>.Instance);
    private readonly Clock _clock = new();
    private readonly List<int> _read = [];

    [Fact]
    public async Task What_is_kept_is_asked_for_again_half_a_minute_after_the_database_was_last_heard_of()
    {
        var kept = Kept(100);
        await AskAsync(kept, 1);
        _clock.Now += TimeSpan.FromSeconds(29);
        await AskAsync(kept, 1);
        _read.ShouldBe([1]);

        _publications.BeSure(_clock.Now);
        _clock.Now += TimeSpan.FromSeconds(29);
        await AskAsync(kept, 1);
        _read.ShouldBe([1]);

        _clock.Now += TimeSpan.FromSeconds(1);
        await AskAsync(kept, 1);
        _read.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Any_change_that_is_heard_of_makes_it_be_asked_for_again()
    {
        var kept = Kept(100);
        await AskAsync(kept, 1);
        _publications.Hear();
        _publications.BeSure(_clock.Now);
        await AskAsync(kept, 1);
        _read.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Of_too_many_those_go_that_nobody_asked_for_lately()
    {
        var kept = Kept(4);
        foreach (var key in new[] { 1, 2, 1, 3, 1, 4, 5, 1 }) await AskAsync(kept, key);
        _read.ShouldBe([1, 2, 3, 4, 5]);
        await AskAsync(kept, 2);
        _read.ShouldBe([1, 2, 3, 4, 5, 2]);
    }

    private KeptUntilPublished<int, string> Kept(int most) => new(_publications, _clock, most);

    private async Task AskAsync(KeptUntilPublished<int, string> kept, int key)
    {
        var found = await kept.GetAsync([key, key], missing =>
        {
            _read.AddRange(missing);
            return Task.FromResult(missing.Select(k => KeyValuePair.Create(k, $"value {k}")));
        });
        found.ShouldBe(new Dictionary<int, string> { [key] = $"value {key}" });
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
