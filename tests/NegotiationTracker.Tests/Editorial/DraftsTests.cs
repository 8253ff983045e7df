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

public sealed class DraftsTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private TestDatabase Database => own.Database;

    private Drafts Drafts => new(Database.Desk, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_saved_is_found_again_whole()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        var text = string.Concat(Enumerable.Repeat("Переговори про перемир’я. ", 20_000));
        var saved = (await Drafts.SaveAsync(editor, draft.Id, 1, new JsonObject { ["title"] = "Talks", ["meetingRecord"] = text }, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        saved.Version.ShouldBe(2);
        var found = (await Drafts.FindAsync(editor, draft.Id, Stop)).ShouldNotBeNull();
        JsonNode.Parse(found.Document)!["meetingRecord"]!.GetValue<string>().ShouldBe(text);
        found.Title.ShouldBe("Talks");
    }

    [Fact]
    public async Task Of_twenty_writers_one_is_saved_nineteen_are_told_and_twenty_texts_can_be_had_again()
    {
        var draft = await BeginAsync(await Colleagues.AddAsync(Database, Role.Editor));
        var writers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Colleagues.AddAsync(Database, Role.Editor, $"Writer {i}")));
        var outcomes = await Task.WhenAll(writers.Select((w, i) => Drafts.SaveAsync(w, draft.Id, 1, new JsonObject { ["title"] = $"Text {i}" }, ct: Stop)));
        outcomes.OfType<DeskOutcome.Done>().Count().ShouldBe(1);
        outcomes.OfType<DeskOutcome.Conflict>().Count().ShouldBe(19);
        await using var desk = new DeskContext(Database.DeskOptions);
        var now = await desk.Drafts.SingleAsync(d => d.Id == draft.Id, Stop);
        now.Version.ShouldBe(2);
        var refused = await desk.DraftSaves.Where(s => s.DraftId == draft.Id && s.Refused).Select(s => s.Document).ToListAsync(Stop);
        refused.Append(now.Document).Select(d => JsonNode.Parse(d)!["title"]!.GetValue<string>()).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, 20).Select(i => $"Text {i}").Order(StringComparer.Ordinal));
        outcomes.OfType<DeskOutcome.Conflict>().ShouldAllBe(c => c.Theirs.Document == now.Document || c.Theirs.Version == 2);
    }

    [Fact]
    public async Task The_same_text_sent_again_after_a_lost_answer_is_the_save_that_was_made()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        var text = new JsonObject { ["title"] = "Once" };
        await Drafts.SaveAsync(editor, draft.Id, 1, text, ct: Stop);
        (await Drafts.SaveAsync(editor, draft.Id, 1, text, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Version.ShouldBe(2);
        await using var desk = new DeskContext(Database.DeskOptions);
        (await desk.DraftSaves.AnyAsync(s => s.DraftId == draft.Id && s.Refused, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_colleague_wrote_over_is_kept_aside()
    {
        var first = await Colleagues.AddAsync(Database, Role.Editor);
        var second = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(first);
        await Drafts.SaveAsync(first, draft.Id, 1, new JsonObject { ["title"] = "First" }, ct: Stop);
        await Drafts.SaveAsync(second, draft.Id, 2, new JsonObject { ["title"] = "Second" }, ct: Stop);
        await using var desk = new DeskContext(Database.DeskOptions);
        var kept = await desk.DraftSaves.SingleAsync(s => s.DraftId == draft.Id, Stop);
        (kept.Author, JsonNode.Parse(kept.Document)!["title"]!.GetValue<string>()).ShouldBe((first, "First"));
        (await desk.Drafts.SingleAsync(d => d.Id == draft.Id, Stop)).Authors.ShouldBe([first, second]);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    public async Task Who_may_not_write_finds_no_draft_and_changes_none(Role role)
    {
        var draft = await BeginAsync(await Colleagues.AddAsync(Database, Role.Editor));
        var other = await Colleagues.AddAsync(Database, role);
        (await Drafts.FindAsync(other, draft.Id, Stop)).ShouldBeNull();
        (await Drafts.SaveAsync(other, draft.Id, 1, [], ct: Stop)).ShouldBeOfType<DeskOutcome.Denied>();
        (await Drafts.CreateAsync(other, "talks", [], Stop)).ShouldBeOfType<DeskOutcome.Denied>();
        (await Drafts.DiscardAsync(other, draft.Id, Stop)).ShouldBeOfType<DeskOutcome.Denied>();
    }

    [Fact]
    public async Task A_disabled_account_saves_nothing_from_the_moment_on()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        await using var desk = new DeskContext(Database.DeskOptions);
        await desk.Accounts.Where(a => a.Id == editor).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, DateTimeOffset.UtcNow), Stop);
        (await Drafts.SaveAsync(editor, draft.Id, 1, [], ct: Stop)).ShouldBeOfType<DeskOutcome.Denied>();
        (await Drafts.FindAsync(editor, draft.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_who_open_one_record_at_once_get_one_draft()
    {
        await new Publisher(Database.Desk, TimeProvider.System).PublishAsync(Samples.All, "import", null, ct: Stop);
        var editors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Colleagues.AddAsync(Database, Role.Editor)));
        var opened = await Task.WhenAll(editors.Select(e => Drafts.OpenAsync(e, "talks", "talks-1", Stop)));
        opened.Select(o => o.ShouldBeOfType<DeskOutcome.Done>().Draft.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_cannot_be_kept_is_refused_and_says_why()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        (await Drafts.SaveAsync(editor, draft.Id, 1, new JsonObject { ["title"] = "a\0b" }, ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("NUL");
        (await Drafts.SaveAsync(editor, draft.Id, 1, new JsonObject { ["title"] = new string('я', Draft.MaxBytes) }, ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("MB");
    }

    [Fact]
    public async Task Letters_that_only_look_like_the_character_that_cannot_be_kept_are_kept()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        foreach (var (text, version) in new[] { (@"\u0000", 1), (@"\\u0000 \", 2), (@"C:\u00001", 3) })
            (await Drafts.SaveAsync(editor, draft.Id, version, new JsonObject { ["title"] = text }, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Title.ShouldBe(text);
        (await Drafts.SaveAsync(editor, draft.Id, 4, new JsonObject { ["title"] = "\\\\\0" }, ct: Stop)).ShouldBeOfType<DeskOutcome.Refused>();
    }

    [Fact]
    public async Task A_title_that_is_too_long_for_lists_is_not_cut_within_a_character()
    {
        var editor = await Colleagues.AddAsync(Database, Role.Editor);
        var draft = await BeginAsync(editor);
        var title = new string('a', RecordDocument.MaxTitle - 1) + "😀😀";
        (await Drafts.SaveAsync(editor, draft.Id, 1, new JsonObject { ["title"] = title }, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Title.ShouldBe(title[..(RecordDocument.MaxTitle - 1)]);
    }

    private async Task<Draft> BeginAsync(Guid editor) => (await Drafts.CreateAsync(editor, "talks", [], Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
}
