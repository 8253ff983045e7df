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

/// <summary>A word that stands in one revision alone, in every place that a revision leaves: after its redaction no table has it.</summary>
public sealed class RedactionsTests(TestDatabases databases) : IAsyncLifetime
{
    private const string Canary = "kanarienvogel";

    private TestDatabase _database = null!;
    private Guid _editor;
    private Guid _reviewer;
    private Guid _admin;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Drafts Drafts => new(_database.Desk, TimeProvider.System);

    private Publisher Publisher => new(_database.Desk, TimeProvider.System);

    private Reviews Reviews => new(_database.Desk, Publisher, TimeProvider.System);

    private Redactions Redactions => new(_database.Desk, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        await Publisher.PublishAsync([Samples.Source, Samples.Process], "import", null, ct: Stop);
        (_editor, _reviewer, _admin) = (await Colleagues.AddAsync(_database, Role.Editor), await Colleagues.AddAsync(_database, Role.Reviewer), await Colleagues.AddAsync(_database, Role.Admin));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_redacted_revision_leaves_a_tombstone_and_nothing_else()
    {
        var id = await PublishedAsync();
        (await Redactions.RedactAsync(_admin, id, 2, "a name that must go", Stop)).ShouldBeOfType<DeskOutcome.Refused>().Faults[0].Reason.ShouldContain("public now");
        await Publisher.PublishAsync([Samples.Talks(title: "Plain title")], "import", null, ct: Stop);
        (await Redactions.RedactAsync(_reviewer, id, 2, "a name that must go", Stop)).ShouldBeOfType<DeskOutcome.Denied>();
        (await Redactions.RedactAsync(_admin, id, 2, "a name that must go", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await NothingIsLeftAsync();
        (await TestDatabase.AskAsync(_database.Owner, "select count(*) from record.search_words where word = 'plain'")).ShouldBe(1L, "words of what is public stay");
        (await TestDatabase.AskAsync(_database.Owner, "select subject from desk.audit where action = 'Redacted'")).ShouldBe("talks/talks-1");
        await TestDatabase.RefusalAsync(_database.Desk, "update desk.revisions set comment = 'x'");
        await TestDatabase.RefusalAsync(_database.Owner, "update desk.revisions set comment = 'x'");
    }

    [Fact]
    public async Task Of_a_retracted_record_not_even_the_title_is_left()
    {
        var id = await PublishedAsync();
        (await Reviews.RetractAsync(_reviewer, "talks", "talks-1", "It never took place.", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Redactions.RedactAsync(_admin, id, 2, "a name that must go", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Every_node_hears_of_it_and_makes_its_pages_anew()
    {
        var id = await PublishedAsync();
        await Publisher.PublishAsync([Samples.Talks(title: "Plain title")], "import", null, ct: Stop);
        await using var node = await _database.Desk.OpenConnectionAsync(Stop);
        await using (var listen = new Npgsql.NpgsqlCommand($"listen {Publisher.Channel}", node)) await listen.ExecuteNonQueryAsync(Stop);
        (await Redactions.RedactAsync(_admin, id, 2, "a name that must go", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await node.WaitAsync(TimeSpan.FromSeconds(20), Stop)).ShouldBeTrue();
    }

    // Returned once with comments, so that what reviewers said lies about too.
    private async Task<Guid> PublishedAsync()
    {
        var draft = (await Drafts.CreateAsync(_editor, "talks", [], Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft;
        var text = JsonNode.Parse(DocumentJson.Write(Samples.Talks(title: $"Talks with {Canary}") with { Summary = $"Said of {Canary}." }))!.AsObject();
        (await Drafts.SaveAsync(_editor, draft.Id, 1, text, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await Drafts.SaveAsync(_admin, draft.Id, 2, text, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        await Reviews.SubmitAsync(_editor, [draft.Id], $"comment {Canary}", Stop);
        await Reviews.ReturnAsync(_reviewer, draft.Id, $"is {Canary} right?", [("title", $"{Canary}?")], Stop);
        await Reviews.SubmitAsync(_editor, [draft.Id], $"comment {Canary}", Stop);
        var seen = (await Drafts.FindAsync(_reviewer, draft.Id, Stop))!;
        (await Reviews.ApproveAsync(_reviewer, [new SeenDraft(seen.Id, seen.Stamp)], ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        return draft.RecordId;
    }

    private async Task NothingIsLeftAsync()
    {
        await using var desk = new DeskContext(_database.DeskOptions);
        var tables = await desk.Database.SqlQuery<string>($"select format('%I.%I', table_schema, table_name) as \"Value\" from information_schema.tables where table_schema in ('record', 'desk') and table_type = 'BASE TABLE'").ToListAsync(Stop);
        tables.Count.ShouldBeGreaterThan(25);
        foreach (var table in tables)
            (await TestDatabase.AskAsync(_database.Owner, $"select count(*) from {table} t where t::text ilike '%{Canary}%'")).ShouldBe(0L, table);
        (await new Verification(_database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }
}
