using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Commitments;

public sealed class CommitmentStatesTests
{
    private static readonly CommitmentDocument Promise = Documents.Commitment with { Steps = [] };

    [Theory]
    [InlineData("2025-05-26", CommitmentState.Due)]
    [InlineData("2025-05-27", CommitmentState.Overdue)]
    public void It_is_due_until_the_window_ends_and_overdue_from_the_day_after(string day, CommitmentState state) => CommitmentStates.On(Promise, Day(day)).ShouldBe(state);

    [Fact]
    public void Without_a_due_time_it_stays_open() => CommitmentStates.On(Promise with { Due = new() { Words = "some day" } }, Day("2030-01-01")).ShouldBe(CommitmentState.Open);

    [Theory]
    [InlineData("2025-05-25", CommitmentState.Kept)]
    [InlineData("2025-05-26", CommitmentState.Kept)]
    [InlineData("2025-06-02", CommitmentState.KeptLate)]
    public void Kept_in_time_or_late(string kept, CommitmentState state) => CommitmentStates.On(Kept(kept), Day("2025-07-01")).ShouldBe(state);

    [Fact]
    public void On_a_day_before_it_was_kept_it_was_not()
    {
        CommitmentStates.On(Kept("2025-06-02"), Day("2025-06-01")).ShouldBe(CommitmentState.Overdue);
        CommitmentStates.DaysLate(Kept("2025-06-02"), Day("2025-05-31")).ShouldBe(5);
    }

    [Fact]
    public void Days_late_run_until_it_is_kept()
    {
        CommitmentStates.DaysLate(Kept("2025-06-02"), Day("2025-12-31")).ShouldBe(7);
        CommitmentStates.DaysLate(Promise, Day("2025-06-05")).ShouldBe(10);
        CommitmentStates.DaysLate(Promise, Day("2025-05-26")).ShouldBeNull();
        CommitmentStates.DaysLate(Kept("2025-05-26"), Day("2025-12-31")).ShouldBeNull();
        CommitmentStates.DaysLate(Promise with { Due = null }, Day("2030-01-01")).ShouldBeNull();
    }

    [Fact]
    public void A_due_time_that_moved_is_late_by_the_first_reading_and_overdue_by_the_last()
    {
        var moved = Kept("2025-06-02") with { Due = new() { Window = Edtf.Parse("2025-05-26"), Readings = [new() { Words = "in a week", Window = Edtf.Parse("2025-06-03") }] } };

        CommitmentStates.FirstDue(moved).ShouldBe(Day("2025-05-26"));
        CommitmentStates.LastDue(moved).ShouldBe(Day("2025-06-03"));
        CommitmentStates.On(moved with { Steps = [] }, Day("2025-06-01")).ShouldBe(CommitmentState.Due);
        CommitmentStates.On(moved, Day("2025-06-02")).ShouldBe(CommitmentState.KeptLate);
    }

    [Fact]
    public void A_half_kept_promise_is_overdue_like_any_other() =>
        CommitmentStates.On(Promise with { Steps = [new() { Level = Fulfilment.Intermediate, When = Documents.On("2025-05-25") }] }, Day("2025-06-01")).ShouldBe(CommitmentState.Overdue);

    [Fact]
    public void Broken_is_broken() =>
        CommitmentStates.On(Promise with { Steps = [new() { Level = Fulfilment.Broken, When = Documents.On("2025-05-21") }] }, Day("2025-05-22")).ShouldBe(CommitmentState.Broken);

    [Fact]
    public void A_step_whose_end_is_open_has_happened_from_its_first_day()
    {
        var begun = Kept("2025-06-02/..");

        CommitmentStates.On(begun, Day("2025-06-01")).ShouldBe(CommitmentState.Overdue);
        CommitmentStates.On(begun, Day("2025-06-02")).ShouldBe(CommitmentState.KeptLate);
    }

    private static CommitmentDocument Kept(string day) => Promise with { Steps = [new() { Level = Fulfilment.Full, When = Documents.On(day) }] };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
