using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Npgsql;
using Shouldly;
using Xunit;
using static NegotiationTracker.Tests.Infrastructure.TestDatabase;

namespace NegotiationTracker.Tests.Database;

public sealed class DatabaseRightsTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private readonly TestDatabase _database = own.Database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reader_reads_every_table_of_the_record()
    {
        await using var context = new RecordContext(_database.ReaderOptions);
        foreach (var table in context.Model.GetEntityTypes().Select(t => t.GetTableName()))
        {
            (await AskAsync(_database.Reader, $"select count(*) from record.\"{table}\"")).ShouldBeOfType<long>(table);
        }
        (await AskAsync(_database.Reader, "select word_similarity('istanbul', 'istambul') > 0.3")).ShouldBe(true);
    }

    [Theory]
    [InlineData("select * from desk.revisions")]
    [InlineData("select * from desk.audit")]
    [InlineData("select * from desk.migrations_history")]
    public async Task The_reader_is_refused_at_the_desk(string sql) =>
        (await RefusalAsync(_database.Reader, sql)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Theory]
    [InlineData("delete from record.records")]
    [InlineData("update record.records set title = ''")]
    [InlineData("insert into record.slugs (kind, slug, record_id) values ('talks', 'x', gen_random_uuid())")]
    [InlineData("truncate record.slugs")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create table record.mine (id int)")]
    [InlineData("create temp table mine (id int)")]
    public async Task The_reader_writes_nothing_and_not_even_after_asking_for_a_writing_session(string sql)
    {
        (await RefusalAsync(_database.Reader, sql)).SqlState.ShouldBe(PostgresErrorCodes.ReadOnlySqlTransaction);
        (await RefusalAsync(_database.Reader, $"set default_transaction_read_only = off; commit; begin read write; {sql}")).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_readers_statement_ends_after_fifteen_seconds() =>
        (await AskAsync(_database.Reader, "show statement_timeout")).ShouldBe("15s");

    [Fact]
    public async Task The_desk_may_change_what_is_published()
    {
        await using var context = new RecordContext(_database.RecordOptions);
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var column = entity.GetProperties().First(p => p.GetComputedColumnSql() is null).GetColumnName();
            await AskAsync(_database.Desk, $"update record.\"{entity.GetTableName()}\" set \"{column}\" = \"{column}\"");
            await AskAsync(_database.Desk, $"delete from record.\"{entity.GetTableName()}\"");
        }
    }

    [Theory]
    [InlineData("update desk.revisions set comment = 'x'")]
    [InlineData("delete from desk.revisions")]
    [InlineData("truncate desk.revisions")]
    [InlineData("update desk.audit set detail = 'x'")]
    [InlineData("delete from desk.audit")]
    [InlineData("truncate desk.audit")]
    [InlineData("alter table desk.revisions disable trigger all")]
    [InlineData("delete from desk.migrations_history")]
    [InlineData("delete from record.migrations_history")]
    [InlineData("create table desk.mine (id int)")]
    public async Task The_desk_adds_to_history_and_changes_none_of_it(string sql)
    {
        await SaveAsync();
        (await RefusalAsync(_database.Desk, sql)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("update desk.revisions set comment = 'x'")]
    [InlineData("delete from desk.revisions")]
    [InlineData("truncate desk.revisions")]
    [InlineData("update desk.audit set detail = 'x'")]
    [InlineData("delete from desk.audit")]
    [InlineData("truncate desk.audit")]
    public async Task History_is_refused_to_the_owner_too_with_a_message_that_says_why(string sql)
    {
        await SaveAsync();
        var refused = await RefusalAsync(_database.Owner, sql);
        refused.SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        refused.MessageText.ShouldContain("is append-only");
    }

    [Fact]
    public async Task Tables_of_a_later_migration_have_the_rights_of_their_schema_at_once()
    {
        await AskAsync(_database.Owner, "create table record.later (id int generated always as identity, word text); create table desk.later (id serial, word text)");

        (await AskAsync(_database.Reader, "select count(*) from record.later")).ShouldBe(0L);
        (await RefusalAsync(_database.Reader, "select count(*) from desk.later")).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        foreach (var table in new[] { "record.later", "desk.later" })
        {
            await AskAsync(_database.Desk, $"insert into {table} (word) values ('a'); update {table} set word = 'b'; delete from {table}");
        }
    }

    private async Task SaveAsync()
    {
        await using var desk = new DeskContext(_database.DeskOptions);
        var record = Guid.CreateVersion7();
        var revision = new Revision { RecordId = record, Number = 1, Kind = "talks", Document = "{}", Author = "test", SavedAt = DateTimeOffset.UnixEpoch, ParentHash = Revision.NoParent, Hash = Revision.NoParent };
        desk.Add(revision);
        desk.Add(new AuditLine { At = DateTimeOffset.UnixEpoch, Actor = "test", Subject = "talks/x", RecordId = record, Revision = 1 });
        await desk.SaveChangesAsync(Ct);
    }
}
