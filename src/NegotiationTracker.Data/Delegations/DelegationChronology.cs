using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Delegations;

/// <summary>The timeline entries of a delegation: its appointment, each amendment, each movement.</summary>
internal static class DelegationChronology
{
    public static IEnumerable<TimelineDraft> Of(DelegationDocument delegation)
    {
        if (delegation.Instrument is { Date: { } date } instrument)
        {
            yield return new TimelineDraft
            {
                Kind = EntryKind.DelegationAppointed, When = date, Title = delegation.Title, Importance = 3,
                Summary = instrument.Number is null ? instrument.Form : $"{instrument.Form} No. {instrument.Number}",
            };
        }
        foreach (var amendment in delegation.Amendments)
            yield return new TimelineDraft { Kind = EntryKind.DelegationAmended, When = amendment.Date, Title = delegation.Title, Summary = amendment.Note, Importance = 2 };
        foreach (var movement in delegation.Movements)
        {
            yield return new TimelineDraft
            {
                Kind = EntryKind.DelegationMoved, When = movement.When, Title = $"{delegation.Title}: {movement.Text}", Place = movement.Place, Importance = 1,
                Summary = movement.HowKnown is null ? null : $"Known from: {movement.HowKnown}",
            };
        }
    }
}
