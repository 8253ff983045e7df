using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Past;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class KnownSinceTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_added_changed_and_withdrawn_since_a_day_is_told_apart()
    {
        await On(1).PublishAsync([.. Samples.All, Samples.Talks("talks-changed"), Samples.Talks("talks-withdrawn"), Samples.Talks("talks-still")], "test", null, ct: Ct);
        await On(3).PublishAsync([Samples.Talks("talks-changed", "Amended")], "test", null, ct: Ct);
        await On(4).RetractAsync("talks", "talks-withdrawn", "Counted twice.", "test", Ct);
        await On(4).PublishAsync([Samples.Talks("talks-added"), Samples.Talks("talks-brief")], "test", null, ct: Ct);
        await On(5).RetractAsync("talks", "talks-brief", "Never was.", "test", Ct);

        await using var context = new RecordContext(own.Database.ReaderOptions);
        var since = await KnownSince.ReadAsync(context, new DateOnly(2026, 3, 2), new ListFilter(), Ct);
        since.Added.Select(r => r.Slug).ShouldBe(["talks-added"]);
        since.Changed.Select(r => r.Slug).ShouldBe(["talks-changed"]);
        since.Withdrawn.Select(r => r.Slug).ShouldBe(["talks-withdrawn"]);

        (await KnownSince.ReadAsync(context, new DateOnly(2026, 3, 3), new ListFilter(), Ct)).Changed.ShouldBeEmpty("it was changed on that day, and the day is told at its end");
        (await KnownSince.ReadAsync(context, new DateOnly(2026, 3, 2), new ListFilter { Process = "another" }, Ct)).Added.ShouldBeEmpty();
        (await KnownSince.DaysAsync(context, 10, Ct)).ShouldBe([new(2026, 3, 5), new(2026, 3, 4), new(2026, 3, 3), new(2026, 3, 1)]);
        (await KnownSince.DaysAsync(context, 2, Ct)).ShouldBe([new(2026, 3, 5), new(2026, 3, 4), new(2026, 3, 1)]);
    }

    private Publisher On(int day) => new(own.Database.Desk, new StoppedClock(new DateTimeOffset(2026, 3, day, 12, 0, 0, TimeSpan.Zero)));
}
