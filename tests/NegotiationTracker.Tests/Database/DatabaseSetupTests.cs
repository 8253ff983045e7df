using NegotiationTracker.Data;
using NegotiationTracker.Tests.Infrastructure;
using Npgsql;
using Shouldly;
using Xunit;
using static NegotiationTracker.Tests.Infrastructure.TestDatabase;

namespace NegotiationTracker.Tests.Database;

public sealed class DatabaseSetupTests(TestDatabases databases)
{
    // Everything that setting up leaves behind: tables, their rights, the history of migrations, the settings of the roles.
    private const string State = """
        select string_agg(line, E'\n' order by line) from (
            select format('%s %s %s', oid::regclass, relkind, relacl) line from pg_class where relnamespace::regnamespace::text in ('record', 'desk')
            union all select format('%s %s', nspname, nspacl) from pg_namespace where nspname in ('record', 'desk', 'public')
            union all select format('record %s', "MigrationId") from record.migrations_history
            union all select format('desk %s', "MigrationId") from desk.migrations_history
            union all select format('%s %s', rolname, rolconfig) from pg_roles where rolname in ('tracker_reader', 'tracker_desk')) lines
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fresh_database_gets_both_schemas_each_with_its_own_history()
    {
        await using var database = await databases.CreateEmptyAsync();
        (await DatabaseSetup.IsCurrentAsync(database.OwnerConnectionString, Ct)).ShouldBeFalse();

        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, Ct);

        (await DatabaseSetup.IsCurrentAsync(database.OwnerConnectionString, Ct)).ShouldBeTrue();
        (await DatabaseSetup.IsCurrentAsync(database.DeskConnectionString, Ct)).ShouldBeTrue();
        (await AskAsync(database.Owner, "select count(*) > 0 from record.migrations_history")).ShouldBe(true);
        (await AskAsync(database.Owner, "select count(*) > 0 from desk.migrations_history")).ShouldBe(true);
        (await AskAsync(database.Owner, "select extnamespace::regnamespace::text from pg_extension where extname = 'pg_trgm'")).ShouldBe("public");
    }

    [Fact]
    public async Task Setting_up_again_changes_nothing()
    {
        await using var database = await databases.CreateAsync();
        var before = await AskAsync(database.Owner, State);

        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, Ct);

        (await AskAsync(database.Owner, State)).ShouldBe(before);
    }

    [Fact]
    public async Task Several_programs_may_set_up_the_first_databases_of_a_server_at_once()
    {
        // A server of its own: on the shared one the roles are there already.
        await using var fresh = new TestDatabases();
        await using var one = await fresh.CreateEmptyAsync();
        await using var other = await fresh.CreateEmptyAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => DatabaseSetup.MigrateAsync((i % 2 == 0 ? one : other).OwnerConnectionString, log: null, Ct)));

        foreach (var database in new[] { one, other })
        {
            (await DatabaseSetup.IsCurrentAsync(database.DeskConnectionString, Ct)).ShouldBeTrue();
            (await AskAsync(database.Reader, "select count(*) from record.records")).ShouldBe(0L);
        }
    }

    [Fact]
    public async Task A_role_whose_password_is_another_gets_the_right_one_and_open_sessions_go_on()
    {
        await using var fresh = new TestDatabases();
        await using var database = await fresh.CreateAsync();
        await using var open = await database.Reader.OpenConnectionAsync(Ct);
        await AskAsync(database.Owner, "alter role tracker_reader password 'another'");
        await using var next = NpgsqlDataSource.Create(database.ReaderConnectionString + ";Pooling=false");
        (await RefusalAsync(next, "select 1")).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);

        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, Ct);

        (await AskAsync(next, "select current_user::text")).ShouldBe("tracker_reader");
        await using var command = new NpgsqlCommand("select 1", open);
        (await command.ExecuteScalarAsync(Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_setup_lets_go_of_the_lock()
    {
        await using var database = await databases.CreateEmptyAsync();
        await AskAsync(database.Owner, "create schema record; create table record.records (id int)");
        await Should.ThrowAsync<PostgresException>(() => DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, Ct));
        await AskAsync(database.Owner, "drop schema record cascade");

        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, log: null, Ct);

        (await DatabaseSetup.IsCurrentAsync(database.OwnerConnectionString, Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_owner_without_a_password_is_told_so_in_one_line()
    {
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => DatabaseSetup.MigrateAsync("Host=localhost;Username=tracker", log: null, Ct));
        refused.Message.ShouldContain("has no password");
        refused.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_role_that_may_not_set_up_is_told_what_it_lacks_in_one_line()
    {
        await using var database = await databases.CreateEmptyAsync();
        var name = $"poor_{Guid.NewGuid():n}";
        await AskAsync(database.Owner, $"create role {name} login password 'poor'");
        var poor = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = name, Password = "poor" }.ConnectionString;

        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => DatabaseSetup.MigrateAsync(poor, log: null, Ct));

        refused.Message.ShouldContain("CREATEROLE");
        refused.Message.ShouldNotContain('\n');
    }
}
