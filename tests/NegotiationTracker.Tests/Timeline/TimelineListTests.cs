using NegotiationTracker.Data;
using NegotiationTracker.Web.Timeline;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class TimelineListTests(RandomTimeline timeline) : IClassFixture<RandomTimeline>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_go_through_all_that_passes_once_forwards_and_backwards()
    {
        var random = new Random(3);
        for (var i = 0; i < 40; i++)
        {
            var filter = NaiveTimeline.Filter(random) with { Size = 200, From = random.Next(2) == 0 ? new DateOnly(2025, 5, 31) : null, To = random.Next(2) == 0 ? new DateOnly(2025, 6, 2) : null };
            DateOnly? asOf = random.Next(5) == 0 ? new DateOnly(2026, 1, 10) : null;
            var expected = timeline.Entries.Passing(filter, asOf).OrderByDescending(e => e.At).ThenByDescending(e => e.Worth).Select(e => e.Number).ToList();
            await using var context = new RecordContext(timeline.Database.ReaderOptions);
            var forwards = new List<long>();
            TimelineCursor? place = null;
            while (await TimelineRows.ReadAsync(context, filter, asOf, place, isBackwards: false, 200, Ct) is { Count: > 0 } rows)
            {
                forwards.AddRange(rows.Select(r => r.Number));
                place = new TimelineCursor(rows[^1].At, rows[^1].Worth);
            }
            forwards.SequenceEqual(expected).ShouldBeTrue($"{i}: {forwards.Count} of {expected.Count} {filter} {asOf}");
            if (place is null) continue;
            var backwards = new List<long> { expected[^1] };
            while (await TimelineRows.ReadAsync(context, filter, asOf, place, isBackwards: true, 200, Ct) is { Count: > 0 } rows)
            {
                backwards.InsertRange(0, rows.Select(r => r.Number));
                place = new TimelineCursor(rows[0].At, rows[0].Worth);
            }
            backwards.SequenceEqual(expected).ShouldBeTrue($"{i} backwards: {backwards.Count} of {expected.Count} {filter} {asOf}");
        }
    }

    [Fact]
    public async Task Counts_beside_the_filters_are_those_of_a_naive_computation()
    {
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var filter = NaiveTimeline.Filter(random);
            await using var context = new RecordContext(timeline.Database.ReaderOptions);
            var counts = await TimelineCounts.ReadAsync(context, filter, null, Ct);
            if (counts.IsCut) continue;
            counts.Total.ShouldBe(timeline.Entries.Passing(filter, null).Count(), $"{i}: {filter}");
            counts.Disputed.ShouldBe(timeline.Entries.Passing(filter, null).Count(e => e.Disputed), $"{i}: {filter}");
            Agree(counts.Kinds, timeline.Entries.Passing(filter with { Kind = null }, null).Select(e => e.RecordKind), $"{i}: {filter}");
            Agree(counts.Parties, timeline.Entries.Passing(filter with { Party = null }, null).SelectMany(e => e.Parties), $"{i}: {filter}");
            Agree(counts.Topics, timeline.Entries.Passing(filter with { Topic = null }, null).SelectMany(e => e.Topics), $"{i}: {filter}");
        }
    }

    [Fact]
    public async Task A_period_is_counted_to_the_day_by_where_entries_begin()
    {
        var random = new Random(6);
        for (var i = 0; i < 40; i++)
        {
            var from = new DateOnly(2019, 1, 1).AddDays(random.Next(2_900));
            var filter = new Web.Shared.Reading.ListFilter { From = from, To = from.AddDays(random.Next(400)), Party = random.Next(2) == 0 ? "ukraine" : null };
            await using var context = new RecordContext(timeline.Database.ReaderOptions);
            var counts = await TimelineCounts.ReadAsync(context, filter, null, Ct);
            var (begin, end) = (new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero), new DateTimeOffset(filter.To.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
            counts.Total.ShouldBe(timeline.Entries.Passing(filter with { From = null, To = null }, null).Count(e => e.At >= begin && e.At < end), $"{i}: {filter}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("1_")]
    [InlineData("99999999999999999999_1")]
    [InlineData("9223372036854775807_1")]
    public void A_place_that_is_none_is_refused(string text) => TimelineCursor.TryParse(text, out _).ShouldBeFalse();

    private static void Agree(IReadOnlyList<Web.Shared.Reading.FilterCount> counts, IEnumerable<string> values, string which) =>
        counts.ToDictionary(c => c.Key, c => c.Count).ShouldBe(values.CountBy(v => v).ToDictionary(v => v.Key, v => v.Value), ignoreOrder: true, which);
}
