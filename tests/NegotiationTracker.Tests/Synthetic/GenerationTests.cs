using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Synthetic;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Imports;
using NegotiationTracker.Web.Operations;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Synthetic;

public sealed class GenerationTests(TestDatabases databases)
{
    private const int Entries = 300;

    // What a generation takes off and puts back.
    private const string Guards = """
        select string_agg(what, '; ' order by what) from (
            select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('record', 'desk')
            union all select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ('record', 'desk')) guards(what)
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_seed_gives_the_same_documents_and_ids_in_every_database_and_another_seed_others()
    {
        await using var one = await databases.CreateAsync();
        await using var other = await databases.CreateAsync();
        await GenerateAsync(one, Entries, 42);
        await GenerateAsync(other, Entries, 42);
        (await ContentAsync(one)).ShouldBe(await ContentAsync(other));
        await GenerateAsync(other, Entries, 43);
        (await ContentAsync(other)).ShouldNotBe(await ContentAsync(one));
    }

    [Fact]
    public async Task What_was_generated_verifies_a_rerun_changes_nothing_and_another_seed_adds()
    {
        await using var database = await databases.CreateAsync();
        var guards = await TestDatabase.AskAsync(database.Owner, Guards);
        var generated = (await GenerateAsync(database, Entries, 7)).ShouldBeOfType<GenerationOutcome.Generated>();
        generated.Entries.ShouldBe(Entries);
        (await CountAsync(database, "record.timeline_entries")).ShouldBe(Entries);
        (await CountAsync(database, "record.records")).ShouldBe(generated.Records);
        (await CountAsync(database, "desk.audit")).ShouldBe(generated.Records);
        (await TestDatabase.AskAsync(database.Owner, Guards)).ShouldBe(guards);
        var content = await ContentAsync(database);

        (await GenerateAsync(database, Entries, 7)).ShouldBeOfType<GenerationOutcome.Present>();
        (await ContentAsync(database)).ShouldBe(content);

        // So few beside so many: this time the indexes and foreign keys stay on.
        (await GenerateAsync(database, 20, -8)).ShouldBeOfType<GenerationOutcome.Generated>();
        (await CountAsync(database, "record.timeline_entries")).ShouldBe(Entries + 20);
        (await TestDatabase.AskAsync(database.Owner, Guards)).ShouldBe(guards);
        var report = await new Verification(database.Desk).RunAsync(Stop);
        report.Findings.ShouldBeEmpty();
        report.Records.ShouldBeGreaterThan(generated.Records);
    }

    [Fact]
    public async Task A_generation_that_fails_leaves_everything_as_it_was()
    {
        await using var database = await databases.CreateAsync();
        await GenerateAsync(database, 20, 1);
        await TestDatabase.AskAsync(database.Owner, "create unique index trap on record.timeline_entries (title) where record_slug like '%-g2-%'");
        var (guards, content) = (await TestDatabase.AskAsync(database.Owner, Guards), await ContentAsync(database));
        (await Should.ThrowAsync<PostgresException>(() => GenerateAsync(database, Entries, 2))).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        (await TestDatabase.AskAsync(database.Owner, Guards)).ShouldBe(guards);
        (await ContentAsync(database)).ShouldBe(content);
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_people_wrote_is_not_written_into_by_accident()
    {
        await using var database = await databases.CreateAsync();
        await PublishAsync(database, "editor");
        var (code, text) = await CommandAsync(database, Entries, isSure: false);
        code.ShouldBe(1);
        text.ShouldContain("people wrote");
        (await CountAsync(database, "record.timeline_entries")).ShouldBe(0);
        (code, text) = await CommandAsync(database, Entries, isSure: true);
        code.ShouldBe(0, text);
        text.ShouldContain("Wrote 300 timeline entries in ");
    }

    [Fact]
    public async Task Shipped_content_goes_in_beside_it_and_it_goes_in_beside_shipped_content()
    {
        await using var database = await databases.CreateAsync();
        await PublishAsync(database, Generation.ShippedAuthor);
        await GenerateAsync(database, Entries, 3);
        await using var output = new StringWriter();
        var content = Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025");
        (await ImportCommand.RunAsync(new Publisher(database.Desk, TimeProvider.System), content, false, "test", output, Stop)).ShouldBe(0);
        output.ToString().ShouldContain("727 new");
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000_001)]
    public async Task A_number_that_cannot_be_is_refused_in_a_line(int entries)
    {
        await using var output = new StringWriter();
        (await GenerateCommand.RunAsync("", entries, 1, false, output, Stop)).ShouldBe(1);
        output.ToString().Trim().ShouldBe("--entries is a number from 1 to 5,000,000.");
    }

    private static Task<GenerationOutcome> GenerateAsync(TestDatabase database, int entries, int seed) => new Generation(database.OwnerConnectionString, TimeProvider.System).RunAsync(entries, seed, isSure: false, Stop);

    private static async Task<(int Code, string Text)> CommandAsync(TestDatabase database, int entries, bool isSure)
    {
        await using var output = new StringWriter();
        return (await GenerateCommand.RunAsync(database.OwnerConnectionString, entries, 1, isSure, output, Stop), output.ToString());
    }

    // One process and what it rests on: enough to be somebody's.
    private static async Task PublishAsync(TestDatabase database, string author) =>
        (await new Publisher(database.Desk, TimeProvider.System).PublishAsync([Documents.Process, Documents.Source], author, null, ct: Stop)).ShouldBeOfType<PublishOutcome.Published>();

    private static async Task<int> CountAsync(TestDatabase database, string table) => (int)(long)(await TestDatabase.AskAsync(database.Owner, $"select count(*) from {table}"))!;

    private static async Task<string> ContentAsync(TestDatabase database) => (string)(await TestDatabase.AskAsync(database.Owner, """
        select md5((select coalesce(string_agg(concat(id, kind, slug, content_hash), ' ' order by id), '') from record.records)
            || (select coalesce(string_agg(concat(id, record_id, kind, date, title, summary), ' ' order by id), '') from record.timeline_entries)
            || (select coalesce(string_agg(concat(record_id, position, to_id, role), ' ' order by record_id, position), '') from record.references))
        """))!;
}
