using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Commitments;

/// <summary>Commitments among the kinds.</summary>
internal sealed class Commitments : RecordKind<CommitmentDocument>
{
    public override string Key => "commitments";

    public override string Singular => "Commitment";

    public override string Plural => "Commitments";

    protected override void Rules(CommitmentDocument document, Faults faults)
    {
        faults.Required("what", document.What);
        if (document.Promisers.Count == 0) faults.Add("promisers", "Say who promised it.");
        for (var i = 0; i < document.Made.Count; i++) faults.Zone($"made[{i}]", document.Made[i]);
        if (document.Due is { Words: null, Window: null, Readings.Count: 0 }) faults.Add("due", "Give the words of the due time, a window, or both; or leave the due time out.");
        for (var i = 0; i < document.Steps.Count; i++) faults.Zone($"steps[{i}].when", document.Steps[i].When);
    }

    protected override IEnumerable<(string Path, IReadOnlyList<Citation> Citations)> Cited(CommitmentDocument document) =>
        [
            ("due.citations", document.Due?.Citations ?? []),
            .. (document.Due?.Readings ?? []).Select((r, i) => ($"due.readings[{i}].citations", r.Citations)),
            .. document.Steps.Select((s, i) => ($"steps[{i}].citations", s.Citations)),
        ];

    protected override IEnumerable<Reference> Refers(CommitmentDocument document) =>
        [
            .. Refer.Each(document.Promisers, "parties", "promiser", "promisers"),
            .. Refer.Each(document.Promisees, "parties", "promisee", "promisees"),
            .. Refer.OneOpen(document.MadeIn, "made-in", "madeIn"),
            .. document.Steps.SelectMany((s, i) => Refer.OneOpen(s.Evidence, "evidence", $"steps[{i}].evidence")),
        ];

    protected override Headline Head(CommitmentDocument document) =>
        new(null, document.Steps.Count == 0 ? nameof(Fulfilment.NotInitiated) : document.Steps[^1].Level.ToString(), document.Made.Count == 0 ? null : document.Made[0]);

    protected override IEnumerable<string?> Said(CommitmentDocument document) =>
        [document.What, document.Due?.Words, .. document.Steps.Select(s => s.Words)];

    protected override IEnumerable<object> Tables(Guid recordId, CommitmentDocument document)
    {
        if (document.Made.Select(m => m.Date.OnAxis(m.Zone).At).Min() is not { } from) yield break;
        var end = document.Steps.FirstOrDefault(s => s is { Level: Fulfilment.Full or Fulfilment.Broken, When: not null })?.When;
        yield return new TimelineSpan
        {
            RecordId = recordId, Form = SpanForm.Promise, From = from, Due = document.Due?.Window?.OnAxis().Till, Till = end?.Date.OnAxis(end.Zone).At,
            Status = document.Steps.Count == 0 ? nameof(Fulfilment.NotInitiated) : document.Steps[^1].Level.ToString(),
        };
    }

    protected override IEnumerable<TimelineDraft> Entries(CommitmentDocument document)
    {
        foreach (var made in document.Made)
            yield return new TimelineDraft { Kind = EntryKind.CommitmentMade, When = made, Title = document.Title, Summary = document.Due?.Words is { } words ? $"Due: {words}" : null, Importance = 2 };
        if (document.Due?.Window is { } window)
            yield return new TimelineDraft { Kind = EntryKind.CommitmentDue, When = new When { Date = LastOf(window) }, Title = $"Due: {document.Title}", Summary = document.Due.Words, Importance = 2 };
        foreach (var step in document.Steps.Where(s => s.When is not null))
        {
            if (step.Level is Fulfilment.NotInitiated) continue;
            yield return new TimelineDraft
            {
                Kind = step.Level == Fulfilment.Broken ? EntryKind.CommitmentBroken : EntryKind.CommitmentKept,
                When = step.When!, Title = $"{document.Title}: {step.Words ?? step.Level.ToString()}", Summary = step.Note, Importance = 3,
            };
        }
    }

    // A window stands in the timeline where it ends: that is the day on which the promise is late.
    private static Edtf LastOf(Edtf window) => window.Days.Last is { } last ? Edtf.Parse(last.ToString("yyyy-MM-dd")) : window;
}
