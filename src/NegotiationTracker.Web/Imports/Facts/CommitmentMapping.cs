using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>commitments</c>: who promised what, by when, and what came of it.</summary>
internal static class CommitmentMapping
{
    private static readonly WordTable<Fulfilment> Levels = new(
        "outcome of a commitment",
        ("kept in part", Fulfilment.Intermediate), ("not kept", Fulfilment.Broken), ("kept", Fulfilment.Full), ("missed", Fulfilment.Broken), ("broken", Fulfilment.Broken), ("cancelled", Fulfilment.Broken),
        ("open", Fulfilment.Minimal), ("not held", Fulfilment.NotInitiated), ("not followed up", Fulfilment.NotInitiated), ("without", Fulfilment.NotInitiated), ("played down", Fulfilment.NotInitiated), ("no large exchange", Fulfilment.NotInitiated));

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var what = item.Need("what");
        var promisers = item.Need("promiser").Split('+').Select(id => item.Reading.Find(id)).ToList();
        var made = item.Children("made").Select(WhenMapping.Time).OfType<When>().ToList();
        var step = item.Child("outcome") is { } outcome ? Step(outcome) : null;
        var evidence = step is { Level: Fulfilment.Full or Fulfilment.Intermediate, When: { } when } ? Evidence.Of(item.Reading, entry, when.Date.Text) : null;
        var due = item.Child("due") is { } given ? DueOf(given) : null;
        return RecordParts.Finish(item, new CommitmentDocument
        {
            Slug = entry.Slug,
            Title = FactsText.Cut($"{FactsText.List([.. promisers.OfType<FactsEntry>().Select(PartyWords.ShortName)])}: {what}", RecordDocument.MaxTitle),
            Summary = FactsText.Sentences(due?.Words is { } words ? $"Due: {words}" : null, step?.Words is { } came ? $"Outcome: {came}" : null),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of([what]),
            Promisers = [.. item.Need("promiser").Split('+').Select(id => item.Reading.Slug(item, "promiser", "parties", id)).OfType<string>()],
            Promisees = [.. item.Texts("promisee").Select(id => item.Reading.Slug(item, "promisee", "parties", id)).OfType<string>()],
            What = what,
            Made = made,
            MadeIn = Evidence.MadeIn(item.Reading, entry, evidence, made.FirstOrDefault()?.Date.Text)?.Record,
            Due = due,
            Steps = step is null ? [] : [step with { Evidence = evidence?.Record }],
        });
    }

    private static Due? DueOf(FactsNode due)
    {
        var (words, window) = (due.Text("text"), WhenMapping.Date(due, "edtf", due.Text("edtf")));
        var readings = due.Children("readings").Select(r => new DueReading { Words = r.Need("text"), Window = WhenMapping.Date(r, "edtf", r.Text("edtf")), Citations = CitationMapping.Of(r) }).ToList();
        var citations = CitationMapping.Of(due);
        return words is null or "none given" && window is null && readings.Count == 0 ? null : new Due { Words = words, Window = window, Readings = readings, Citations = citations };
    }

    private static FulfilmentStep Step(FactsNode outcome)
    {
        var words = outcome.Need("status");
        return new FulfilmentStep
        {
            Level = Levels.Read(outcome, "status", words),
            Words = words,
            When = WhenMapping.Time(outcome, "when"),
            Unverified = outcome.Flag("unverified") ?? false,
            Note = outcome.Text("note"),
            Citations = CitationMapping.Of(outcome),
        };
    }
}
