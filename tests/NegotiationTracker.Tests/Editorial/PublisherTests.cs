using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class PublisherTests(TestDatabases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_is_public_with_its_timeline_search_history_and_audit()
    {
        await using var database = await databases.CreateAsync();
        (await Publisher(database).PublishAsync(Samples.All, "editor", "first", ct: Stop)).ShouldBe(new PublishOutcome.Published(3, 0, 0));

        await using var record = new RecordContext(database.ReaderOptions);
        var talks = await record.Records.SingleAsync(r => r.Kind == "talks", Stop);
        talks.FirstDay.ShouldBe(new DateOnly(2025, 6, 2));
        (await record.Timeline.SingleAsync(e => e.RecordId == talks.Id, Stop)).Earliest.ShouldBe(new DateTimeOffset(2025, 6, 2, 10, 0, 0, TimeSpan.Zero));
        (await record.Search.AnyAsync(e => e.RecordId == talks.Id, Stop)).ShouldBeTrue();
        (await record.References.CountAsync(r => r.RecordId == talks.Id, Stop)).ShouldBe(2);
        await using var desk = new DeskContext(database.DeskOptions);
        (await desk.Revisions.SingleAsync(r => r.RecordId == talks.Id, Stop)).ParentHash.ShouldBe(Revision.NoParent);
        (await desk.Audit.CountAsync(a => a.Actor == "editor", Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task Publishing_the_same_again_changes_nothing()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        (await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop)).ShouldBe(new PublishOutcome.Published(0, 0, 3));
        await using var desk = new DeskContext(database.DeskOptions);
        (await desk.Revisions.CountAsync(Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task An_amendment_is_a_new_revision_and_the_old_one_stays_with_its_period()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        await Publisher(database).PublishAsync([Samples.Talks(title: "Talks, second reading")], "editor", "better title", ct: Stop);

        await using var record = new RecordContext(database.ReaderOptions);
        var publications = await record.Publications.Where(p => record.Records.Any(r => r.Id == p.RecordId && r.Kind == "talks")).OrderBy(p => p.Revision).ToListAsync(Stop);
        publications.Select(p => p.Revision).ShouldBe([1, 2]);
        publications[0].Until.ShouldBe(publications[1].From);
        publications[1].Until.ShouldBeNull();
        (await record.Timeline.CountAsync(e => e.Until == null, Stop)).ShouldBe(1);
        (await record.Timeline.CountAsync(Stop)).ShouldBe(2);
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_text_of_every_published_revision_is_there_once()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        await Publisher(database).PublishAsync([Samples.Talks(title: "Second reading")], "editor", null, ct: Stop);
        (await KeptAsync()).ShouldBe([true, false]);
        (await TitlesAsync()).ShouldBe([Samples.Talks().Title, "Second reading"]);

        await Publisher(database).RetractAsync("talks", "talks-1", "Counted twice.", "editor", Stop);
        (await KeptAsync()).ShouldBe([true, true, false]);
        (await TitlesAsync()).ShouldBe([Samples.Talks().Title, "Second reading", null]);

        await Publisher(database).PublishAsync([Samples.Talks(title: "Third reading")], "editor", null, ct: Stop);
        (await TitlesAsync()).ShouldBe([Samples.Talks().Title, "Second reading", null, "Third reading"]);
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();

        // Whether the history keeps a copy of its own.
        async Task<List<bool>> KeptAsync()
        {
            await using var record = new RecordContext(database.ReaderOptions);
            return await record.Publications.Where(p => record.Records.Any(r => r.Id == p.RecordId && r.Kind == "talks")).OrderBy(p => p.Revision).Select(p => p.Document != null).ToListAsync(Stop);
        }

        async Task<List<string?>> TitlesAsync()
        {
            await using var record = new RecordContext(database.ReaderOptions);
            var texts = await record.Texts.Where(t => record.Records.Any(r => r.Id == t.RecordId && r.Kind == "talks")).OrderBy(t => t.Revision).Select(t => t.Document).ToListAsync(Stop);
            return texts.ConvertAll(t => t is null ? null : Kinds.Get("talks").Read(t).Title);
        }
    }

    [Fact]
    public async Task One_fault_keeps_all_of_them_from_being_published()
    {
        await using var database = await databases.CreateAsync();
        var lonely = Samples.Talks("talks-2") with { Chair = "nobody" };
        var refused = (await Publisher(database).PublishAsync([.. Samples.All, lonely], "editor", null, ct: Stop)).ShouldBeOfType<PublishOutcome.Refused>();

        refused.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Row.ShouldBe(3), f => f.Field.ShouldBe("chair"), f => f.Reason.ShouldContain("There is no person 'nobody'"));
        await using var record = new RecordContext(database.ReaderOptions);
        (await record.Records.CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        await using var database = await databases.CreateAsync();
        (await Publisher(database).PublishAsync(Samples.All, "editor", null, dryRun: true, Stop)).ShouldBe(new PublishOutcome.Published(3, 0, 0));
        await using var record = new RecordContext(database.ReaderOptions);
        (await record.Records.CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_renamed_record_keeps_its_id_and_its_former_slug_leads_to_it()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        await Publisher(database).PublishAsync([Samples.Talks("talks-renamed") with { FormerSlugs = ["talks-1"] }], "editor", null, ct: Stop);

        await using var record = new RecordContext(database.ReaderOptions);
        var talks = await record.Records.SingleAsync(r => r.Kind == "talks", Stop);
        talks.Slug.ShouldBe("talks-renamed");
        (await record.Slugs.Where(s => s.RecordId == talks.Id).Select(s => s.Slug).OrderBy(s => s).ToListAsync(Stop)).ShouldBe(["talks-1", "talks-renamed"]);
    }

    [Fact]
    public async Task A_retracted_record_leaves_a_tombstone_and_nothing_else()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        (await Publisher(database).RetractAsync("talks", "talks-1", "Counted twice.", "editor", Stop)).ShouldBeTrue();

        await using var record = new RecordContext(database.ReaderOptions);
        var tombstone = await record.Records.SingleAsync(r => r.Kind == "talks", Stop);
        tombstone.Document.ShouldBeNull();
        tombstone.RetractionReason.ShouldBe("Counted twice.");
        (await record.Timeline.AnyAsync(e => e.RecordId == tombstone.Id && e.Until == null, Stop)).ShouldBeFalse();
        (await record.Search.AnyAsync(e => e.RecordId == tombstone.Id, Stop)).ShouldBeFalse();
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
        (await Publisher(database).RetractAsync("talks", "talks-1", "Again.", "editor", Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_publishers_at_once_leave_one_unbroken_chain()
    {
        await using var database = await databases.CreateAsync();
        await Publisher(database).PublishAsync(Samples.All, "editor", null, ct: Stop);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Publisher(database).PublishAsync([Samples.Talks(title: $"Title {i}")], "editor", null, ct: Stop)));
        await using var desk = new DeskContext(database.DeskOptions);
        (await desk.Revisions.Where(r => r.Kind == "talks").Select(r => r.Number).OrderBy(n => n).ToListAsync(Stop)).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }

    private static Publisher Publisher(TestDatabase database) => new(database.Desk, TimeProvider.System);
}
