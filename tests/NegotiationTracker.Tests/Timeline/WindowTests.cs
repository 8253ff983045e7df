using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Timeline.Window;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class WindowTests(RandomTimeline timeline) : IClassFixture<RandomTimeline>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_window_through_every_filter_counts_what_a_naive_computation_counts()
    {
        var (random, atStart, atEnd) = (new Random(7), 0, 0);
        var reader = KeptNothing.Windows(timeline.Contexts);
        for (var i = 0; i < 300; i++)
        {
            var question = Question(random);
            // Every fourth begins, and every fourth ends, at the very moment of an entry.
            if (i % 4 == 0) question = question with { From = timeline.Entries[random.Next(timeline.Entries.Count)].At, To = DateTimeOffset.MinValue };
            if (i % 4 == 1) question = question with { To = timeline.Entries[random.Next(timeline.Entries.Count)].At, From = DateTimeOffset.MinValue };
            question = Bounded(question, random);
            var answer = await reader.ReadAsync(question, Ct);
            answer.From.ShouldBeLessThanOrEqualTo(question.From);
            answer.To.ShouldBeGreaterThanOrEqualTo(question.To);
            var expected = timeline.Entries.Passing(question.Filter, question.AsOf).Where(e => e.At >= answer.From && e.At < answer.To).ToList();
            answer.Cut.ShouldBeNull();
            atStart += expected.Count(e => e.At == answer.From);
            atEnd += timeline.Entries.Count(e => e.At == answer.To);
            answer.Total.ShouldBe(expected.Count, $"{i}: {question}");
            var byLane = expected.SelectMany(e => e.LanesOf(question.Lanes).Select(l => (Lane: l, Entry: e))).ToLookup(p => p.Lane, p => p.Entry);
            foreach (var lane in answer.Lanes)
            {
                lane.Total.ShouldBe(byLane[lane.Key].Count(), $"{i}: lane {lane.Key} of {question}");
                SlotsAddUp(lane, byLane[lane.Key].ToDictionary(e => e.Number), answer, $"{i}: lane {lane.Key} of {question}");
            }
            if (question.Lanes == LaneKind.Kind) answer.Lanes.Select(l => l.Key).ToHashSet().SetEquals(byLane.Select(g => g.Key)).ShouldBeTrue($"{i}: {string.Join(',', answer.Lanes.Select(l => l.Key))} for {string.Join(',', byLane.Select(g => g.Key))} {question}");
        }
        // Otherwise nothing would be told of edges.
        atStart.ShouldBeGreaterThan(50);
        atEnd.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task What_reaches_into_a_window_from_before_is_there_and_the_most_important_are_shown_in_the_order_of_time()
    {
        var random = new Random(11);
        var reader = KeptNothing.Windows(timeline.Contexts);
        for (var i = 0; i < 60; i++)
        {
            var question = Question(random);
            var answer = await reader.ReadAsync(question, Ct);
            var shown = answer.Entries;
            var passing = timeline.Entries.Passing(question.Filter, question.AsOf).ToList();
            var reaching = passing.Where(e => e.At < question.From && e.Till > question.From && e.Till - e.At > TimeSpan.FromDays(1)).OrderByDescending(e => e.Importance).ThenByDescending(e => e.At).ThenBy(e => e.Number).Take(WindowReader.MostReaching);
            shown.Select(e => e.Number).ToHashSet().IsSupersetOf(reaching.Select(e => e.Number)).ShouldBeTrue($"{i}: {string.Join(' ', reaching.Where(e => shown.All(x => x.Number != e.Number)).Select(e => $"{e.Number} {e.Date} {e.Importance}"))} {question}");
            shown.Select(e => e.At).ShouldBeInOrder();
            shown.Select(e => e.Number).ShouldBeUnique();
            shown.All(e => passing.Any(p => p.Number == e.Number)).ShouldBeTrue();
            foreach (var lane in answer.Lanes)
            {
                var best = passing.Where(e => e.At >= answer.From && e.At < answer.To && e.LanesOf(question.Lanes).Contains(lane.Key)).MaxBy(e => e.Worth)!;
                shown.ShouldContain(e => e.Number == best.Number, $"{i}: lane {lane.Key} of {question}");
            }
        }
    }

    [Theory]
    [InlineData("from=2025-01-01&to=2024-01-01", "to")]
    [InlineData("from=soon&to=2024-01-01", "from")]
    [InlineData("from=2024-01-01&to=2025-01-01&width=9", "width")]
    [InlineData("from=2024-01-01&to=2025-01-01&lanes=colour", "lanes")]
    [InlineData("from=2024-01-01&to=2025-01-01&kind=wars", "kind")]
    [InlineData("from=2024-01-01&to=2025-01-01&asof=never", "asof")]
    public void What_cannot_be_used_is_named_by_parameter(string query, string parameter)
    {
        var read = new ApiQuery(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
        WindowQuestion.Read(read).ShouldBeNull();
        read.Faults.Keys.ShouldBe([parameter]);
    }

    private static void SlotsAddUp(WindowLane lane, Dictionary<long, TimelineEntry> entries, WindowAnswer answer, string which)
    {
        var (slots, at) = (new List<(DateTimeOffset At, long Entries, long Disputed, long Top)>(), answer.From);
        foreach (var four in lane.Slots.Chunk(4)) slots.Add((at = at.AddSeconds(four[0]), four[1], four[2], four[3]));
        slots.Sum(s => s.Entries).ShouldBe(entries.Count, which);
        slots.Select(s => s.At).ShouldBeInOrder();
        // Slots part the entries in the order of time: each has those that stand in it, no neighbour's, and names the worthiest of them. Their starts are told to the second.
        var (ordered, before) = (entries.Values.OrderBy(e => e.At).ToList(), 0);
        for (var i = 0; i < slots.Count; i++)
        {
            var own = ordered.Skip(before).Take((int)slots[i].Entries).ToList();
            own.ShouldAllBe(e => e.At >= slots[i].At && (i + 1 == slots.Count || e.At < slots[i + 1].At.AddSeconds(1)), which);
            slots[i].Disputed.ShouldBe(own.Count(e => e.Disputed), which);
            var worthiest = own.MaxBy(e => e.Worth)!.Number;
            slots[i].Top.ShouldBe(own.Count == 1 || answer.Entries.Any(e => e.Number == worthiest) ? worthiest : 0, which);
            before += own.Count;
        }
    }

    // A window with one end at an entry gets its other end.
    private static WindowQuestion Bounded(WindowQuestion question, Random random)
    {
        var length = TimeSpan.FromMinutes(Math.Pow(10, 1 + (random.NextDouble() * 5.6)));
        if (question.To == DateTimeOffset.MinValue) return question with { To = question.From + length };
        return question.From == DateTimeOffset.MinValue ? question with { From = question.To - length } : question;
    }

    private static WindowQuestion Question(Random random)
    {
        var length = TimeSpan.FromMinutes(Math.Pow(10, 1 + (random.NextDouble() * 5.6)));
        var middle = random.Next(2) == 0 ? new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(3_000 * 1440));
        return new WindowQuestion(
            middle - (length * random.NextDouble()), middle + length, random.Next(64, 2000), (LaneKind)random.Next(5), NaiveTimeline.Filter(random),
            random.Next(5) == 0 ? new DateOnly(2026, 1, 1).AddDays(random.Next(-2, 40)) : null);
    }
}
