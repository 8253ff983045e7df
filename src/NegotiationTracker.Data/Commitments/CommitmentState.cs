using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Data.Commitments;

/// <summary>Where a commitment stands on a day: computed from its due window and its steps, never typed.</summary>
public enum CommitmentState
{
    /// <summary>Nobody said by when, and nothing was done yet.</summary>
    Open,

    /// <summary>The due window has not ended.</summary>
    Due,

    /// <summary>The due window has ended and it is not fully kept.</summary>
    Overdue,

    /// <summary>Fully kept within the window, or where there is none.</summary>
    Kept,

    /// <summary>Fully kept after the earliest reading of the due time had passed.</summary>
    KeptLate,

    /// <summary>Broken.</summary>
    Broken,
}

/// <summary>Computes where commitments stand.</summary>
public static class CommitmentStates
{
    /// <summary>The state of <paramref name="commitment"/> at the end of <paramref name="day"/>.</summary>
    public static CommitmentState On(CommitmentDocument commitment, DateOnly day)
    {
        var done = commitment.Steps.Where(s => s.When is null || DayOf(s) <= day).ToList();
        var last = done.Count == 0 ? null : done[^1];
        if (last?.Level == Fulfilment.Broken) return CommitmentState.Broken;
        var firstDue = FirstDue(commitment);
        if (last?.Level == Fulfilment.Full) return firstDue is { } due && DayOf(last) > due ? CommitmentState.KeptLate : CommitmentState.Kept;
        return LastDue(commitment) is not { } end ? CommitmentState.Open : day > end ? CommitmentState.Overdue : CommitmentState.Due;
    }

    /// <summary>The last day of the earliest reading of the due time: from the day after, it is late by that reading.</summary>
    public static DateOnly? FirstDue(CommitmentDocument commitment) => Ends(commitment).Min();

    /// <summary>The last day of the latest reading of the due time.</summary>
    public static DateOnly? LastDue(CommitmentDocument commitment) => Ends(commitment).Max();

    /// <summary>How many days after the earliest reading it was kept, or has been open by <paramref name="today"/>; null when not late.</summary>
    public static int? DaysLate(CommitmentDocument commitment, DateOnly today)
    {
        if (FirstDue(commitment) is not { } due) return null;
        var full = commitment.Steps.LastOrDefault(s => s.Level == Fulfilment.Full && DayOf(s) <= today);
        var until = full is null ? today : DayOf(full);
        return until > due ? until.DayNumber - due.DayNumber : null;
    }

    private static IEnumerable<DateOnly?> Ends(CommitmentDocument commitment) =>
        (commitment.Due?.Readings ?? []).Select(r => r.Window).Append(commitment.Due?.Window).Select(w => w?.Days.Last).Where(d => d is not null);

    private static DateOnly DayOf(FulfilmentStep step) => step.When is null ? DateOnly.MinValue : step.When.Date.Days.Last ?? step.When.Date.Days.First ?? DateOnly.MinValue;
}
