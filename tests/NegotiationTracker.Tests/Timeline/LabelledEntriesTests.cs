using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Web.Timeline.Window;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>Which entries a window shows in full, and which of them are at hand before anybody asks.</summary>
public sealed class LabelledEntriesTests(RandomTimeline timeline) : IClassFixture<RandomTimeline>
{
    private static readonly DateTimeOffset May = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Those_shown_are_the_best_of_their_day_however_a_window_is_moved_by_hours()
    {
        // Four a day of one importance: the first recorded is the worthiest, so that every fourth is the best of its day.
        var marks = Enumerable.Range(0, 240).Select(i => new LaneSlot(May.AddHours(6 * i).UtcTicks, May.AddHours(6 * i).UtcTicks, 1, 0, EntryWorth.Of(3, i + 1))).ToList();
        for (var moved = 0; moved < 8; moved++)
        {
            var numbers = Labelled(marks.Skip(moved).Take(200), TimeSpan.FromDays(4), 10);
            numbers.Count.ShouldBe(10);
            // The day in which the window begins is not seen whole.
            numbers.Skip(1).ShouldAllBe(n => n % 4 == 1);
        }
    }

    [Fact]
    public void No_entry_is_shown_nearer_to_another_than_its_label_needs_and_the_best_is_always_shown()
    {
        var random = new Random(3);
        for (var i = 0; i < 100; i++)
        {
            var slots = Enumerable.Range(0, 300).Select(s => May.AddMinutes((s * 60) + random.Next(60)).UtcTicks).Select((at, n) => new LaneSlot(at, at, 1, 0, EntryWorth.Of((short)random.Next(1, 6), n + 1))).ToList();
            var gap = TimeSpan.FromHours(random.Next(1, 100));
            var numbers = Labelled(slots, gap, 20);
            numbers.Count.ShouldBeLessThanOrEqualTo(20);
            var best = slots.MaxBy(s => s.Top);
            numbers[0].ShouldBe(EntryWorth.Number(best.Top));
            var places = numbers.Select(n => slots.Single(s => EntryWorth.Number(s.Top) == n).At).Order().ToList();
            for (var p = 1; p < places.Count; p++) (places[p] - places[p - 1]).ShouldBeGreaterThan(gap.Ticks);
        }
    }

    [Fact]
    public async Task The_best_of_each_day_of_a_kind_are_at_hand_before_anybody_asks()
    {
        var entries = new KeptEntries(Options.Create(new JsonOptions()));
        await using (var connection = new NpgsqlConnection(timeline.Database.ReaderConnectionString))
        {
            await connection.OpenAsync(Ct);
            await entries.LoadFirstAsync(connection, Ct);
        }
        var best = timeline.Entries.Where(e => e.RecordKind == "talks" && e.Until is null).GroupBy(e => e.At.UtcDateTime.Date).Select(g => g.MaxBy(e => e.Worth)!.Number).ToList();
        best.Count.ShouldBeGreaterThan(500);

        // Nobody is asked: this connection leads nowhere.
        await using var nowhere = new NpgsqlConnection("Host=127.0.0.1;Port=1");
        (await entries.LoadAsync(nowhere, best, Ct)).Select(e => e.Number).ShouldBe(best, ignoreOrder: true);
    }

    private static List<long> Labelled(IEnumerable<LaneSlot> slots, TimeSpan gap, int most)
    {
        var lane = new LaneSlots("talks");
        foreach (var slot in slots) lane.Add(slot);
        return [.. lane.Labelled(gap.Ticks, most)];
    }
}
