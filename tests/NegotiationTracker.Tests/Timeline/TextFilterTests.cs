using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Commitments;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class TextFilterTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private static readonly PartyDocument Party = new() { Slug = "party-1", Title = "A party", ShortName = "Party", Mark = "PA", Form = PartyKind.State, Processes = ["process-1"], Citations = Samples.Cited };
    private static readonly DateOnly Earlier = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_found_by_words_that_only_the_chronology_says_and_former_ones_by_what_they_said()
    {
        await PublishAsync(1, Samples.Source, Samples.Process, Party, Promise("Hand over the memorandum"));
        (await FoundAsync("due", null)).ShouldNotBeEmpty("the document says it nowhere; its entry is called “Due: …”");
        await PublishAsync(3, Promise("Hand over the list"));

        (await FoundAsync("memorandum", null)).ShouldBeEmpty();
        (await FoundAsync("list", null)).Count.ShouldBe(2);
        var then = await FoundAsync("memorandum", Earlier);
        then.ShouldNotBeEmpty();
        then.ShouldAllBe(title => title.Contains("memorandum", StringComparison.Ordinal));

        // Upgraded from before the records' words held those of their entries: the start fills them.
        await TestDatabase.AskAsync(own.Database.Owner, "update record.search_entries set importance = 0, body = ''");
        (await FoundAsync("due", null)).ShouldBeEmpty();
        await DatabaseSetup.MigrateAsync(own.Database.OwnerConnectionString, log: null, Ct);
        (await FoundAsync("due", null)).ShouldNotBeEmpty();
        (await new Verification(own.Database.Desk).RunAsync(Ct)).Findings.ShouldBeEmpty();
    }

    private async Task<List<string>> FoundAsync(string text, DateOnly? asOf)
    {
        await using var context = new RecordContext(own.Database.ReaderOptions);
        return await context.Timeline.KnownOn(asOf).Narrowed(context, new ListFilter { Text = text }).Select(e => e.Title).ToListAsync(Ct);
    }

    private static CommitmentDocument Promise(string title) => new()
    {
        Slug = "promise-1", Title = title, What = "What was agreed.", Promisers = ["party-1"], Processes = ["process-1"], Citations = Samples.Cited,
        Made = [new When { Date = Edtf.Parse("2025-05-16") }], Due = new Due { Window = Edtf.Parse("2025-05-20"), Citations = Samples.Cited },
    };

    private async Task PublishAsync(int day, params RecordDocument[] documents)
    {
        var outcome = await new Publisher(own.Database.Desk, new StoppedClock(new DateTimeOffset(2026, 3, day, 12, 0, 0, TimeSpan.Zero))).PublishAsync(documents, "test", null, ct: Ct);
        (outcome as PublishOutcome.Refused)?.Faults.ShouldBeEmpty();
    }
}
