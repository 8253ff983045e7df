using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class ReviewsTests(TestDatabases databases) : IAsyncLifetime
{
    private readonly Clock _clock = new();
    private TestDatabase _database = null!;
    private Guid _editor;
    private Guid _reviewer;
    private Guid _admin;

    private Publisher Publisher => new(_database.Desk, _clock);

    private Drafts Drafts => new(_database.Desk, _clock);

    private Reviews Reviews => new(_database.Desk, Publisher, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _editor = await Colleagues.AddAsync(_database, Role.Editor, "Olena");
        _reviewer = await Colleagues.AddAsync(_database, Role.Reviewer, "Mehmet");
        _admin = await Colleagues.AddAsync(_database, Role.Admin, "Ada");
        await Publisher.PublishAsync([Samples.Source, Samples.Process], "import", null, ct: Stop);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Two_people_make_a_draft_public_and_its_chain_holds()
    {
        var draft = await WriteAsync(Samples.Talks());
        (await Reviews.SubmitAsync(_editor, [draft], "first report", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await using var record = new RecordContext(_database.ReaderOptions);
        var talks = await record.Records.SingleAsync(r => r.Slug == "talks-1", Stop);
        talks.Revision.ShouldBe(2);
        await using var desk = new DeskContext(_database.DeskOptions);
        (await desk.Audit.Where(a => a.RecordId == talks.Id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop)).ShouldBe([AuditAction.Submitted, AuditAction.Published, AuditAction.Approved], ignoreOrder: true);
        (await desk.Audit.SingleAsync(a => a.Action == AuditAction.Published && a.RecordId == talks.Id, Stop)).Actor.ShouldBe($"account {_reviewer}");
        (await desk.Revisions.Where(r => r.RecordId == talks.Id).OrderBy(r => r.Number).Select(r => r.Author).ToListAsync(Stop)).ShouldAllBe(a => a == $"account {_editor}");
        (await new Verification(_database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_on_whatever_their_role()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Drafts.SaveAsync(_admin, draft, 2, Json(Samples.Talks(title: "Touched by the admin")), ct: Stop);
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        (await Reviews.ApproveAsync(_admin, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("yourself");
        (await Reviews.ApproveAsync(_editor, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Denied>();
    }

    [Fact]
    public async Task A_reviewer_who_edits_becomes_an_author_and_another_has_to_approve()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        (await Drafts.SaveAsync(_reviewer, draft, 2, Json(Samples.Talks(title: "Better title")), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>();
        (await Reviews.ApproveAsync(_admin, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    [Fact]
    public async Task What_was_changed_or_submitted_anew_since_the_reviewer_looked_is_not_approved_unread()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], "first report", Stop);
        var seen = await SeenAsync([draft]);
        await Reviews.WithdrawAsync(_editor, draft, Stop);
        await Reviews.SubmitAsync(_editor, [draft], "quite another comment", Stop);
        (await Reviews.ApproveAsync(_reviewer, seen, ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("read it again");
        seen = await SeenAsync([draft]);
        await Drafts.SaveAsync(_admin, draft, 2, Json(Samples.Talks(title: "Another text")), ct: Stop);
        (await Reviews.ApproveAsync(_reviewer, seen, ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("read it again");
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft]), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    [Fact]
    public async Task What_is_in_review_is_not_written_on_by_editors_until_it_is_taken_back()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        (await Drafts.SaveAsync(_editor, draft, 2, [], ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>();
        (await Reviews.WithdrawAsync(_editor, draft, Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Drafts.SaveAsync(_editor, draft, 2, [], ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    [Fact]
    public async Task Every_fault_of_a_draft_that_cannot_be_submitted_is_named_at_its_field()
    {
        var json = new JsonObject { ["slug"] = "talks-9", ["title"] = "Talks", ["status"] = "Held", ["participants"] = new JsonArray(new JsonObject { ["role"] = "head" }), ["actual"] = new JsonObject { ["date"] = "soon" } };
        var draft = (await Drafts.CreateAsync(_editor, "talks", json, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Id;
        var fields = (await Reviews.SubmitAsync(_editor, [draft], null, Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults.Select(f => f.Field).ToList();
        fields.ShouldContain("form");
        fields.ShouldContain("actual.date");
        fields.ShouldContain("participants[0].person");
        fields.ShouldContain("citations");
        fields.ShouldContain("processes");
    }

    [Fact]
    public async Task Records_that_refer_to_each_other_go_public_in_one_act_or_not_at_all()
    {
        var person = Documents.Person with { Party = null, Processes = ["process-1"], Citations = Samples.Cited, Postings = [] };
        var talks = Samples.Talks() with { Participants = [new() { Person = person.Slug }] };
        var drafts = new[] { await WriteAsync(person), await WriteAsync(talks) };
        (await Reviews.SubmitAsync(_editor, drafts, "a meeting and who was there", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([drafts[1]]), ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Field.ShouldBe("participants[0].person");
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync(drafts), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await using var record = new RecordContext(_database.ReaderOptions);
        (await record.Records.CountAsync(r => r.Slug == person.Slug || r.Slug == talks.Slug, Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task A_new_record_cannot_take_the_slug_of_another()
    {
        await Publisher.PublishAsync([Samples.Talks()], "import", null, ct: Stop);
        var draft = await WriteAsync(Samples.Talks(title: "Quite other talks"));
        (await Reviews.SubmitAsync(_editor, [draft], null, Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults.ShouldContain(f => f.Field == "slug");
    }

    [Fact]
    public async Task A_record_that_changed_meanwhile_is_not_overwritten()
    {
        await Publisher.PublishAsync([Samples.Talks()], "import", null, ct: Stop);
        var draft = (await Drafts.OpenAsync(_editor, "talks", "talks-1", Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        await Drafts.SaveAsync(_editor, draft.Id, 1, Json(Samples.Talks(title: "Mine")), ct: Stop);
        await Publisher.PublishAsync([Samples.Talks(title: "Theirs")], "import", null, ct: Stop);
        await Reviews.SubmitAsync(_editor, [draft.Id], null, Stop);
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft.Id]), ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("merge");
        await Reviews.WithdrawAsync(_editor, draft.Id, Stop);
        await Drafts.SaveAsync(_editor, draft.Id, 2, Json(Samples.Talks(title: "Merged")), baseRevision: 2, ct: Stop);
        await Reviews.SubmitAsync(_editor, [draft.Id], null, Stop);
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft.Id]), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
    }

    [Fact]
    public async Task A_renamed_record_keeps_its_old_address()
    {
        await Publisher.PublishAsync([Samples.Talks()], "import", null, ct: Stop);
        var draft = (await Drafts.OpenAsync(_editor, "talks", "talks-1", Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        await Drafts.SaveAsync(_editor, draft.Id, 1, Json(Samples.Talks(slug: "talks-renamed")), ct: Stop);
        await Reviews.SubmitAsync(_editor, [draft.Id], null, Stop);
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft.Id]), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await using var record = new RecordContext(_database.ReaderOptions);
        (await record.Slugs.Where(s => s.RecordId == draft.RecordId).Select(s => s.Slug).ToListAsync(Stop)).ShouldBe(["talks-1", "talks-renamed"], ignoreOrder: true);
        (await record.Records.CountAsync(r => r.Kind == "talks", Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_returned_draft_carries_what_the_reviewer_said_of_its_fields()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        (await Reviews.ReturnAsync(_reviewer, draft, "", [], Stop)).ShouldBeOfType<DeskOutcome.Refused>();
        (await Reviews.ReturnAsync(_reviewer, draft, "Nearly there.", [("actual.date", "Which zone?")], Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.State.ShouldBe(DraftState.Returned);
        await using var desk = new DeskContext(_database.DeskOptions);
        (await desk.ReviewComments.SingleAsync(c => c.DraftId == draft, Stop)).Field.ShouldBe("actual.date");
    }

    [Fact]
    public async Task What_is_scheduled_becomes_public_at_its_time_and_not_before()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        (await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft]), _clock.GetUtcNow().AddHours(1), Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.State.ShouldBe(DraftState.Scheduled);
        (await Reviews.PublishDueAsync(Stop)).ShouldBe(0);
        _clock.Ahead += TimeSpan.FromMinutes(61);
        (await Reviews.PublishDueAsync(Stop)).ShouldBe(1);
        await using var record = new RecordContext(_database.ReaderOptions);
        (await record.Records.AnyAsync(r => r.Slug == "talks-1", Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_published_at_its_time_goes_back_with_the_reason()
    {
        var draft = await WriteAsync(Samples.Talks());
        await Reviews.SubmitAsync(_editor, [draft], null, Stop);
        await Reviews.ApproveAsync(_reviewer, await SeenAsync([draft]), _clock.GetUtcNow().AddHours(1), Stop);
        await Publisher.PublishAsync([Samples.Talks(title: "Somebody else's")], "import", null, ct: Stop);
        _clock.Ahead += TimeSpan.FromMinutes(61);
        (await Reviews.PublishDueAsync(Stop)).ShouldBe(0);
        var now = (await Drafts.FindAsync(_editor, draft, Stop)).ShouldNotBeNull();
        (now.State, now.ReviewComment!.Contains("could not be published", StringComparison.Ordinal)).ShouldBe((DraftState.Returned, true));
    }

    [Fact]
    public async Task What_was_approved_by_somebody_who_may_not_any_more_goes_back_and_what_others_approved_is_published()
    {
        var other = await Colleagues.AddAsync(_database, Role.Reviewer);
        var drafts = new[] { await WriteAsync(Samples.Talks()), await WriteAsync(Samples.Talks("talks-2", "Other talks")) };
        await Reviews.SubmitAsync(_editor, drafts, null, Stop);
        await Reviews.ApproveAsync(_reviewer, await SeenAsync([drafts[0]]), _clock.GetUtcNow().AddHours(1), Stop);
        await Reviews.ApproveAsync(other, await SeenAsync([drafts[1]]), _clock.GetUtcNow().AddHours(1), Stop);
        (await new AccountKeeping(_database.Desk, _clock).ChangeRoleAsync(null, _reviewer, Role.Editor, Stop)).ShouldBeTrue();
        _clock.Ahead += TimeSpan.FromMinutes(61);
        (await Reviews.PublishDueAsync(Stop)).ShouldBe(1);
        (await Drafts.FindAsync(_editor, drafts[0], Stop))!.ShouldSatisfyAllConditions(d => d.State.ShouldBe(DraftState.Returned), d => d.ReviewComment!.ShouldContain("may not publish any more"));
        (await Drafts.FindAsync(_editor, drafts[1], Stop))!.State.ShouldBe(DraftState.Published);
        (await TestDatabase.AskAsync(_database.Owner, "select detail from desk.audit where action = 'Returned'")).ShouldBe("by the program at its time");
    }

    [Fact]
    public async Task A_retraction_needs_a_reviewer_and_a_reason()
    {
        await Publisher.PublishAsync([Samples.Talks()], "import", null, ct: Stop);
        (await Reviews.RetractAsync(_editor, "talks", "talks-1", "wrong", Stop)).ShouldBeOfType<DeskOutcome.Denied>();
        (await Reviews.RetractAsync(_reviewer, "talks", "talks-1", " ", Stop)).ShouldBeOfType<DeskOutcome.Refused>();
        (await Reviews.RetractAsync(_reviewer, "talks", "talks-1", "It never took place.", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Drafts.OpenAsync(_editor, "talks", "talks-1", Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Document.ShouldContain("Talks of 2 June");
    }

    private async Task<SeenDraft[]> SeenAsync(Guid[] ids)
    {
        await using var desk = new DeskContext(_database.DeskOptions);
        return [.. (await desk.Drafts.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(Stop)).Select(d => new SeenDraft(d.Id, d.Stamp))];
    }

    private async Task<Guid> WriteAsync(RecordDocument document)
    {
        var draft = (await Drafts.CreateAsync(_editor, document.Kind, [], Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        (await Drafts.SaveAsync(_editor, draft.Id, 1, Json(document), ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        return draft.Id;
    }

    private static JsonObject Json(RecordDocument document) => JsonNode.Parse(DocumentJson.Write(document))!.AsObject();

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
    }
}
