using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class PublicationOrderTests(ClassDatabase database) : IClassFixture<ClassDatabase>
{
    [Fact]
    public async Task A_publication_lies_after_the_one_before_though_another_machine_s_clock_is_behind()
    {
        var ct = TestContext.Current.CancellationToken;
        var ahead = new Publisher(database.Database.Desk, new StoppedClock(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        var behind = new Publisher(database.Database.Desk, new StoppedClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await ahead.PublishAsync(Samples.All, "test", null, ct: ct);
        await behind.PublishAsync([Samples.Talks(title: "Amended")], "test", null, ct: ct);
        await behind.RetractAsync("talks", "talks-1", "Counted twice.", "test", ct);

        await using var context = new RecordContext(database.Database.ReaderOptions);
        var talks = await context.Publications.Where(p => context.Records.Any(r => r.Id == p.RecordId && r.Kind == "talks")).OrderBy(p => p.From).ToListAsync(ct);
        talks.Select(p => p.Revision).ShouldBe([1, 2, 3]);
        talks.Select(p => p.From).Distinct().Count().ShouldBe(3);
        talks.Select(p => p.Until).ShouldBe([talks[1].From, talks[2].From, null]);
    }
}
